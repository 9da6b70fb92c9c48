import type { Facts } from '../../../platform/server/facts/facts.ts';
import { type DueQuery, type DueSql, dueQuery, type Subject } from './due-store.ts';
import type { Part } from './parts.ts';
import { keyOf } from './rules-in-force.ts';

/** How many are due what by one rule, in one place. */
export type DueCount = {
  readonly due: number;
  readonly gotAndDue: number;
  readonly dueNotGot: number;
  readonly gotNotDue: number;
  readonly open: number;
  /** In fen; null if nothing is paid. */
  readonly amountFen: number | null;
  readonly notGotFen: number | null;
};

export type PlaceCounts = {
  /** The code of the division, as a number; null where nothing is grouped. */
  readonly place: string | null;
  readonly asked: number;
  /** By the key of the rule. */
  readonly counts: ReadonlyMap<string, DueCount>;
};

type Row = Readonly<Record<string, string | number | bigint | null>>;

/** Counts all rules of a part about one subject in one pass, by a level of divisions if one is named. */
export async function countDue(
  facts: Pick<Facts, 'query'>,
  part: Part,
  { subject, level }: { subject: Subject; level: string | undefined },
): Promise<PlaceCounts[]> {
  const asked = dueQuery(part, subject);
  if (asked === undefined) return [];
  const group = level === undefined ? [] : [`${asked.query.dimension(level)} AS place`];
  const columns = asked.rules.flatMap(columnsOf);
  const sql = asked.query.select(
    [...group, 'count(*) AS asked', ...columns],
    `${asked.within}${level === undefined ? '' : ' GROUP BY place ORDER BY place'}`,
  );
  const rows = await facts.query<Row>(part.region, sql);
  return rows.map((row) => ({
    place: row['place'] === undefined || row['place'] === null ? null : String(row['place']),
    asked: numberIn(row, 'asked'),
    counts: countsOf(row, asked),
  }));
}

function columnsOf({ due, open, got, notGot, amount }: DueSql, place: number): string[] {
  const count = (name: string, condition: string): string =>
    `coalesce(count_if(${condition}), 0) AS ${name}${place}`;
  const sum = (name: string, condition: string): string =>
    `coalesce(sum(CASE WHEN ${condition} THEN ${amount} END), 0) AS ${name}${place}`;
  return [
    count('due', due),
    count('both', `${due} AND ${got}`),
    count('missed', `${due} AND ${notGot}`),
    count('undue', `NOT ${due} AND NOT ${open} AND ${got}`),
    count('open', open),
    ...(amount === null ? [] : [sum('fen', due), sum('missed_fen', `${due} AND ${notGot}`)]),
  ];
}

function countsOf(row: Row, { rules }: DueQuery): Map<string, DueCount> {
  return new Map(
    rules.map(({ sound, amount }, place) => [
      keyOf(sound),
      {
        due: numberIn(row, `due${place}`),
        gotAndDue: numberIn(row, `both${place}`),
        dueNotGot: numberIn(row, `missed${place}`),
        gotNotDue: numberIn(row, `undue${place}`),
        open: numberIn(row, `open${place}`),
        amountFen: amount === null ? null : numberIn(row, `fen${place}`),
        notGotFen: amount === null ? null : numberIn(row, `missed_fen${place}`),
      },
    ]),
  );
}

function numberIn(row: Row, name: string): number {
  return Number(row[name] ?? 0);
}
