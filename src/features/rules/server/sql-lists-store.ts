import { canFault } from '../model/can-fault.ts';
import type { Expression, ExpressionOf } from '../model/expression.ts';
import { codeSql } from './sql-codes-store.ts';
import { type Frame, isFrom } from './sql-frame.ts';
import { allMembers, anyMember, oneMember } from './sql-members-store.ts';

type Write = (node: Expression, frame: Frame) => string;
type Writing = { readonly frame: Frame; readonly write: Write };

/** A list that is written out. Members are never written as a list: whatever is asked of them is worked out beside it. */
export function listSql(
  node: ExpressionOf<'list' | 'persons'>,
  frame: Frame,
  write: Write,
): string {
  if (node.kind === 'persons') throw new Error('Members are asked for, not listed');
  return `[${node.items.map((item) => elementSql(item, { frame, write })).join(', ')}]`;
}

/** Codes stand in lists as texts. */
function elementSql(node: Expression, { frame, write }: Writing): string {
  return node.type.kind === 'code' ? codeSql(node, 'text', { frame, write }) : write(node, frame);
}

export function macroSql(node: ExpressionOf<'macro'>, frame: Frame, write: Write): string {
  return isFrom(node, 'persons')
    ? overMembers(node, { frame, write })
    : overValues(node, { frame, write });
}

function overMembers(node: ExpressionOf<'macro'>, writing: Writing): string {
  const test = (element: Expression): Expression => ({
    ...substitute(node.body, node.variable, element),
  });
  switch (node.macro) {
    case 'exists':
      return anyMember(node.list, test, writing);
    case 'all':
      return allMembers(node.list, test, writing);
    case 'exists_one':
      return oneMember(node.list, test, writing);
    default:
      throw new Error('Members are asked for, not listed');
  }
}

/** The expression with the element in place of the variable. */
export function substitute(node: Expression, variable: string, element: Expression): Expression {
  const inner = (part: Expression): Expression => substitute(part, variable, element);
  switch (node.kind) {
    case 'variable':
      return node.name === variable ? element : node;
    case 'fact':
      return node.of === variable && element.kind === 'variable'
        ? { ...node, of: element.name }
        : node;
    case 'present': {
      const fact = inner(node.fact);
      return fact.kind === 'fact' ? { ...node, fact } : node;
    }
    case 'and':
    case 'or':
      return { ...node, parts: node.parts.map(inner) };
    case 'call':
      return { ...node, parts: node.parts.map(inner) };
    case 'not':
    case 'negate':
      return { ...node, of: inner(node.of) };
    case 'compare':
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case 'arithmetic':
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case 'among':
      return { ...node, value: inner(node.value), list: inner(node.list) };
    case 'choice':
      return {
        ...node,
        condition: inner(node.condition),
        chosen: inner(node.chosen),
        otherwise: inner(node.otherwise),
      };
    case 'list':
      return { ...node, items: node.items.map(inner) };
    case 'macro':
      return {
        ...node,
        list: inner(node.list),
        where: node.where === null ? null : inner(node.where),
        body: inner(node.body),
      };
    default:
      return node;
  }
}

/** A macro over codes or other plain values, as a list lambda. */
function overValues(node: ExpressionOf<'macro'>, { frame, write }: Writing): string {
  const list = write(node.list, frame);
  const inner = { ...frame, variables: new Set([...frame.variables, node.variable]) };
  const name = `v_${node.variable}`;
  const body = elementSql(node.body, { frame: inner, write });
  const filtered = (condition: string): string =>
    `list_filter(${list}, lambda ${name}: ${condition})`;
  const faulty = canFault(node.body, frame.knowledge);
  const unlessFaulty = (sql: string): string =>
    faulty ? `(CASE WHEN len(${filtered(`(${body}) IS NULL`)}) = 0 THEN ${sql} END)` : sql;
  switch (node.macro) {
    case 'exists':
      return decided({ found: `len(${filtered(body)}) > 0`, gives: 'true' }, unlessFaulty);
    case 'all':
      return decided(
        { found: `len(${filtered(`NOT ${body}`)}) > 0`, gives: 'false' },
        unlessFaulty,
      );
    case 'exists_one':
      return unlessFaulty(`(len(${filtered(body)}) = 1)`);
    case 'filter':
      return unlessFaulty(filtered(body));
    case 'map': {
      if (node.where === null)
        return unlessFaulty(`list_transform(${list}, lambda ${name}: ${body})`);
      const where = write(node.where, inner);
      const taken = `list_transform(${filtered(where)}, lambda ${name}: ${body})`;
      if (!faulty && !canFault(node.where, frame.knowledge)) return taken;
      return `(CASE WHEN len(${filtered(`(${where}) IS NULL OR (${where} AND (${body}) IS NULL)`)}) = 0 THEN ${taken} END)`;
    }
  }
}

/** One element decides; only if none does, it matters whether another has no value. */
function decided(
  { found, gives }: { found: string; gives: 'true' | 'false' },
  unlessFaulty: (sql: string) => string,
): string {
  const other = unlessFaulty(gives === 'true' ? 'false' : 'true');
  return `(CASE WHEN ${found} THEN ${gives} ELSE ${other} END)`;
}
