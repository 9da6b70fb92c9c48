import { canFault } from '../model/can-fault.ts';
import type { Expression, ExpressionOf } from '../model/expression.ts';
import { magnitudeOf, SAFE } from '../model/magnitude.ts';
import { ageComparison } from './sql-age-store.ts';
import { amongSql } from './sql-among-store.ts';
import { codeForm, codeSql } from './sql-codes-store.ts';
import { factSql, presentSql } from './sql-facts-store.ts';
import { type Frame, rowAlias, scopedValuesOf } from './sql-frame.ts';
import { callSql } from './sql-functions-store.ts';
import { listSql, macroSql } from './sql-lists-store.ts';
import { valueByPlace } from './sql-places-store.ts';
import { sqlValue } from './sql-values-store.ts';

/**
 * An expression as SQL. What has no value is NULL, which goes through SQL's three-valued logic just as a fault goes
 * through the rule.
 */
export function expressionSql(node: Expression, frame: Frame): string {
  switch (node.kind) {
    case 'literal':
      return sqlValue(node.value, node.type);
    case 'fact':
      return factSql(node, frame);
    case 'present':
      return presentSql(node.fact, frame);
    case 'parameter':
      return valueByPlace(scopedValuesOf(node.id, frame), frame.scope, {
        alias: rowAlias(frame),
        write: (value) => sqlValue(value, node.type),
      });
    case 'clock':
      return node.name === 'on' ? `DATE '${frame.on}'` : String(Number(frame.on.slice(0, 4)));
    case 'variable':
      return `v_${node.name}`;
    case 'and':
    case 'or':
      return junction(node, frame, expressionSql);
    case 'not':
      return `(NOT ${expressionSql(node.of, frame)})`;
    case 'negate':
      return `(-${expressionSql(node.of, frame)})`;
    case 'compare':
      return compareSql(node, frame);
    case 'arithmetic':
      return arithmeticSql(node, frame);
    case 'among':
      return amongSql(node, frame, expressionSql);
    case 'choice':
      return choiceSql(node, frame);
    case 'macro':
      return macroSql(node, frame, expressionSql);
    case 'call':
      return callSql(node, frame, expressionSql);
    case 'persons':
    case 'list':
      return listSql(node, frame, expressionSql);
  }
}

type Write = (node: Expression, frame: Frame) => string;

function junction(node: ExpressionOf<'and' | 'or'>, frame: Frame, write: Write): string {
  const word = node.kind === 'and' ? ' AND ' : ' OR ';
  return `(${node.parts.map((part) => write(part, frame)).join(word)})`;
}

/**
 * A condition where only true counts, and NULL is as good as false: has() before what is NULL anyway falls away, which
 * halves the work. Only for conditions that cannot fault.
 */
export function whereTrueSql(node: Expression, frame: Frame): string {
  if (canFault(node, frame.knowledge)) return expressionSql(node, frame);
  if (node.kind === 'or') return junction(node, frame, whereTrueSql);
  if (node.kind !== 'and') return expressionSql(node, frame);
  const needed = node.parts.filter(
    (part) =>
      part.kind !== 'present' ||
      !node.parts.some((other) => other !== part && isNullWithout(other, keyOf(part.fact))),
  );
  return junction({ ...node, parts: needed }, frame, whereTrueSql);
}

function keyOf({ record, name, of }: ExpressionOf<'fact'>): string {
  const stored = name === 'age' ? 'birthDay' : name;
  return `${of ?? record}.${name === 'isHead' ? 'relation' : stored}`;
}

/** Whether the part is NULL as soon as that fact is. */
function isNullWithout(node: Expression, key: string): boolean {
  switch (node.kind) {
    case 'fact':
      return keyOf(node) === key;
    case 'compare':
    case 'arithmetic':
      return isNullWithout(node.left, key) || isNullWithout(node.right, key);
    case 'among':
      return isNullWithout(node.value, key) || isNullWithout(node.list, key);
    case 'not':
    case 'negate':
      return isNullWithout(node.of, key);
    case 'and':
      return node.parts.some((part) => isNullWithout(part, key));
    case 'or':
      return node.parts.every((part) => isNullWithout(part, key));
    case 'call':
      return node.parts.some((part) => isNullWithout(part, key));
    default:
      return false;
  }
}

const operators: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

function compareSql(node: ExpressionOf<'compare'>, frame: Frame): string {
  const byBirthDay = ageComparison(node, frame);
  if (byBirthDay !== undefined) return byBirthDay;
  const operator = operators[node.operator] ?? node.operator;
  if (node.left.type.kind !== 'code')
    return `(${expressionSql(node.left, frame)} ${operator} ${expressionSql(node.right, frame)})`;
  const form = codeForm(node.left) === 'text' || codeForm(node.right) === 'text' ? 'text' : 'index';
  const write = (side: Expression): string => codeSql(side, form, { frame, write: expressionSql });
  return `(${write(node.left)} ${operator} ${write(node.right)})`;
}

/** Whole numbers are worked with as BIGINT, and looked at only where they may leave what every engine can hold. */
function arithmeticSql(node: ExpressionOf<'arithmetic'>, frame: Frame): string {
  const left = expressionSql(node.left, frame);
  const right = expressionSql(node.right, frame);
  const { operator } = node;
  if (node.type.kind === 'decimal') {
    const sql =
      operator === '/' ? `(${left} / nullif(${right}, 0))` : `(${left} ${operator} ${right})`;
    return `(CASE WHEN isfinite(${sql}) THEN ${sql} END)`;
  }
  if (operator === '/' || operator === '%')
    return `(${left}::BIGINT ${operator === '/' ? '//' : '%'} ${right})`;
  const magnitude = magnitudeOf(node, frame.knowledge);
  if (operator !== '*' || magnitude <= 2 ** 62) {
    const sql = `(${left}::BIGINT ${operator} ${right})`;
    return magnitude > SAFE ? withinRange(sql) : sql;
  }
  return `${withinRange(`(${left}::HUGEINT * ${right})`)}::BIGINT`;
}

/** NULL where the number is too large to be told from its neighbours. */
export function withinRange(sql: string): string {
  return `(CASE WHEN abs(${sql}) <= ${SAFE} THEN ${sql} END)`;
}

/** SQL's ELSE would also take what cannot be told. */
function choiceSql(node: ExpressionOf<'choice'>, frame: Frame): string {
  const condition = expressionSql(node.condition, frame);
  const isCode = node.type.kind === 'code';
  const write = (part: Expression): string =>
    isCode ? codeSql(part, 'text', { frame, write: expressionSql }) : expressionSql(part, frame);
  const [then, otherwise] = [write(node.chosen), write(node.otherwise)];
  if (!canFault(node.condition, frame.knowledge))
    return `(CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END)`;
  return `(CASE WHEN ${condition} THEN ${then} WHEN NOT ${condition} THEN ${otherwise} END)`;
}
