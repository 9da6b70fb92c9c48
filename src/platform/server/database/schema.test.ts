import { expect, it } from 'vitest';
import { workerDatabase } from '../testing/database-fixture.ts';
import { findCatalogComplaints } from './catalog-store.ts';
import type { Sql } from './connect.ts';

class Undone extends Error {}

/** What the schema is blamed for after a statement that breaks a rule, which is then undone. */
async function complaintsAfter(statement: string): Promise<string[]> {
  const { owner } = await workerDatabase();
  let found: string[] = [];
  await owner
    .begin(async (tx) => {
      await tx.unsafe(statement);
      found = (await findCatalogComplaints(tx as unknown as Sql)).map(({ rule }) => rule);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return found;
}

it('can be spread over counties, keeps every table within its scope, and says what each table is', async () => {
  const { owner } = await workerDatabase();
  expect(await findCatalogComplaints(owner)).toEqual([]);
});

it.each([
  [
    'alter table person no force row level security',
    'a table with village_code has forced row-level security and a policy',
  ],
  ['grant update on act to mingbai_app', 'what is append-only has no grant to update or delete'],
  ['create table nameless (id int primary key)', 'a table says what it is (COMMENT ON TABLE)'],
  ['create unique index on household (number)', 'a unique index contains the distribution column'],
  ['alter table person drop constraint person_pkey', 'a distributed table has a primary key'],
  ['alter role mingbai_app bypassrls', 'the application does not bypass row-level security'],
  ['create policy q on act using (exists (select from account))', 'no subquery in a policy'],
  ['alter table household add column extra char(3)', 'text instead of char(n)'],
])('notices: %s', async (statement, rule) => {
  expect(await complaintsAfter(statement)).toContain(rule);
});
