import type { Transaction } from '../../../platform/server/database/connect.ts';
import { markDoomed } from './plan-store.ts';

/**
 * Finds which staged persons are on the register already: by document number in the nation, then
 * within the household by the person's number, then by name where that is beyond doubt. Refuses
 * those whose number another holds. `matched` has a row for each that was found.
 */
export async function matchPersons(tx: Transaction): Promise<void> {
  await findHolders(tx);
  await refuseHeldDocuments(tx);
  await markDoomed(tx);
  await tx`
    create temp table matched on commit drop as
    select h.source, h.row_number, h.person_id
      from holder h join plan p on p.number = h.number and not p.doomed`;
  await tx`analyze matched`;
  const [touched] = await tx<{ exists: boolean }[]>`
    select exists (select from plan where existing_id is not null and not doomed)`;
  if (touched?.exists !== true) return;
  await matchWithinHousehold(tx, 'number');
  await matchWithinHousehold(tx, 'name');
}

/** Who holds the numbers that the files bring. Looked up first, then read: the two tables lie apart. */
async function findHolders(tx: Transaction): Promise<void> {
  await tx`
    create temp table holder on commit drop as
    select s.source, s.row_number, s.number_of_household as number, c.county_code, c.person_id
      from stage_person s
      join plan p on p.number = s.number_of_household and not p.doomed
      join id_card c on c.id_hash = s.document_hash`;
  await tx`analyze holder`;
}

/** Somebody who left a household of this county may come into another; whoever is present may not. */
async function refuseHeldDocuments(tx: Transaction): Promise<void> {
  await tx`
    insert into refusal
    select h.source, h.row_number, null,
           case when m.id is null then 'documentHeldElsewhere' else 'documentHeldInCounty' end,
           case when o.number is null then null else jsonb_build_object('number', o.number) end,
           h.number, true
      from holder h
      join plan p on p.number = h.number
      left join person m on m.county_code = h.county_code and m.id = h.person_id and h.county_code = p.county_code
      left join household o on o.county_code = m.county_code and o.id = m.household_id
     where m.id is null or (m.status = 'present' and m.household_id <> p.id)`;
}

async function matchWithinHousehold(tx: Transaction, by: 'number' | 'name'): Promise<void> {
  await tx`
    insert into matched
    with open_row as (
      select s.source, s.row_number, s.number_of_household, s.${tx(by)} as value, p.county_code, p.id
        from stage_person s
        join plan p on p.number = s.number_of_household and p.existing_id is not null and not p.doomed
       where s.${tx(by)} is not null
         and not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)
    ), free_person as (
      select m.id, m.county_code, m.household_id, m.${tx(by)} as value
        from person m
        join plan p on p.county_code = m.county_code and p.existing_id = m.household_id and not p.doomed
       where not exists (select from matched x where x.person_id = m.id)
    ), pair as (
      select o.source, o.row_number, f.id,
             count(*) over (partition by o.source, o.row_number) as persons,
             count(*) over (partition by f.id) as rows
        from open_row o
        join free_person f on f.county_code = o.county_code and f.household_id = o.id and f.value = o.value
    )
    select source, row_number, id from pair where persons = 1 and rows = 1`;
}
