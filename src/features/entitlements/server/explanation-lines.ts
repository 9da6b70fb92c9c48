import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  type DatedValue,
  type ParameterTable,
  typeOfUnit,
  valueAt,
  valueForRules,
} from '../../packs/model/index.ts';
import type { Followed } from '../../packs/server/index.ts';
import {
  type CheckedRule,
  type Condition,
  type Explained,
  type Expression,
  type FactNode,
  type FactValue,
  factLabel,
  factNameOf,
  partsOf,
  sentence,
  type Unanswered,
  valueText,
  type Words,
} from '../../rules/model/index.ts';
import type { ExplanationLine } from '../model/contract.ts';
import type { VeiledExplanation } from '../model/veil.ts';
import { sourcesOf } from './sources.ts';

type Reading = ExplanationLine['readings'][number];
type Read = Condition['reads'][number];

/** Where and when rules were asked, and how to say it. */
export type Telling = {
  readonly language: Language;
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly followed: Pick<Followed, 'library' | 'chain'>;
  readonly tables: ReadonlyMap<string, ParameterTable>;
  /** Those of the household, in the order of the case. */
  readonly members: readonly { readonly name: string }[];
};

/** The language of rules in which the reader is answered. */
function wordsFor(telling: Telling): Words {
  const { language } = telling;
  return {
    language: language === 'en' ? 'en' : 'zh',
    t: (key, values) => text(language, key, { ...values }),
    parameter: (id) => parameterText(id, telling),
  };
}

function parameterText(id: string, telling: Telling): string {
  const { language, tables, region, on } = telling;
  const table = tables.get(id);
  if (table === undefined) return id;
  const title = table.title[language === 'en' ? 'en' : 'zh'];
  const inForce = valueAt(table, region, on);
  if (inForce === undefined) return title;
  const value = withUnit(table, inForce.value, telling);
  return text(language, 'entitlements:why.parameter', { title, value });
}

/** A value of a parameter with its unit; codes by their names. */
function withUnit(table: ParameterTable, value: DatedValue['value'], telling: Telling): string {
  const { language } = telling;
  const { unit, list } = table;
  if (unit === 'codes') {
    return valueText(valueForRules(value, unit), typeOfUnit(unit, list), wordsFor(telling));
  }
  const shown = Array.isArray(value)
    ? value.join(text(language, 'rules:sentence.listSeparator'))
    : String(value);
  return text(language, `entitlements:unit.${unit}`, { value: shown, defaultValue: shown });
}

/** A whole rule as a sentence. */
export function ruleSentence({ expression }: CheckedRule, telling: Telling): string {
  return sentence(expression, wordsFor(telling));
}

/** An explanation line by line, depth first, in the reader's language. */
export function linesOf(found: VeiledExplanation, telling: Telling): ExplanationLine[] {
  const words = wordsFor(telling);
  const below = (part: VeiledExplanation, depth: number): ExplanationLine[] => {
    const { condition, met, veil, because, members } = part;
    const parts = withoutGuards(part);
    const [only, ...others] = parts;
    // Of one condition nothing is to be said about how it is put together with others.
    if (only !== undefined && others.length === 0 && condition.kind !== 'not' && only.met === met)
      return below(only, depth);
    const line: ExplanationLine = {
      depth,
      kind: condition.kind,
      met,
      veil: parts.length > 0 ? null : veil,
      sentence: headOf(part, words),
      because: because === null || parts.length > 0 ? null : becauseText(because, telling),
      readings: parts.length > 0 || veil !== null ? [] : readingsOf(part, telling),
      members: members.flatMap((place) => telling.members[place]?.name ?? []),
    };
    return [line, ...parts.flatMap((each) => below(each, depth + 1))];
  };
  return below(found, 0);
}

/** What stands above parts only says how they make it up; the parts say what. */
function headOf(
  { condition: { kind, expression }, parts }: VeiledExplanation,
  words: Words,
): string {
  if (parts.length > 0) return words.t(`entitlements:why.${kind}`);
  const said = sentence(expression, words);
  return expression.kind === 'fact' ? words.t('rules:sentence.is', { name: said }) : said;
}

/**
 * What only asks whether something is stated, for another part that reads it, is said where it is not
 * stated: then the other part says nothing new.
 */
function withoutGuards({ condition, parts }: VeiledExplanation): readonly VeiledExplanation[] {
  if (condition.kind !== 'all') return parts;
  const guards = new Set(parts.filter((part) => isGuard(part, parts)));
  const isUnstated = [...guards].some(({ met }) => met === false);
  return parts.filter((part) =>
    guards.has(part) ? part.met !== true : !(isUnstated && part.because?.code === 'factAbsent'),
  );
}

function isGuard(part: VeiledExplanation, parts: readonly VeiledExplanation[]): boolean {
  const { expression } = part.condition;
  if (expression.kind !== 'present') return false;
  const { fact } = expression;
  return parts.some((other) => other !== part && reads(other.condition.expression, fact));
}

function reads(of: Expression, { record, name }: Pick<FactNode, 'record' | 'name'>): boolean {
  if (of.kind === 'fact') return of.record === record && of.name === name;
  return of.kind !== 'present' && partsOf(of).some((part) => reads(part, { record, name }));
}

/** What an amount was made of. */
export function amountLines(
  found: Pick<Explained, 'condition' | 'values' | 'because'>,
  telling: Telling,
): ExplanationLine[] {
  const { condition, values, because } = found;
  return [
    {
      depth: 0,
      kind: 'amount',
      met: null,
      veil: null,
      sentence: sentence(condition.expression, wordsFor(telling)),
      because: because === null ? null : becauseText(because, telling),
      readings: readingsOf({ condition, values }, telling),
      members: [],
    },
  ];
}

export function becauseText(because: Unanswered, telling: Telling): string {
  const { language } = telling;
  const details = { ...because } as Record<string, string>;
  if (because.code === 'parameterHasNoValue') {
    details['parameter'] = parameterText(because.parameter, telling);
  }
  if (because.code === 'factAbsent') {
    const [record = '', name = ''] = because.name.split('.');
    const fact = factNameOf(record as never, name);
    if (fact !== undefined) details['name'] = factLabel(fact, wordsFor(telling));
  }
  return text(language, `rules:unanswered.${because.code}`, details);
}

function readingsOf(
  { condition, values }: Pick<Explained, 'condition' | 'values'>,
  telling: Telling,
): Reading[] {
  return condition.reads.map((node, place) =>
    node.kind === 'parameter'
      ? parameterReading(node, telling)
      : factReading(node, values[place] as FactValue, telling),
  );
}

function factReading(
  node: Extract<Read, { kind: 'fact' }>,
  value: FactValue,
  telling: Telling,
): Reading {
  const words = wordsFor(telling);
  return {
    label: factLabel(node, words),
    value: valueText(value, node.type, words),
    from: null,
    sources: [],
  };
}

function parameterReading({ id }: Extract<Read, { kind: 'parameter' }>, telling: Telling): Reading {
  const { language, tables, region, on, followed } = telling;
  const words = wordsFor(telling);
  const table = tables.get(id);
  const label = table?.title[words.language] ?? id;
  const inForce = table === undefined ? undefined : valueAt(table, region, on);
  if (table === undefined || inForce === undefined) {
    return { label, value: text(language, 'rules:value.absent'), from: null, sources: [] };
  }
  const value = withUnit(table, inForce.value, telling);
  const sources = sourcesOf(inForce.cites, inForce.pack, followed);
  return { label, value, from: inForce.from, sources };
}
