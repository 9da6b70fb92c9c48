/**
 * Dashboard of a province, any drill-down, through the facts with scope and filters, beside a bare
 * scan of DuckDB that sums the same columns of the same rows (target ≤ 3 ×).
 *
 *     node bench/dashboard.ts [households] [rounds]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Filter } from '../src/features/households/model/index.ts';
import { householdFactTables } from '../src/features/households/server/index.ts';
import { definitionOf } from '../src/features/wall/model/breakdowns.ts';
import { surveyedIn } from '../src/features/wall/model/incomes.ts';
import { onRegister } from '../src/features/wall/model/measures.ts';
import {
  type Asked,
  countDivisions,
  countIncomes,
  countMissing,
  countRegion,
  countValues,
} from '../src/features/wall/server/wall-store.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { conditionSql } from '../src/platform/server/facts/condition.ts';
import { openFactFile } from '../src/platform/server/facts/fact-file.ts';
import { type Facts, noFacts, scopedAsker } from '../src/platform/server/facts/facts.ts';
import { stateFigure } from './figure.ts';
import { compare, printComparison, printMachine } from './measure.ts';
import { fillProvince } from './province.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 9);
const AT_MOST = 3;

const folder = join('data', 'bench-dashboard');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const file = await openFactFile(folder, { memoryBytes: 2 ** 31, threads: 2 });
await file.with(
  async (connection) => await fillProvince(connection, { households: HOUSEHOLDS, seed: 1 }),
);

const facts: Facts = {
  ...noFacts,
  query: scopedAsker(householdFactTables, async (work) => await file.with(work)),
  where: (conditions, prefix) => conditionSql(householdFactTables, 'household', conditions, prefix),
};

const province = asked('99');
const county = asked('990505');
const township = asked('990505107');

function asked(region: string): Asked {
  return { facts, region: regionCode(region) };
}

const judged =
  'max(status), max(poverty_status), max(monitored), max(complete), sum(present_members)';
const measured = `${judged}, sum(members_income_fen), sum(members_with_income)`;

const byCause: Filter[] = [
  ...onRegister,
  { field: 'household.povertyStatus', operator: 'in', values: ['notExited', 'returned'] },
];

const everyone = 'true';
const oneCounty = 'village >= 990505000000 AND village < 990506000000';
const oneTownship = 'village >= 990505107000 AND village < 990505108000';

const drillDowns: [name: string, ours: () => Promise<unknown>, columns: string, from: string][] = [
  [
    'province: all measures',
    async () => await countRegion(province),
    measured,
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province by prefecture: all measures',
    async () => await countDivisions(province, { level: 'prefecture', withIncome: true }),
    `${measured}, sum(prefecture)`,
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province by county: all measures',
    async () => await countDivisions(province, { level: 'county', withIncome: true }),
    `${measured}, sum(county)`,
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province by cause',
    async () => await countValues(province, definitionOf.cause),
    'max(status), max(main_cause), sum(present_members)',
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province by cause, not lifted only',
    async () =>
      await countValues(province, {
        field: 'household.mainCause',
        among: byCause,
        countsAbsent: false,
      }),
    'max(status), max(main_cause), max(poverty_status), sum(present_members)',
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province by missing field',
    async () => await countValues(province, definitionOf.missing),
    'max(status), sum(len(missing)), sum(present_members)',
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province: income bands',
    async () => await countIncomes(province, surveyedIn(2025)),
    'max(status), sum(survey_year), sum(income_band), sum(present_members)',
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province: what is missing of households and persons',
    async () => await countMissing(province),
    'sum(missing_bits), sum(members_missing_bits), (SELECT sum(missing_bits) FROM person_fact)',
    `household_fact WHERE ${everyone}`,
  ],
  [
    'province: persons by education and sex',
    async () =>
      await facts.query(
        province.region,
        'SELECT education, sex, count(*) AS n FROM person GROUP BY ALL',
      ),
    'max(education), max(sex)',
    `person_fact WHERE ${everyone}`,
  ],
  [
    'county by township: all measures',
    async () => await countDivisions(county, { level: 'township', withIncome: true }),
    `${measured}, sum(township)`,
    `household_fact WHERE ${oneCounty}`,
  ],
  [
    'county by village: all measures',
    async () => await countDivisions(county, { level: 'village', withIncome: false }),
    `${judged}, sum(village)::DOUBLE`,
    `household_fact WHERE ${oneCounty}`,
  ],
  [
    'township by village: all measures',
    async () => await countDivisions(township, { level: 'village', withIncome: false }),
    `${judged}, sum(village)::DOUBLE`,
    `household_fact WHERE ${oneTownship}`,
  ],
];

printMachine();
let missed = 0;
for (const [name, ours, columns, from] of drillDowns) {
  const peer = async (): Promise<void> => {
    await file.with(
      async (connection) => await connection.rows(`SELECT count(*), ${columns} FROM ${from}`),
    );
  };
  const found = await compare(name, { ours, peer }, ROUNDS);
  printComparison(found, AT_MOST);
  stateFigure({
    figure: `dashboard of ${HOUSEHOLDS} households: ${name}`,
    value: found.wallRatio,
    unit: '×',
    peer: 'a bare scan',
    atMost: AT_MOST,
  });
  if (found.wallRatio > AT_MOST && found.cpuRatio > AT_MOST) missed += 1;
}
console.log(
  `${HOUSEHOLDS} households: ${drillDowns.length - missed} of ${drillDowns.length} within ${AT_MOST} ×`,
);
file.close();
rmSync(folder, { recursive: true, force: true });
