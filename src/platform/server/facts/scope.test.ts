import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { type FactConnection, type FactFile, openFactFile } from './fact-file.ts';
import { createStatement, type FactTable } from './fact-table.ts';
import { checkQuery, scopedQuery } from './scoped-query.ts';

function table(name: string): FactTable {
  return {
    name,
    base: name,
    from: `${name} t`,
    countyCode: 't.county_code',
    villageCode: 't.village_code',
    householdId: 't.household_id',
    columns: [{ name: 'size', type: 'integer', sql: 't.size' }],
  };
}
const tables = [table('household'), table('person')];

/** Two townships of Willow that lie side by side, the next county, and the next province. */
const villages = [
  990101100201, 990101100202, 990101101201, 990101101202, 990102100201, 990201100201, 980101100201,
];
const scopes = [
  '',
  '99',
  '9901',
  '990101',
  '990101100',
  '990101101',
  '990101100201',
  '990102',
  '98',
];

let folder: string;
let file: FactFile;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-scope-'));
  file = await openFactFile(folder, { memoryBytes: 200 * 1_048_576, threads: 1 });
  await file.with(async (connection) => {
    for (const each of tables) {
      await connection.run(createStatement(each));
      await connection.run(
        `INSERT INTO ${each.name}_fact SELECT v, v // 1000, v // 1000000, v // 100000000, v // 10000000000,
           uuid(), i FROM unnest([${villages.join(', ')}]) t(v), range(5) r(i)`,
      );
    }
  });
});

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<Row>(
  connection: FactConnection,
  scope: RegionCode | undefined,
  sql: string,
): Promise<Row[]> {
  const read = await checkQuery(connection, tables, sql);
  return await connection.rows<Row>(scopedQuery(read, scope, sql));
}

function within(scope: string): number[] {
  return villages.filter((village) => String(village).startsWith(scope));
}

/** SQL in which every row tells the village that it comes from, however it is put together. */
const source = fc.letrec<{ rows: string }>((tie) => ({
  rows: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'SELECT village FROM household',
      'SELECT p.village FROM person AS p',
      'FROM person SELECT village',
      'SELECT household.village FROM household',
      'SELECT village FROM Household WHERE size > 1 OR size <= 1',
      'SELECT h.village FROM household h JOIN person p USING (village)',
      'SELECT p.village FROM household h CROSS JOIN person p',
      'SELECT h.village FROM household h ANTI JOIN (SELECT 1 AS size FROM range(0)) n ON n.size = h.size',
      'WITH RECURSIVE up(village) AS (SELECT village FROM household UNION SELECT village FROM up) SELECT village FROM up',
      'SELECT any_value(village) AS village FROM household GROUP BY county, village',
      'SELECT max(village) OVER (PARTITION BY prefecture) AS village FROM person',
      'SELECT unnest(list(village)) AS village FROM household',
    ),
    tie('rows').map((rows) => `SELECT village FROM (${rows}) AS inner_part`),
    tie('rows').map((rows) => `WITH part AS (${rows}) SELECT village FROM part`),
    tie('rows').map((rows) => `SELECT h.village FROM household h WHERE EXISTS (${rows}) OR true`),
    tie('rows').map(
      (rows) =>
        `SELECT max(x.village) AS village FROM person, LATERAL (${rows}) x GROUP BY x.village`,
    ),
    tie('rows').map(
      (rows) => `SELECT (SELECT min(village) FROM (${rows}) y) AS village FROM household`,
    ),
    fc
      .tuple(tie('rows'), tie('rows'))
      .map(([a, b]) => `SELECT * FROM (${a}) UNION ALL SELECT * FROM (${b})`),
    fc
      .tuple(tie('rows'), tie('rows'))
      .map(([a, b]) => `SELECT * FROM (${a}) EXCEPT SELECT * FROM (${b})`),
  ),
})).rows;

describe('the scope of a query', () => {
  it('lets no row of the next region through, whatever the query says', async () => {
    await file.with(async (connection) => {
      await fc.assert(
        fc.asyncProperty(source, fc.constantFrom(...scopes), async (sql, scope) => {
          const rows = await ask<{ village: number | null }>(connection, regionCode(scope), sql);
          const allowed: (number | null)[] = [...within(scope), null];
          expect(rows.filter(({ village }) => !allowed.includes(village))).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });
  });

  it.each([
    'SELECT h.village, h.size FROM household h JOIN person p USING (village, size) ORDER BY ALL',
    'SELECT count(*) AS n FROM household NATURAL JOIN person',
    'SELECT h.size FROM household h NATURAL JOIN (SELECT village, size FROM person) p ORDER BY 1',
    'SELECT household::VARCHAR AS whole FROM household ORDER BY 1',
    'SELECT h::VARCHAR AS whole FROM household AS h ORDER BY 1',
    'SELECT "SIZE", Household.County FROM HOUSEHOLD ORDER BY ALL',
    "SELECT COLUMNS(c -> c LIKE '%age') FROM household ORDER BY ALL",
    'SELECT list_transform([size], x -> x + township) AS sums FROM household ORDER BY ALL',
    'SELECT size FROM household h WHERE EXISTS (SELECT 1 FROM person WHERE person.size > h.size) ORDER BY 1',
    'WITH part AS (SELECT size AS s, village FROM person) SELECT part.s, county FROM part, household ORDER BY ALL',
    'SELECT count(*) AS n FROM person',
  ])('finds the same in the columns that it names as in all of them: %s', async (sql) => {
    await file.with(async (connection) => {
      const read = await checkQuery(connection, tables, sql);
      const whole = read.map(({ table: of }) => ({ table: of, columns: undefined }));
      const scope = regionCode('990101');
      const rows = await connection.rows(scopedQuery(read, scope, sql));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(await connection.rows(scopedQuery(whole, scope, sql)));
    });
  });

  it('counts what lies in the scope and nothing else', async () => {
    await file.with(async (connection) => {
      for (const scope of scopes) {
        const [row] = await ask<{ n: number }>(
          connection,
          regionCode(scope),
          'SELECT count(*) AS n FROM person',
        );
        expect(row?.n).toBe(within(scope).length * 5);
      }
    });
  });

  it('would leak if it were not applied', async () => {
    await file.with(async (connection) => {
      const rows = await connection.rows<{ village: number }>('SELECT village FROM household_fact');
      expect(rows.some(({ village }) => !within('990101100').includes(village))).toBe(true);
    });
  });

  it('is empty without a scope, and with one that is no region', async () => {
    await file.with(async (connection) => {
      for (const scope of [
        undefined,
        '9' as RegionCode,
        '99 OR 1=1' as RegionCode,
        '~' as RegionCode,
      ]) {
        expect(await ask(connection, scope, 'SELECT village FROM household')).toEqual([]);
      }
    });
  });
});

describe('a query', () => {
  it.each([
    'SELECT * FROM household_fact',
    'SELECT * FROM HOUSEHOLD_FACT',
    'SELECT * FROM "household_fact"',
    'SELECT * FROM main.household_fact',
    'SELECT * FROM facts.main.household',
    'SELECT (SELECT count(*) FROM person_fact) FROM household',
    'SELECT * FROM household WHERE size IN (SELECT size FROM person_fact)',
    'WITH household_fact AS (SELECT 1) SELECT * FROM household_fact',
    'WITH household AS (SELECT 1) SELECT * FROM household',
    `SELECT * FROM query_table('household_fact')`,
    `SELECT * FROM query('SELECT * FROM household_fact')`,
    'SELECT * FROM fact_state',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM duckdb_tables()',
    `SELECT * FROM pragma_storage_info('household_fact')`,
    `SELECT * FROM read_csv('/etc/passwd')`,
    `SELECT * FROM 'facts.duckdb'`,
    'SELECT stats(village) FROM household',
    'DESCRIBE household_fact',
    'SHOW TABLES',
    'SUMMARIZE household_fact',
    'DELETE FROM household',
    'SELECT 1; DELETE FROM household_fact',
    `ATTACH 'other.duckdb'`,
    `COPY household TO '/tmp/out'`,
    'not even sql',
  ])('that says %s is refused', async (sql) => {
    await file.with(async (connection) => {
      await expect(ask(connection, NATION, sql)).rejects.toThrow();
    });
  });
});
