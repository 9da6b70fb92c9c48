import type { Sql } from '../../../../platform/server/database/connect.ts';
import { type FieldSubject, fields } from '../../../households/model/index.ts';
import { comparedColumn, tableOf } from '../register-columns.ts';

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

/** Beside the acts: what the register keeps besides the row, and what follows from the members. */
const notHashed = ['household.number', 'household.headName', 'household.memberCount'];

/** The hash of what a record states, made from the register alone; `row-encoder.ts` says how. */
function contentSql(subject: FieldSubject): string {
  const lines = fields[subject]
    .filter(({ key }) => !notHashed.includes(`${subject}.${key}`))
    .map((field) => {
      const column = comparedColumn(field);
      const says = `coalesce('${column}=' || ${textSql(column, field.type)} || E'\\n', '')`;
      return column === 'sex' ? `(case when m.sex = '9' then '' else ${says} end)` : says;
    });
  return `sha256(convert_to(${lines.join(' || ')}, 'UTF8'))`;
}

function textSql(column: string, type: string): string {
  if (type === 'boolean') return `case when m.${column} then 't' when not m.${column} then 'f' end`;
  if (type === 'codes') return `nullif(m.${column}::text, '{}')`;
  return `m.${column}::text`;
}

/** Of every household that was imported: the hash that its act keeps, and the same made from the register. */
export async function compareContents(
  owner: Sql,
): Promise<{ number: string; kept: string; made: string }[]> {
  const of = (subject: FieldSubject): string =>
    `(select string_agg(${contentSql(subject)}, '' order by m.id) from ${tableOf[subject]} m
       where m.county_code = h.county_code and m.household_id = h.id)`;
  return await owner.unsafe(
    `select h.number, a.after->>'content' as kept,
            encode(sha256((select ${contentSql('household')} from household m where m.county_code = h.county_code and m.id = h.id)
              || coalesce(${of('person')}, '') || coalesce(${of('survey')}, '')), 'hex') as made
       from household h
       join act a on a.county_code = h.county_code and a.household_id = h.id and a.kind = 'household.add'
      order by h.number`,
  );
}
