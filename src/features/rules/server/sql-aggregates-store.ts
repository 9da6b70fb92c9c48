import type { MemberAggregate, Needs } from './sql-frame.ts';
import { ACTIVE, joinsOf, PRESENT } from './sql-rows-store.ts';

/** Truth values of members are bits of a number: one aggregate for thirty of them. */
const BITS = 30;

function bitOf(place: number): { column: string; bit: number } {
  return { column: `k${Math.floor(place / BITS)}`, bit: 2 ** (place % BITS) };
}

/**
 * A bit where the condition is true. The comparison makes DuckDB work the condition out for all rows first; straight in the CASE it
 * would pick rows one by one, which takes nearly twice as long.
 */
export function bitWhere(sql: string, bit: number): string {
  return `CASE WHEN (${sql}) IS NOT DISTINCT FROM true THEN ${bit} ELSE 0 END`;
}

/** How a row reads the aggregate; a household none of whose members adds to it has none. */
export function aggregateSql(kind: MemberAggregate['kind'], place: number): string {
  switch (kind) {
    case 'any': {
      const { column, bit } = bitOf(place);
      // Without members the number is NULL, and nothing holds of any.
      return `((m.${column} & ${bit}) IS NOT DISTINCT FROM ${bit})`;
    }
    case 'count':
      return `coalesce(m.n${place}, 0)`;
    case 'sum':
      return `coalesce(m.s${place}, 0)`;
  }
}

/** The part of the query that works out the aggregates of all rules in one pass over the members; undefined if no rule asks. */
export function membersSql(needs: Needs): string | undefined {
  if (needs.aggregates.size === 0) return undefined;
  const aggregates = [...needs.aggregates.values()];
  const ofKind = (kind: MemberAggregate['kind']): MemberAggregate[] =>
    aggregates.filter((aggregate) => aggregate.kind === kind);
  const masks = new Map<string, string[]>();
  for (const { place, sql } of ofKind('any')) {
    const { column, bit } = bitOf(place);
    const bits = masks.get(column) ?? [];
    masks.set(column, [...bits, bitWhere(sql, bit)]);
  }
  const columns = [
    ...[...masks].map(([column, bits]) => ({
      column,
      sql: bits.join(' | '),
      whole: `bit_or(${column})`,
    })),
    ...ofKind('count').map(({ place, sql }) => ({
      column: `n${place}`,
      sql: `CASE WHEN (${sql}) IS NOT DISTINCT FROM true THEN 1 END`,
      whole: `count(n${place})`,
    })),
    ...ofKind('sum').map(({ place, sql }) => ({
      column: `s${place}`,
      sql,
      whole: `sum(s${place})`,
    })),
  ];
  const household = needs.memberReadsHousehold
    ? ` JOIN household h ON h.household_id = p.household_id AND ${ACTIVE}`
    : '';
  const places = needs.memberReadsPlaces ? joinsOf(needs, 'p') : '';
  return (
    `rule_member AS (SELECT household_id, ${columns.map(({ column, whole }) => `${whole} AS ${column}`).join(', ')}` +
    ` FROM (SELECT p.household_id, ${columns.map(({ column, sql }) => `${sql} AS ${column}`).join(', ')}` +
    ` FROM person p${household}${places} WHERE ${PRESENT}) q GROUP BY household_id)`
  );
}
