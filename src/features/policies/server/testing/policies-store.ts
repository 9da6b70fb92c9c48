import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { newId } from '../../../../platform/server/identifiers.ts';

type Values = Record<string, unknown>;

let count = 0;

/** A household with one member and, if wanted, a survey of this year, straight into the tables. */
export async function insertHousehold(
  tx: Transaction,
  made: { village: string; values?: Values; survey?: Values },
): Promise<string> {
  const id = newId();
  count += 1;
  const place = { county_code: made.village.slice(0, 6), village_code: made.village };
  const names = { head_name: '王大山', head_initials: 'WDS' };
  const number = `P${count}`;
  await tx`insert into household ${tx({ ...place, ...names, id, number, ...made.values } as never)}`;
  const person = { household_id: id, name: '王大山', name_initials: 'WDS', sex: '1' };
  await tx`insert into person ${tx({ ...place, ...person, id: newId() } as never)}`;
  if (made.survey !== undefined) {
    const survey = { ...place, id: newId(), household_id: id, year: 2026, ...made.survey };
    await tx`insert into household_survey ${tx(survey as never)}`;
  }
  return id;
}

/** Opens every household to the test, which then inserts where it likes. */
export async function enterNation(tx: Transaction): Promise<void> {
  await tx`select app_enter_scope('0', ':')`;
}

/** The kinds of audit events about one thing, in order. */
export async function eventKinds(tx: Transaction, subjectId: string): Promise<string[]> {
  const rows = await tx<{ kind: string }[]>`
    select kind from audit_event where subject_id = ${subjectId} order by id`;
  return rows.map(({ kind }) => kind);
}
