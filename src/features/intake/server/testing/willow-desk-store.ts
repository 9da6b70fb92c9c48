import type { Sql } from '../../../../platform/server/database/connect.ts';

/** Empties what imports write, so that each test begins with a register without households. */
export async function emptyRegister(owner: Sql): Promise<void> {
  await owner`
    truncate import_finding, import_source, import_progress, import_run, import_header,
      registration_spell, household_survey, id_card, person, household, act, change_log cascade`;
}

export async function countRegister(owner: Sql): Promise<Record<string, number>> {
  const [row] = await owner<Record<string, number>[]>`
    select (select count(*) from household) as households, (select count(*) from person) as persons,
           (select count(*) from household_survey) as surveys, (select count(*) from act) as acts,
           (select count(*) from id_card) as cards, (select count(*) from change_log) as changes,
           (select count(*) from import_finding) as findings`;
  return row ?? {};
}

export async function findStates(owner: Sql): Promise<string[]> {
  const rows = await owner<{ state: string }[]>`select state from import_run order by created_at`;
  return rows.map(({ state }) => state);
}

/** As if the time of every lease had passed. */
export async function expireLeases(owner: Sql): Promise<void> {
  await owner`update import_progress set lease_until = now() - interval '1 second'`;
}

/** Removes the accounts of the test's people, which other tests make for themselves. */
export async function forgetPeople(owner: Sql, userNames: readonly string[]): Promise<void> {
  await owner`delete from session where account_id in (select id from account where user_name = any(${[...userNames]}))`;
  await owner`delete from posting where account_id in (select id from account where user_name = any(${[...userNames]}))`;
  await owner`delete from account where user_name = any(${[...userNames]})`;
}

/** As an officer's click on cancel writes it down. */
export async function cancelAll(owner: Sql): Promise<void> {
  await owner`update import_run set cancel_requested_at = now() where finished_at is null`;
}
