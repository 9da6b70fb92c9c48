import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import type { ListedStanding } from '../model/contract.ts';
import { type DueQuery, type DueSql, dueQuery } from './due-store.ts';
import type { Part } from './parts.ts';
import { keyOf } from './rules-in-force.ts';

export type FoundRow = {
  readonly household: string;
  readonly person: string | null;
  readonly village: string;
  readonly number: string;
  readonly headName: string;
  readonly amountFen: number | null;
};

/** Whoever stands so to a rule in a part, ready to be counted and paged through. */
export type DueList = {
  count(): Promise<number>;
  page(range: { limit: number; offset: number }): Promise<FoundRow[]>;
};

type Row = {
  household: string;
  person: string | null;
  village: number | bigint;
  number: string | null;
  head: string | null;
  amount: number | bigint | null;
};

/** Undefined if the rule does not hold in the part, or cannot be asked yet. */
export function listDue(
  facts: Pick<Facts, 'query'>,
  part: Part,
  { rule: key, standing }: { rule: string; standing: ListedStanding },
): DueList | undefined {
  const sound = part.rules.find((each) => keyOf(each) === key);
  if (sound === undefined || sound.rule.subject === 'village' || sound.rule.subject === 'county')
    return undefined;
  const asked = dueQuery(part, sound.rule.subject);
  const due = asked?.rules.find((each) => each.sound === sound);
  if (asked === undefined || due === undefined) return undefined;
  const where = `${asked.within} AND ${conditionOf(due, standing)}`;
  return {
    count: async () => {
      const sql = asked.query.select(['count(*) AS total'], where);
      const [row] = await facts.query<{ total: number | bigint }>(part.region, sql);
      return Number(row?.total ?? 0);
    },
    page: async (range) => {
      const sql = asked.query.select(columnsOf(asked, due), `${where}${orderOf(asked, range)}`);
      return (await facts.query<Row>(part.region, sql)).map(foundRow);
    },
  };
}

function conditionOf({ due, open, got, notGot }: DueSql, standing: ListedStanding): string {
  switch (standing) {
    case 'due':
      return due;
    case 'gotAndDue':
      return `${due} AND ${got}`;
    case 'dueNotGot':
      return `${due} AND ${notGot}`;
    case 'gotNotDue':
      return `NOT ${due} AND NOT ${open} AND ${got}`;
    case 'open':
      return open;
  }
}

function columnsOf({ alias }: DueQuery, { due, amount }: DueSql): string[] {
  return [
    `${alias}.household_id::VARCHAR AS household`,
    `${alias === 'p' ? 'p.id::VARCHAR' : 'NULL'} AS person`,
    `${alias}.village AS village`,
    'h.number AS number',
    'h.head_name AS head',
    `${amount === null ? 'NULL' : `CASE WHEN ${due} THEN ${amount} END`} AS amount`,
  ];
}

function orderOf(
  { alias }: DueQuery,
  { limit, offset }: { limit: number; offset: number },
): string {
  const last = alias === 'p' ? ', p.id' : '';
  return ` ORDER BY ${alias}.village, h.number, h.household_id${last} LIMIT ${limit} OFFSET ${offset}`;
}

function foundRow({ household, person, village, number, head, amount }: Row): FoundRow {
  return {
    household,
    person,
    village: String(village),
    number: number ?? '',
    headName: head ?? '',
    amountFen: amount === null ? null : Number(amount),
  };
}

/** The names of persons of one county, as far as the scope of the transaction reaches. */
export async function personNames(
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from person where county_code = ${county} and id = any(${[...ids]})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
