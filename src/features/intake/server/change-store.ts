import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Field, FieldSubject } from '../../households/model/index.ts';
import { columnsOf, comparedColumn } from './register-columns.ts';

/** Fields that each source states, of the records of one kind. */
export type StatedFields = ReadonlyMap<number, readonly Field[]>;

/** What follows from the members is compared and written by itself. */
const derivedKeys = new Set(['headName', 'memberCount']);

/** Known from the document number; where a file has no column of its own, only a value replaces another. */
const toldByNumber: readonly string[] = ['birth_day', 'sex', 'document_kind'];
const documentColumns: readonly string[] = [
  'document_sealed',
  'document_hash',
  'document_tail_hash',
];

function own(stated: StatedFields, source: number): readonly Field[] {
  return (stated.get(source) ?? []).filter(({ key }) => !derivedKeys.has(key));
}

/** True in SQL if the staged row says otherwise than the register; `s` the one, `m` the other. */
function differs(stated: StatedFields, subject: FieldSubject): string {
  const branches = [...stated.keys()].map((source) => {
    const pairs = own(stated, source).map((field) => differsIn(field));
    const told = subject === 'person' ? toldDiffers(own(stated, source)) : [];
    const all = [...pairs, ...told];
    return `when ${source} then ${all.length === 0 ? 'false' : all.join(' or ')}`;
  });
  return branches.length === 0 ? 'false' : `case s.source ${branches.join(' ')} else false end`;
}

function differsIn(field: Field): string {
  const column = comparedColumn(field);
  if (field.type === 'documentNumber')
    return `(s.${column} is not null and s.${column} is distinct from m.${column})`;
  return `s.${column} is distinct from m.${column}`;
}

function toldDiffers(fields: readonly Field[]): string[] {
  return toldByNumber
    .filter((column) => !fields.some((field) => field.column === column))
    .map((column) => `(${toldValue(column)} is distinct from m.${column})`);
}

function toldValue(column: string): string {
  const staged = column === 'sex' ? `nullif(s.sex, '9')` : `s.${column}`;
  return `coalesce(${staged}, m.${column})`;
}

/** The assignments of an update from a staged row of that source. */
function assignments(fields: readonly Field[], subject: FieldSubject): string[] {
  const columns = fields.flatMap((field) => columnsOf(field));
  const plain = columns.map((column) =>
    documentColumns.includes(column)
      ? `${column} = coalesce(s.${column}, m.${column})`
      : `${column} = s.${column}`,
  );
  if (subject !== 'person') return plain;
  const told = toldByNumber.filter((column) => !columns.includes(column));
  return [...plain, ...told.map((column) => `${column} = ${toldValue(column)}`)];
}

/** Notes which households on the register become other than they are, by their own row or by their members. */
export async function findChangedHouseholds(
  tx: Transaction,
  stated: StatedFields,
): Promise<number> {
  const countStatedBy = [...stated].filter(([, fields]) =>
    fields.some(({ key }) => key === 'memberCount'),
  );
  const nameStatedBy = [...stated].filter(([, fields]) =>
    fields.some(({ key }) => key === 'headName'),
  );
  const isBy = (sources: typeof countStatedBy): string =>
    sources.length === 0
      ? 'false'
      : `s.source in (${sources.map(([source]) => source).join(', ')})`;
  await tx.unsafe(`
    create temp table changed_household on commit drop as
    select * from (
      select p.number, p.id, p.county_code, p.village_code, p.existing_village, s.source, s.row_number,
             coalesce(a.members, case when ${isBy(countStatedBy)} then s.member_count end, m.member_count)::smallint as member_count,
             coalesce(a.head_name, case when ${isBy(nameStatedBy)} then s.head_name end, m.head_name) as head_name,
             coalesce(a.head_initials, case when ${isBy(nameStatedBy)} then s.head_initials end, m.head_initials) as head_initials,
             m.member_count as old_member_count, m.head_name as old_head_name,
             (${differs(stated, 'household')}) as differs
        from plan p
        join household m on m.county_code = p.county_code and m.id = p.existing_id
        left join stage_household s on s.source = p.source and s.row_number = p.row_number
        left join after_members a on a.number = p.number
       where not p.doomed
    ) as compared
    where differs or village_code <> existing_village or member_count is distinct from old_member_count or head_name <> old_head_name`);
  await tx`analyze changed_household`;
  return await countOf(tx, 'changed_household');
}

/** Locks what is about to change, so that an officer's edit made meanwhile is not overwritten unseen. */
export async function lockChanged(tx: Transaction): Promise<void> {
  const counties = await tx<{ county: string }[]>`
    select county_code as county from changed_household
     union select county_code from changed_person
     union select county_code from changed_survey order by county`;
  for (const { county } of counties) {
    await tx`
      select from household h
       where h.county_code = ${county} and h.id in (
         select id from changed_household where county_code = ${county}
          union select household_id from changed_person where county_code = ${county}
          union select household_id from changed_survey where county_code = ${county})
       order by h.id for update`;
  }
}

export async function updateHouseholds(
  tx: Transaction,
  stated: StatedFields,
  now: string,
): Promise<void> {
  const sources: (number | null)[] = [null, ...stated.keys()];
  for (const source of sources) {
    const sets = source === null ? [] : assignments(own(stated, source), 'household');
    const staged =
      source === null
        ? ''
        : `join stage_household s on s.source = c.source and s.row_number = c.row_number`;
    await tx.unsafe(
      `update household m
          set ${[...sets, 'village_code = c.village_code', 'member_count = c.member_count', 'head_name = c.head_name'].join(', ')},
              head_initials = c.head_initials, version = m.version + 1, updated_at = $1::timestamptz
         from changed_household c ${staged}
        where m.county_code = c.county_code and m.id = c.id and c.source is not distinct from ${source ?? 'null'}`,
      [now],
    );
  }
  for (const table of ['person', 'household_survey', 'registration_spell']) {
    await tx`
      update ${tx(table)} m set village_code = c.village_code
        from changed_household c
       where m.county_code = c.county_code and m.household_id = c.id and c.village_code <> c.existing_village`;
  }
}

export async function findChangedPersons(tx: Transaction, stated: StatedFields): Promise<number> {
  await tx.unsafe(`
    create temp table changed_person on commit drop as
    select s.source, s.row_number, m.id, p.county_code, p.id as household_id, p.village_code,
           case when s.leave_reason is null then 'present' else 'left' end as status,
           s.document_hash is not null and s.document_hash is distinct from m.document_hash as document_changes
      from matched x
      join stage_person s on s.source = x.source and s.row_number = x.row_number
      join plan p on p.number = s.number_of_household and not p.doomed
      join person m on m.county_code = p.county_code and m.id = x.person_id
     where (${differs(stated, 'person')}) or m.household_id <> p.id
        or s.leave_reason is distinct from m.leave_reason or s.left_on is distinct from m.left_on`);
  await tx`analyze changed_person`;
  return await countOf(tx, 'changed_person');
}

export async function updatePersons(
  tx: Transaction,
  stated: StatedFields,
  now: string,
): Promise<void> {
  await tx`
    with held as materialized (
      select m.document_hash, m.id from changed_person c
        join person m on m.county_code = c.county_code and m.id = c.id
       where c.document_changes)
    delete from id_card i using held where i.id_hash = held.document_hash and i.person_id = held.id`;
  await tx`
    insert into id_card (id_hash, county_code, person_id)
    select s.document_hash, c.county_code, c.id
      from changed_person c join stage_person s on s.source = c.source and s.row_number = c.row_number
     where c.document_changes`;
  for (const source of stated.keys()) {
    const fields = own(stated, source).filter(
      ({ key }) => key !== 'leaveReason' && key !== 'leftOn',
    );
    await tx.unsafe(
      `update person m
          set ${[...assignments(fields, 'person'), 'leave_reason = s.leave_reason', 'left_on = s.left_on'].join(', ')},
              status = c.status, household_id = c.household_id, village_code = c.village_code,
              version = m.version + 1, updated_at = $1::timestamptz
         from changed_person c join stage_person s on s.source = c.source and s.row_number = c.row_number
        where m.county_code = c.county_code and m.id = c.id and c.source = ${source}`,
      [now],
    );
  }
}

export async function findChangedSurveys(tx: Transaction, stated: StatedFields): Promise<number> {
  await tx.unsafe(`
    create temp table changed_survey on commit drop as
    select v.source, v.row_number, v.id, v.county_code, v.household_id, v.village_code
      from survey_plan v
      join stage_survey s on s.source = v.source and s.row_number = v.row_number
      join household_survey m on m.county_code = v.county_code and m.id = v.existing_id
     where ${differs(stated, 'survey')}`);
  await tx`analyze changed_survey`;
  return await countOf(tx, 'changed_survey');
}

export async function updateSurveys(
  tx: Transaction,
  stated: StatedFields,
  now: string,
): Promise<void> {
  for (const source of stated.keys()) {
    const sets = assignments(own(stated, source), 'survey');
    if (sets.length === 0) continue;
    await tx.unsafe(
      `update household_survey m set ${sets.join(', ')}, version = m.version + 1, updated_at = $1::timestamptz
         from changed_survey c join stage_survey s on s.source = c.source and s.row_number = c.row_number
        where m.county_code = c.county_code and m.id = c.id and c.source = ${source}`,
      [now],
    );
  }
}

async function countOf(tx: Transaction, table: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`select count(*) as count from ${tx(table)}`;
  return row?.count ?? 0;
}
