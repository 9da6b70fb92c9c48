import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import type { FindingChoice } from '../model/contract.ts';
import type { RuleId, RuleLevel } from '../model/index.ts';

/** What is asked of the facts, on which day: an exemption ends without anybody's doing. */
export type Asked = {
  readonly facts: Facts;
  readonly region: RegionCode;
  readonly today: PlainDate;
};

const exempted = `coalesce(exempted_until >= $today::DATE, false)`;
const states = {
  exempted,
  explained: `explained AND NOT ${exempted}`,
  open: `NOT explained AND NOT ${exempted}`,
};

const counts = `
  count(*) FILTER (${states.open}) AS open,
  count(*) FILTER (${states.explained}) AS explained,
  count(*) FILTER (${states.exempted}) AS exempted,
  count(DISTINCT household_id) FILTER (${states.open}) AS households`;

export type Counts = { open: number; explained: number; exempted: number; households: number };

export async function countByLevel(asked: Asked): Promise<(Counts & { level: RuleLevel })[]> {
  return await asked.facts.query(
    asked.region,
    `SELECT level, ${counts} FROM finding GROUP BY level ORDER BY level`,
    { today: asked.today },
  );
}

export async function countByRule(
  asked: Asked,
): Promise<(Counts & { ruleId: RuleId; level: RuleLevel })[]> {
  return await asked.facts.query(
    asked.region,
    `SELECT rule AS "ruleId", level, ${counts} FROM finding GROUP BY rule, level ORDER BY rule, level`,
    { today: asked.today },
  );
}

/** How many households there are, and in how many something has to be put right or explained. */
export async function countHouseholds(
  asked: Asked,
): Promise<{ households: number; faulty: number }> {
  const [all] = await asked.facts.query<{ households: number }>(
    asked.region,
    `SELECT count(*) AS households FROM household WHERE status = 'active'`,
  );
  const [found] = await asked.facts.query<{ faulty: number }>(
    asked.region,
    `SELECT count(DISTINCT household_id) AS faulty FROM finding WHERE level <> 'I' AND ${states.open}`,
    { today: asked.today },
  );
  return { households: all?.households ?? 0, faulty: found?.faulty ?? 0 };
}

const divisionBelow: Readonly<Record<number, string>> = {
  0: 'province',
  2: 'prefecture',
  4: 'county',
  6: 'township',
  9: 'village',
};

export type DivisionCounts = { households: number; E: number; W: number; I: number };

/** Open findings of each division just below that has any. */
export async function countByDivision(
  asked: Asked,
  choice: Pick<FindingChoice, 'ruleId' | 'level'>,
): Promise<Map<string, DivisionCounts>> {
  const division = divisionBelow[asked.region.length];
  if (division === undefined) return new Map();
  const { sql, parameters } = narrowedTo({ ...choice, state: 'open' });
  const rows = await asked.facts.query<DivisionCounts & { division: number }>(
    asked.region,
    `SELECT ${division} AS division, count(DISTINCT household_id) AS households,
            count(*) FILTER (level = 'E') AS "E", count(*) FILTER (level = 'W') AS "W",
            count(*) FILTER (level = 'I') AS "I"
       FROM finding WHERE ${sql} GROUP BY 1 ORDER BY 1`,
    { today: asked.today, ...parameters },
  );
  return new Map(rows.map(({ division: code, ...found }) => [String(code), found]));
}

export type FindingPlace = { countyCode: string; id: string };

/** Which findings stand on a page, the gravest first and household by household, and how many there are in all. */
export async function pageOfFindings(
  asked: Asked,
  choice: Pick<FindingChoice, 'ruleId' | 'level' | 'state'>,
  page: { limit: number; offset: number },
): Promise<{ total: number; places: FindingPlace[] }> {
  const { sql, parameters } = narrowedTo(choice);
  const values = { ...(sql.includes('$today') ? { today: asked.today } : {}), ...parameters };
  const [counted] = await asked.facts.query<{ total: number }>(
    asked.region,
    `SELECT count(*) AS total FROM finding WHERE ${sql}`,
    values,
  );
  const rows = await asked.facts.query<{ county: number; id: string }>(
    asked.region,
    `SELECT county, id FROM finding WHERE ${sql} ORDER BY position(level IN 'EWI'), village, household_id, rule, id
      LIMIT $limit::BIGINT OFFSET $offset::BIGINT`,
    { ...values, ...page },
  );
  return {
    total: counted?.total ?? 0,
    places: rows.map(({ county, id }) => ({ countyCode: String(county), id })),
  };
}

function narrowedTo({ ruleId, level, state }: Pick<FindingChoice, 'ruleId' | 'level' | 'state'>): {
  sql: string;
  parameters: Record<string, string>;
} {
  const parts = [
    ...(ruleId === undefined ? [] : ['rule = $rule']),
    ...(level === undefined ? [] : ['level = $level']),
    ...(state === undefined ? [] : [`(${states[state]})`]),
  ];
  return {
    sql: parts.length === 0 ? 'true' : parts.join(' AND '),
    parameters: {
      ...(ruleId === undefined ? {} : { rule: ruleId }),
      ...(level === undefined ? {} : { level }),
    },
  };
}
