import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, type Sql } from '../../src/platform/server/database/connect.ts';
import type { LoggedStatement } from '../../src/platform/server/database/statement-log.ts';
import { TEMPLATE } from '../../src/platform/server/testing/global-setup.ts';
import { analyse, makePassingTables, readCatalogue } from './catalogue-store.ts';
import { exceptions } from './exceptions.ts';
import { parseTree } from './node-tree.ts';
import {
  normalised,
  statementsIn,
  statementsOfTests,
  withOneRow,
  writtenStatements,
} from './product-sql.ts';
import { type Catalogue, complaintsAbout, complaintsAboutText } from './rules.ts';

/**
 * Holds the statements that the unit tests ran to what Citus can carry out with the register spread
 * by county. PostgreSQL itself says what a statement means (catalogue-store.ts).
 */
let sql: Sql;
let catalogue: Catalogue;

beforeAll(async () => {
  sql = connect({ ...inject('cluster'), database: TEMPLATE }, { max: 1 });
  catalogue = await readCatalogue(sql);
});
afterAll(async () => await sql.end());

async function complaints({ statement, types }: LoggedStatement): Promise<string[]> {
  const text = complaintsAboutText(normalised(statement), catalogue);
  const query =
    /^(?:create temp table \w+(?: on commit drop)? as )?((?:select|insert|update|delete|with|merge)\b.*)$/is;
  const [, asked] = query.exec(normalised(statement)) ?? [];
  if (asked === undefined || / with no data$/i.test(asked)) return text;
  const tree = await analyse(sql, asked).catch(async () => await analyse(sql, asked, types));
  return [...text, ...complaintsAbout(parseTree(tree), catalogue)];
}

const planted: [statement: string, complaint: string | undefined][] = [
  ['select id from household where id = $1::uuid', 'names no county for household'],
  ['select id from household where county_code = $1 and id = $2::uuid', undefined],
  [
    "select id from household where county_code = '990101' or id = $1::uuid",
    'names no county for household',
  ],
  ['select id from household where county_code = any ($1::text[])', undefined],
  [
    'select id from household where (county_code, id) in (select * from unnest($1::text[], $2::uuid[]))',
    undefined,
  ],
  [
    'select id from household where id in (select * from unnest($1::uuid[]))',
    'names no county for household',
  ],
  [
    'select h.id from household h join person p on p.county_code = h.county_code and p.household_id = h.id',
    undefined,
  ],
  [
    'select h.id from household h join person p on p.household_id = h.id where h.county_code = $1',
    'joins person p without its county',
  ],
  [
    'select h.id from household h join person p using (county_code) where p.county_code = $1',
    undefined,
  ],
  [
    'select h.id, (select count(*) from person p where p.household_id = h.id) from household h where h.county_code = $1',
    'names no county for person p',
  ],
  [
    'select h.id, (select count(*) from person p where p.county_code = h.county_code and p.household_id = h.id) from household h where h.county_code = $1',
    undefined,
  ],
  [
    'with ours as (select county_code, id from household where county_code = $1) select p.id from person p join ours s on s.county_code = p.county_code',
    undefined,
  ],
  [
    'with ours as (select id from household where county_code = $1) select p.id from person p join ours s on s.id = p.household_id',
    'names no county for person p',
  ],
  [
    'with held as materialized (select document_hash from person where county_code = $1) delete from id_card i using held where i.id_hash = held.document_hash',
    undefined,
  ],
  [
    'with held as (select document_hash from person where county_code = $1) delete from id_card i using held where i.id_hash = held.document_hash',
    'names no county for id_card i',
  ],
  [
    'select county_code, count(*) from household group by county_code',
    'names no county for household',
  ],
  [
    'select h.id from household h join id_card c on c.person_id = h.id where h.county_code = $1',
    'joins id_card c without its county',
  ],
  ['select id from household where county_code = $1 for update', undefined],
  [
    'select id from household where county_code = any ($1::text[]) for update',
    'locks rows of household in more than one county',
  ],
  [
    'select status, main_cause, count(*) from household where county_code = any ($1::text[]) group by rollup (status, main_cause)',
    'groups by sets over counties of household',
  ],
  [
    "update household set county_code = '990102' where county_code = $1",
    'moves rows of household to another county',
  ],
  [
    'update household set version = version + 1 where id = $1::uuid',
    'names no county for household',
  ],
  [
    'update household set updated_at = clock_timestamp() where county_code = $1',
    'sets household to what a volatile function says',
  ],
  ['update household set updated_at = now() where county_code = $1', undefined],
  [
    'update person p set name = s.name from unnest($1::text[], $2::uuid[], $3::text[]) s (county_code, id, name) where p.county_code = s.county_code and p.id = s.id',
    undefined,
  ],
  ['delete from person where household_id = $1::uuid', 'names no county for person'],
  ['insert into village (code, name) values ($1, $2)', 'adds rows of village without their county'],
  ['insert into village (county_code, code, name) values ($1, $2, $3)', undefined],
  [
    "select set_config('app.region_from', $1, true)",
    'calls set_config(), which does not reach the counties’ nodes',
  ],
  ['copy household to stdout', 'copies a table out; copy a query'],
  ["set local app.region_from = '1'; select 1", 'puts SET LOCAL and more into one string'],
];

it.each(planted)('judges rightly: %s', async (statement, complaint) => {
  const found = await complaints({ statement, types: [] });
  expect(complaint === undefined ? found.join() : found).toContain(complaint ?? '');
  expect(found.length > 0).toBe(complaint !== undefined);
});

it('finds the place in the code at which a statement is written', () => {
  const code = 'export const a = async (tx, x) => await tx`\n  select ${x}\n    from household`;';
  const [found] = statementsIn('some-store.ts', code);
  expect(found?.place).toBe('some-store.ts:1');
  expect(found?.pattern.test('select id, $1 from household')).toBe(true);
  expect(found?.pattern.test('select id from person')).toBe(false);
});

describe('the statements that the unit tests ran', () => {
  const folder = process.env['MINGBAI_STATEMENTS_RAN'] ?? '';
  const logged = globSync(join(folder, '*.jsonl'))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as LoggedStatement);
  const written = [...writtenStatements(), ...statementsOfTests()];
  const distinct = new Map(
    logged.map(({ statement, types }) => [withOneRow(normalised(statement)), types]),
  );
  const ofProduct = [...distinct].flatMap(([text, types]) => {
    // A statement that is put together of parts fits several; the one that says most of it is meant.
    const [place] = written
      .filter(({ pattern }) => pattern.test(text))
      .toSorted((one, other) => other.pattern.source.length - one.pattern.source.length);
    return place === undefined || place.isTest ? [] : [{ types, text, place: place.place }];
  });

  it('are there: npm test -- --only unit,statements', () => {
    expect(ofProduct.length).toBeGreaterThan(200);
  });

  it('name a county, or say in exceptions.ts why not', async () => {
    const passing = ofProduct.map(({ text }) => text).filter((text) => /^create temp/i.test(text));
    await makePassingTables(sql, passing);
    const found: string[] = [];
    for (const { types, text, place } of ofProduct) {
      const wrong = await complaints({ statement: text, types }).catch((error: unknown) => [
        `cannot be read: ${String(error)}`,
      ]);
      const isExcepted = exceptions.some(({ begins }) => text.startsWith(begins));
      if (!isExcepted && wrong.length > 0) found.push(`${place}: ${wrong.join('; ')}\n    ${text}`);
    }
    expect([...new Set(found)].toSorted().join('\n')).toBe('');
  });

  it('are the only ones that exceptions.ts speaks of', () => {
    const idle = exceptions.filter(
      ({ begins }) => !ofProduct.some(({ text }) => text.startsWith(begins)),
    );
    expect(idle).toEqual([]);
  });
});
