import { factFieldOf } from '../../households/model/index.ts';
import type { FactNode } from '../model/expression.ts';
import type { Frame } from './sql-frame.ts';

/** What rules call otherwise than the facts. */
const storedAs: Readonly<Record<string, string>> = {
  'household.size': 'household.presentMembers',
  'person.isHead': 'person.relation',
  'person.age': 'person.birthDay',
};

/** The row in which the fact stands; noted, so that the query brings it. */
function columnOf(node: FactNode, frame: Frame): string {
  const { record, name } = node;
  if (record === 'answer') throw new Error('The answers of a form are not in the facts');
  if (record === 'village' || record === 'county') return placeColumn(record, name, frame);
  const key = `${record}.${name}`;
  const field = factFieldOf(storedAs[key] ?? key);
  if (field === undefined) throw new Error(`The facts have no ${key}`);
  if (record === 'person') return `p.${field.column}`;
  if (frame.member !== null) frame.needs.memberReadsHousehold = true;
  else frame.needs.household = true;
  return `h.${field.column}`;
}

function placeColumn(record: 'village' | 'county', name: string, frame: Frame): string {
  const names = record === 'village' ? frame.needs.villageFacts : frame.needs.countyFacts;
  names.add(name);
  if (frame.member !== null) frame.needs.memberReadsPlaces = true;
  return `${record === 'village' ? 'v' : 'c'}.${placeColumnName(name)}`;
}

/** The column in which an attribute of a place stands. */
export function placeColumnName(name: string): string {
  return `f_${name.toLowerCase()}`;
}

/** How the person's age follows from the day of birth: completed years on the day asked. */
function ageSql(birthDay: string, on: string): string {
  const monthDay = Number(on.slice(5, 7)) * 100 + Number(on.slice(8, 10));
  return (
    `(${Number(on.slice(0, 4))} - year(${birthDay}) -` +
    ` (month(${birthDay}) * 100 + day(${birthDay}) > ${monthDay})::INTEGER)`
  );
}

export function factSql(node: FactNode, frame: Frame): string {
  const column = columnOf(node, frame);
  if (node.record !== 'person') return column;
  if (node.name === 'age') return ageSql(column, frame.on);
  return node.name === 'isHead' ? `(${column}::VARCHAR IN ('01', '02'))` : column;
}

/** Of several codes at least one has to be stated. */
export function presentSql(node: FactNode, frame: Frame): string {
  const column = columnOf(node, frame);
  return node.type.kind === 'list'
    ? `(coalesce(len(${column}), 0) > 0)`
    : `(${column} IS NOT NULL)`;
}
