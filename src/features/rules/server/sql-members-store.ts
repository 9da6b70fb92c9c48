import { canFault } from '../model/can-fault.ts';
import type { Expression } from '../model/expression.ts';
import { aggregateSql } from './sql-aggregates-store.ts';
import { whereTrueSql } from './sql-expression-store.ts';
import type { Frame, MemberAggregate } from './sql-frame.ts';
import { substitute } from './sql-lists-store.ts';

type Write = (node: Expression, frame: Frame) => string;
type Writing = { readonly frame: Frame; readonly write: Write };

/** The one name that members have in SQL, whatever the macros call them. */
const MEMBER = 'member';

const bool = { kind: 'bool' } as const;

/** Members that a chain of filters and maps takes, and what it makes of each. */
type Chain = { readonly conditions: readonly Expression[]; readonly element: Expression };

/** `persons.filter(a, …).map(b, …).filter(c, …)` as conditions on one member, and one value of it. */
function chainOf(list: Expression): Chain {
  if (list.kind === 'persons') {
    const element: Expression = {
      kind: 'variable',
      at: list.at,
      type: { kind: 'person' },
      name: MEMBER,
    };
    return { conditions: [], element };
  }
  if (list.kind !== 'macro') throw new Error('Not a list of members');
  const before = chainOf(list.list);
  const inner = (node: Expression): Expression => substitute(node, list.variable, before.element);
  if (list.macro === 'filter')
    return { ...before, conditions: [...before.conditions, inner(list.body)] };
  if (list.macro !== 'map') throw new Error('Not a list of members');
  const where = list.where === null ? [] : [inner(list.where)];
  return { conditions: [...before.conditions, ...where], element: inner(list.body) };
}

function memberFrame(frame: Frame): Frame {
  return { ...frame, member: MEMBER };
}

/** What the household's row reads of the aggregate; all that ask the same share one. */
function aggregate(kind: MemberAggregate['kind'], sql: string, { frame }: Writing): string {
  const { aggregates } = frame.needs;
  const key = `${kind} ${sql}`;
  const place =
    aggregates.get(key)?.place ??
    [...aggregates.values()].filter((other) => other.kind === kind).length;
  aggregates.set(key, { place, kind, sql });
  return aggregateSql(kind, place);
}

function allOf(conditions: readonly Expression[], at: Expression['at']): Expression {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  if (only === undefined) return { kind: 'literal', at, type: bool, value: true };
  return { kind: 'and', at, type: bool, parts: conditions };
}

function conditionSql(node: Expression, { frame }: Writing): string {
  return whereTrueSql(node, memberFrame(frame));
}

function any(conditions: readonly Expression[], writing: Writing): string {
  const [first] = conditions;
  const at = first?.at ?? { line: 1, column: 1 };
  const sql = conditionSql(allOf(conditions, at), writing);
  return `(${aggregate('any', sql, writing)})`;
}

/** Whether some member is left without a value by the parts, taken one after the other. */
function anyWithout(parts: readonly Expression[], writing: Writing): string | undefined {
  const inner = memberFrame(writing.frame);
  const faulty = parts.flatMap((part, index) => {
    if (!canFault(part, writing.frame.knowledge)) return [];
    const before = parts.slice(0, index).map((other) => writing.write(other, inner));
    return [[...before, `(${writing.write(part, inner)}) IS NULL`].join(' AND ')];
  });
  if (faulty.length === 0) return undefined;
  return aggregate('any', `(${faulty.map((sql) => `(${sql})`).join(' OR ')})`, writing);
}

function unless(without: string | undefined, sql: string): string {
  return without === undefined ? sql : `(CASE WHEN NOT ${without} THEN ${sql} END)`;
}

type Test = (element: Expression) => Expression;

/** Whether a member of the list meets the test. */
export function anyMember(list: Expression, test: Test, writing: Writing): string {
  const { conditions, element } = chainOf(list);
  const asked = test(element);
  const found = any([...conditions, asked], writing);
  const ofList = anyWithout([...conditions, element], writing);
  const ofTest = canFault(asked, writing.frame.knowledge)
    ? anyWithout([...conditions, asked], writing)
    : undefined;
  if (ofList === undefined && ofTest === undefined) return found;
  // A list that cannot be told leaves everything open; a test that cannot be told only what no other member decides.
  return unless(ofList, `(CASE WHEN ${found} THEN true ELSE ${unless(ofTest, 'false')} END)`);
}

export function allMembers(list: Expression, test: Test, writing: Writing): string {
  const otherwise: Test = (element) => {
    const asked = test(element);
    return { kind: 'not', at: asked.at, type: bool, of: asked };
  };
  return `(NOT ${anyMember(list, otherwise, writing)})`;
}

export function oneMember(list: Expression, test: Test, writing: Writing): string {
  const { conditions, element } = chainOf(list);
  return `(${count([...conditions, test(element)], writing)} = 1)`;
}

function count(conditions: readonly Expression[], writing: Writing): string {
  const [first] = conditions;
  const at = first?.at ?? { line: 1, column: 1 };
  const sql = conditionSql(allOf(conditions, at), writing);
  return unless(anyWithout(conditions, writing), aggregate('count', sql, writing));
}

export function countMembers(list: Expression, writing: Writing): string {
  const { conditions, element } = chainOf(list);
  if (conditions.length === 0 && !canFault(element, writing.frame.knowledge)) {
    writing.frame.needs.household = true;
    return 'h.present_members';
  }
  return unless(anyWithout([...conditions, element], writing), count(conditions, writing));
}

export function sumMembers(list: Expression, writing: Writing): string {
  const { conditions, element } = chainOf(list);
  const value = writing.write(element, memberFrame(writing.frame));
  const taken =
    conditions.length === 0
      ? value
      : `(CASE WHEN ${conditionSql(allOf(conditions, element.at), writing)} THEN ${value} END)`;
  return unless(anyWithout([...conditions, element], writing), aggregate('sum', taken, writing));
}
