import type { Transaction } from '../../../platform/server/database/connect.ts';
import { fields } from '../../households/model/index.ts';
import { stagedColumns } from './stage-store.ts';

/** Fields that follow from the members; the household's own row only says them while it has none. */
const derived = new Set(['head_name', 'head_initials', 'member_count']);

/** Takes the households that are not on the register yet. */
export async function insertHouseholds(tx: Transaction, now: string): Promise<void> {
  const columns = stagedColumns('household').filter((column) => !derived.has(column));
  await tx.unsafe(
    `insert into household (county_code, id, village_code, number, head_name, head_initials, member_count, updated_at, ${columns.join(', ')})
     select p.county_code, p.id, p.village_code, p.number, coalesce(a.head_name, s.head_name), coalesce(a.head_initials, s.head_initials),
            coalesce(a.members, s.member_count), $1::timestamptz, ${staged(columns)}
       from stage_household s
       join plan p on p.source = s.source and p.row_number = s.row_number and p.existing_id is null and not p.doomed
       left join after_members a on a.number = p.number`,
    [now],
  );
}

const codeColumns = new Set(
  Object.values(fields).flatMap((ofSubject) =>
    ofSubject.filter(({ type }) => type === 'codes').map(({ column }) => column),
  ),
);

/** What a new record gets: where a file has no such column, no codes, and a sex that is not stated (GB/T 2261.1, 9). */
function staged(columns: readonly string[]): string {
  return columns
    .map((column) => {
      if (codeColumns.has(column)) return `coalesce(s.${column}, '{}')`;
      return column === 'sex' ? `coalesce(s.sex, '9')` : `s.${column}`;
    })
    .join(', ');
}

/**
 * Takes the persons who are not on the register yet, into new and known households. In portions, for
 * this is the longest step of an import: `report` gets the share that is done after each.
 */
export async function insertPersons(
  tx: Transaction,
  now: string,
  report: (share: number) => void,
): Promise<void> {
  // In the order of their index, which is many times larger than what a step of it touches.
  await tx`
    insert into id_card (id_hash, county_code, person_id)
    select s.document_hash, p.county_code, s.id
      from stage_person s
      join plan p on p.number = s.number_of_household and not p.doomed
     where s.document_hash is not null
       and not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)
     order by s.document_hash`;
  const columns = stagedColumns('person');
  const portions = await portionsOf(tx, 'stage_person');
  for (const [index, [from, to]] of portions.entries()) {
    report((index + 1) / (portions.length + 1));
    await tx.unsafe(
      `insert into person (county_code, id, village_code, household_id, status, updated_at, ${columns.join(', ')})
       select p.county_code, s.id, p.village_code, p.id,
              case when s.leave_reason is null then 'present' else 'left' end, $1::timestamptz, ${staged(columns)}
         from stage_person s
         join plan p on p.number = s.number_of_household and not p.doomed
        where s.ctid >= '(${from},0)'::tid and s.ctid < '(${to},0)'::tid
          and not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)`,
      [now],
    );
  }
}

const PAGE_BYTES = 8_192;
const PAGES_OF_A_PORTION = 16_384;

/** A staged table in portions of its pages, each from a page up to, not including, another. */
async function portionsOf(tx: Transaction, table: string): Promise<(readonly [number, number])[]> {
  const [row] = await tx<{ bytes: number }[]>`select pg_relation_size(${table}::regclass) as bytes`;
  const pages = Math.ceil((row?.bytes ?? 0) / PAGE_BYTES);
  const count = Math.ceil(pages / PAGES_OF_A_PORTION);
  return Array.from({ length: count }, (_, index) => [
    index * PAGES_OF_A_PORTION,
    (index + 1) * PAGES_OF_A_PORTION,
  ]);
}

/** Notes which staged surveys are taken, and which survey on the register each of them is of. */
export async function planSurveys(tx: Transaction): Promise<void> {
  await tx`
    create temp table survey_plan on commit drop as
    select s.source, s.row_number, coalesce(m.id, s.id) as id, m.id as existing_id,
           p.id as household_id, p.county_code, p.village_code, p.existing_id is null as of_new_household
      from stage_survey s
      join plan p on p.number = s.number_of_household
       and (not p.doomed or (p.existing_id is not null and p.status = 'active'
            and not exists (select from stage_household h where h.source = s.source and h.row_number = s.row_number)))
      left join household_survey m
        on m.county_code = p.county_code and m.household_id = p.existing_id and m.year = s.year
     where not exists (select from refusal r where r.source = s.source and r.row_number = s.row_number)`;
  await tx`analyze survey_plan`;
}

export async function insertSurveys(tx: Transaction, now: string): Promise<void> {
  const columns = stagedColumns('survey');
  await tx.unsafe(
    `insert into household_survey (county_code, id, village_code, household_id, updated_at, ${columns.join(', ')})
     select v.county_code, v.id, v.village_code, v.household_id, $1::timestamptz, ${staged(columns)}
       from stage_survey s
       join survey_plan v on v.source = s.source and v.row_number = s.row_number and v.existing_id is null`,
    [now],
  );
}

/**
 * Opens the registration spells that a household's own columns tell of, for households without any
 * of the kind, and ends open ones when the household has since exited or its risk is eliminated.
 */
export async function writeSpells(tx: Transaction, now: string): Promise<void> {
  await insertSpells(tx, now);
  await tx`
    update registration_spell r
       set ended_on = make_date(h.exit_year, 12, 31), end_reason = 'exited', version = r.version + 1, updated_at = ${now}::timestamptz
      from household h
      join plan p on p.county_code = h.county_code and p.existing_id = h.id and not p.doomed
     where r.county_code = h.county_code and r.household_id = h.id and r.kind = 'registered' and r.ended_on is null
       and h.poverty_status in ('exitedEarlier', 'newlyExited') and make_date(h.exit_year, 12, 31) >= r.started_on`;
  await tx`
    update registration_spell r
       set ended_on = to_date(h.risk_eliminated_month, 'YYYY-MM'), end_reason = 'eliminated', version = r.version + 1, updated_at = ${now}::timestamptz
      from household h
      join plan p on p.county_code = h.county_code and p.existing_id = h.id and not p.doomed
     where r.county_code = h.county_code and r.household_id = h.id and r.kind = 'monitored' and r.ended_on is null
       and h.risk_eliminated and to_date(h.risk_eliminated_month, 'YYYY-MM') >= r.started_on`;
}

async function insertSpells(tx: Transaction, now: string): Promise<void> {
  await tx`
    insert into registration_spell (county_code, id, village_code, household_id, kind, started_on, start_reason, ended_on, end_reason, updated_at)
    select h.county_code, gen_random_uuid(), h.village_code, h.id, spell.kind, spell.started_on, spell.start_reason,
           case when spell.ended_on >= spell.started_on then spell.ended_on end,
           case when spell.ended_on >= spell.started_on then spell.end_reason end, ${now}::timestamptz
      from plan p
      join household h on h.county_code = p.county_code and h.id = p.id
     cross join lateral (values
       ('registered', to_date(h.identified_month, 'YYYY-MM'), 'identified',
        case when h.poverty_status in ('exitedEarlier', 'newlyExited', 'returned') then make_date(h.exit_year, 12, 31) end, 'exited',
        h.household_type in ('poor', 'exited') or h.poverty_status is not null),
       ('registered', make_date(h.return_year, 1, 1), 'returned', null::date, null,
        h.poverty_status = 'returned' and make_date(h.exit_year, 12, 31) < make_date(h.return_year, 1, 1)
        and to_date(h.identified_month, 'YYYY-MM') <= make_date(h.exit_year, 12, 31)),
       ('monitored', to_date(h.monitored_month, 'YYYY-MM'), 'identified',
        case when h.risk_eliminated then to_date(h.risk_eliminated_month, 'YYYY-MM') end, 'eliminated', true)
     ) as spell (kind, started_on, start_reason, ended_on, end_reason, applies)
     where not p.doomed and p.source is not null and spell.applies and spell.started_on is not null
       and not exists (select from registration_spell r
                        where r.county_code = h.county_code and r.household_id = h.id and r.kind = spell.kind)`;
}
