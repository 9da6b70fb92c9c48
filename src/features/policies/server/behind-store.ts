import type { Facts } from '../../../platform/server/facts/facts.ts';
import { type Question, ruleQuery } from '../../rules/server/index.ts';
import type { Measure } from './measures.ts';

export type HouseholdBehind = {
  readonly id: string;
  readonly village: string;
  readonly number: string;
  readonly headName: string;
};

type Found = { id: string; village: number | bigint; total: number | bigint };
type Named = { id: string; number: string | null; name: string | null };

/** One page of the households that a measure counts, or in which persons live whom it counts, by village. */
export async function findHouseholdsBehind(
  facts: Pick<Facts, 'query'>,
  measure: Measure,
  { question, limit, offset }: { question: Question; limit: number; offset: number },
): Promise<{ total: number; rows: HouseholdBehind[] }> {
  const query = ruleQuery([{ id: 'behind', when: measure.behind }], question);
  const alias = measure.subject === 'person' ? 'p' : 'h';
  const [rule] = query.rules;
  if (rule === undefined) return { total: 0, rows: [] };
  const sql = query.select(
    [
      `${alias}.household_id::VARCHAR AS id`,
      `min(${alias}.village) AS village`,
      'count(*) OVER () AS total',
    ],
    ` AND (${rule.met}) GROUP BY ${alias}.household_id ORDER BY village, id LIMIT ${limit} OFFSET ${offset}`,
  );
  const found = await facts.query<Found>(question.scope, sql);
  const names = await namesOf(
    facts,
    question,
    found.map(({ id }) => id),
  );
  return {
    total: Number(found[0]?.total ?? 0),
    rows: found.map(({ id, village }) => ({
      id,
      village: String(village),
      number: names.get(id)?.number ?? '',
      headName: names.get(id)?.name ?? '',
    })),
  };
}

async function namesOf(
  facts: Pick<Facts, 'query'>,
  { scope }: Question,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const list = ids.map((id) => `'${id.replaceAll(/[^0-9a-f-]/g, '')}'`).join(', ');
  const rows = await facts.query<Named>(
    scope,
    `SELECT household_id::VARCHAR AS id, number, head_name AS name FROM household
      WHERE household_id::VARCHAR IN (${list})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
