import { factNameOf, type RuleSubject } from '../model/facts-schema.ts';
import { type Facts } from '../model/rule-case.ts';
import type { RuleType } from '../model/rule-type.ts';
import { placeColumnName } from './sql-facts-store.ts';
import type { Needs } from './sql-frame.ts';
import { indexOfCode, sqlType, sqlValue, storedCode } from './sql-values-store.ts';

/** What offices state of their places, by code: twelve digits for villages, six for counties. */
export type PlaceFacts = {
  readonly villages: ReadonlyMap<string, Facts>;
  readonly counties: ReadonlyMap<string, Facts>;
};

/** Compared as what the column holds, so that DuckDB does it while it reads the column. */
export const ACTIVE = `h.status = ${storedCode('householdStatus', 'active')}`;
export const PRESENT = `p.status = ${storedCode('personStatus', 'present')}`;

type PlaceLevel = 'village' | 'county';

const counts: Readonly<Record<string, string>> = {
  registeredHouseholds: `count(*)`,
  registeredPersons: `coalesce(sum(h.present_members), 0)::BIGINT`,
  poorHouseholds: `coalesce(count_if(${isPoor()}), 0)::BIGINT`,
  poorPersons: `coalesce(sum(CASE WHEN ${isPoor()} THEN h.present_members END), 0)::BIGINT`,
};

/** On the register and not lifted out of poverty, or returned to it. */
function isPoor(): string {
  const codes = ['notExited', 'returned'].map((code) => indexOfCode('povertyStatus', code));
  return codes.map((code) => `enum_code(h.poverty_status) = ${code}`).join(' OR ');
}

/** The joins that bring what is known of the places of a row. */
export function joinsOf(needs: Needs, alias: 'h' | 'p' | 'v'): string {
  const village =
    alias !== 'v' && needs.villageFacts.size > 0
      ? ` LEFT JOIN rule_village v ON v.village = ${alias}.village`
      : '';
  const county =
    needs.countyFacts.size > 0 ? ` LEFT JOIN rule_county c ON c.county = ${alias}.county` : '';
  return village + county;
}

/** The parts of the query that say what is known of villages and counties. */
export function placesSql(needs: Needs, subject: RuleSubject, places: PlaceFacts): string[] {
  const parts: string[] = [];
  if (needs.villageFacts.size > 0 || subject === 'village')
    parts.push(placeSql('village', needs.villageFacts, places.villages));
  if (needs.countyFacts.size > 0 || subject === 'county')
    parts.push(placeSql('county', needs.countyFacts, places.counties));
  return parts;
}

function placeSql(
  level: PlaceLevel,
  names: ReadonlySet<string>,
  stated: ReadonlyMap<string, Facts>,
): string {
  const counted = [...names].filter((name) => name in counts);
  const given = [...names].filter((name) => name !== 'code' && !(name in counts));
  const above =
    level === 'village' ? 'village // 1000 AS township, village // 1000000 AS county, ' : '';
  const own = [
    ...counted.map((name) => `${counts[name]} AS ${placeColumnName(name)}`),
    `h.${level}::VARCHAR AS ${placeColumnName('code')}`,
  ];
  const higher = 'h.prefecture, h.province';
  const base =
    `SELECT h.${level}, ${higher}, ${own.join(', ')} FROM household h WHERE ${ACTIVE}` +
    ` GROUP BY h.${level}, ${higher}`;
  if (given.length === 0) return `rule_${level} AS (SELECT ${above}* FROM (${base}))`;
  return (
    `rule_${level} AS (SELECT ${above.replaceAll('village //', 'b.village //')}b.*, ${given.map((name) => `g.${placeColumnName(name)}`).join(', ')}` +
    ` FROM (${base}) b LEFT JOIN ${statedSql(level, given, stated)} ON g.${level} = b.${level})`
  );
}

function statedSql(
  level: PlaceLevel,
  names: readonly string[],
  stated: ReadonlyMap<string, Facts>,
): string {
  const types = names.map((name) => factNameOf(level, name)?.type ?? { kind: 'text' as const });
  const rows = [...stated].map(
    ([code, facts]) =>
      `(${[placeNumber(code), ...names.map((name, index) => cell(facts[name], types[index]))].join(', ')})`,
  );
  // A row that is nobody's gives the columns their types even if nothing is stated.
  const empty = ['-1::BIGINT', ...types.map((type) => `NULL::${sqlType(type)}`)];
  const columns = [level, ...names.map(placeColumnName)];
  return `(VALUES ${[`(${empty.join(', ')})`, ...rows].join(', ')}) g(${columns.join(', ')})`;
}

function placeNumber(code: string): string {
  if (!/^\d{6}(\d{6})?$/.test(code)) throw new Error('Not the code of a village or county');
  return String(Number(code));
}

function cell(value: Facts[string] | undefined, type: RuleType | undefined): string {
  if (value === null || value === undefined || type === undefined) return 'NULL';
  return sqlValue(value, type);
}

/** What the rows of a query are: those of its subject, with what the rules need beside them. */
export function rowsSql(needs: Needs, subject: RuleSubject): string {
  const members =
    needs.aggregates.size === 0
      ? ''
      : ` LEFT JOIN rule_member m ON m.household_id = ${subject === 'person' ? 'p' : 'h'}.household_id`;
  switch (subject) {
    case 'household':
      return `household h${members}${joinsOf(needs, 'h')} WHERE ${ACTIVE}`;
    case 'person': {
      const household = needs.household
        ? ` JOIN household h ON h.household_id = p.household_id AND ${ACTIVE}`
        : '';
      return `person p${household}${members}${joinsOf(needs, 'p')} WHERE ${PRESENT}`;
    }
    case 'village':
      return `rule_village v${joinsOf(needs, 'v')} WHERE true`;
    case 'county':
      return 'rule_county c WHERE true';
  }
}
