import type { Comparison, Expression, ExpressionOf, FactNode } from './expression.ts';
import { factNameOf } from './facts-schema.ts';
import type { ParameterValue } from './parameter.ts';
import type { FactValue } from './rule-case.ts';
import { ruleCodes } from './rule-code-lists.ts';
import type { RuleType } from './rule-type.ts';

/** How sentences are made: by the message files of a language, and by the titles that packs give their parameters. */
export type Words = {
  readonly language: 'zh' | 'en';
  /** A message, such as `rules:sentence.has`, filled in. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The title of a parameter, perhaps with its value, day and clause. */
  parameter(id: string): string;
};

/** The rule as a sentence, made from the same tree that is evaluated. */
export function sentence(node: Expression, words: Words): string {
  switch (node.kind) {
    case 'literal':
      return valueText(node.value, node.type, words);
    case 'fact':
      return factLabel(node, words);
    case 'parameter':
      return words.parameter(node.id);
    case 'clock':
      return words.t(`rules:sentence.${node.name}`);
    case 'persons':
      return words.t('rules:sentence.persons');
    case 'variable':
      return words.t('rules:sentence.element');
    case 'present':
      return words.t('rules:sentence.present', { name: factLabel(node.fact, words) });
    case 'and':
    case 'or':
      return junction(node, words);
    case 'not':
      return negation(node.of, words);
    case 'among':
      return words.t('rules:sentence.among', {
        value: sentence(node.value, words),
        list: sentence(node.list, words),
      });
    case 'choice':
      return words.t('rules:sentence.choice', {
        condition: sentence(node.condition, words),
        chosen: sentence(node.chosen, words),
        otherwise: sentence(node.otherwise, words),
      });
    case 'list':
      return node.items
        .map((item) => sentence(item, words))
        .join(words.t('rules:sentence.listSeparator'));
    case 'macro':
      return macro(node, words);
    default:
      return operation(node, words);
  }
}

/** The name of a fact as screens write it. */
export function factLabel(
  { record, name }: Pick<FactNode, 'record' | 'name'>,
  words: Words,
): string {
  if (record === 'answer') return words.t('rules:sentence.answer', { name });
  const isField = factNameOf(record, name)?.source === 'dictionary';
  return words.t(isField ? `fields:${record}.${name}` : `rules:name.${record}.${name}`);
}

/** A value as people write it: money in yuan, codes by their names. */
export function valueText(value: FactValue | ParameterValue, type: RuleType, words: Words): string {
  if (value === null) return words.t('rules:value.absent');
  switch (type.kind) {
    case 'bool':
      return words.t(value === true ? 'rules:value.yes' : 'rules:value.no');
    case 'money':
      return words.t('rules:value.yuan', { amount: yuanText(Number(value)) });
    case 'code': {
      const entry = ruleCodes(type.list).find(({ code }) => code === value);
      return entry?.[words.language] ?? String(value);
    }
    case 'list': {
      const { of } = type;
      const items = Array.isArray(value) ? value : [value];
      return items
        .map((item) => valueText(item as FactValue, of, words))
        .join(words.t('rules:sentence.listSeparator'));
    }
    default:
      return String(value);
  }
}

/** Whole yuan without decimals, as policies write them. */
function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const [whole, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** What only guards another part goes without saying. */
function junction(node: ExpressionOf<'and' | 'or'>, words: Words): string {
  const said = node.parts.filter((part) => !isGuardOf(part, node));
  const parts = said.map((part) => {
    const text = condition(part, words);
    const isOther = part.kind === 'and' || part.kind === 'or' || part.kind === 'choice';
    return isOther ? words.t('rules:sentence.bracketed', { text }) : text;
  });
  return parts.join(words.t(`rules:sentence.${node.kind}Separator`));
}

/** `has(x)` beside something that reads x, or `!has(x)` before `||`. */
function isGuardOf(part: Expression, { kind, parts }: ExpressionOf<'and' | 'or'>): boolean {
  if (kind !== 'and' || part.kind !== 'present') return false;
  const { record, name, of } = part.fact;
  return parts.some((other) => other !== part && reads(other, { record, name, of }));
}

function reads(node: Expression, fact: Pick<FactNode, 'record' | 'name' | 'of'>): boolean {
  switch (node.kind) {
    case 'fact':
      return node.record === fact.record && node.name === fact.name && node.of === fact.of;
    case 'compare':
    case 'arithmetic':
      return reads(node.left, fact) || reads(node.right, fact);
    case 'among':
      return reads(node.value, fact) || reads(node.list, fact);
    case 'not':
    case 'negate':
      return reads(node.of, fact);
    case 'and':
    case 'or':
    case 'call':
      return node.parts.some((part) => reads(part, fact));
    default:
      return false;
  }
}

function negation(node: Expression, words: Words): string {
  if (node.kind === 'present')
    return words.t('rules:sentence.notPresent', { name: factLabel(node.fact, words) });
  if (node.kind === 'fact' && node.type.kind === 'bool')
    return words.t('rules:sentence.isNot', { name: factLabel(node, words) });
  if (node.kind === 'among')
    return words.t('rules:sentence.notAmong', {
      value: sentence(node.value, words),
      list: sentence(node.list, words),
    });
  return words.t('rules:sentence.not', { text: condition(node, words) });
}

/** A truth value that stands as a condition is said as one. */
function condition(node: Expression, words: Words): string {
  return node.kind === 'fact' && node.type.kind === 'bool'
    ? words.t('rules:sentence.is', { name: factLabel(node, words) })
    : sentence(node, words);
}

const comparisonKeys: Readonly<Record<Comparison, string>> = {
  '==': 'equal',
  '!=': 'unequal',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
};

function operation(
  node: ExpressionOf<'compare' | 'arithmetic' | 'negate' | 'call'>,
  words: Words,
): string {
  switch (node.kind) {
    case 'compare':
      return words.t(`rules:compare.${comparisonKeys[node.operator]}`, {
        left: sentence(node.left, words),
        right: sentence(node.right, words),
      });
    case 'arithmetic':
      return words.t('rules:sentence.arithmetic', {
        left: sentence(node.left, words),
        operator: signs[node.operator] ?? node.operator,
        right: sentence(node.right, words),
      });
    case 'negate':
      return words.t('rules:sentence.negative', { value: sentence(node.of, words) });
    case 'call': {
      const [one, two] = node.parts.map((part) => sentence(part, words));
      return words.t(`rules:function.${node.name}`, { one: one ?? '', two: two ?? '' });
    }
  }
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

function macro(node: ExpressionOf<'macro'>, words: Words): string {
  const whose = node.list.kind === 'persons' ? 'member' : 'element';
  const list = sentence(node.list, words);
  const body = condition(node.body, words);
  const where = node.where === null ? '' : condition(node.where, words);
  const key = node.macro === 'map' && node.where !== null ? 'mapWhere' : node.macro;
  return words.t(`rules:${whose}.${key}`, { list, body, where });
}
