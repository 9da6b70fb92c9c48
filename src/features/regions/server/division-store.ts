import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { KnownDivision } from '../model/edition.ts';

/** A list of divisions that was loaded. */
export type Edition = {
  id: string;
  edition: string;
  cut_off: string;
  divisions: number;
  loaded_at: string;
};

// Any fixed number will do; two processes that load at once take turns on it.
const LOADING_LOCK = 20_230_630;

/** Waits until nobody else loads divisions, and keeps others waiting until the transaction ends. */
export async function lockLoading(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOADING_LOCK})`;
}

export async function findEditions(tx: Transaction): Promise<Edition[]> {
  return await tx<
    Edition[]
  >`select id, edition, cut_off, divisions, loaded_at from region_edition order by id`;
}

export async function insertEdition(tx: Transaction, edition: Edition): Promise<void> {
  await tx`insert into region_edition ${tx(edition)}`;
}

export async function insertNation(tx: Transaction, name: string): Promise<void> {
  await tx`
    insert into region (code, level, name, full_name) values ('', 'nation', ${name}, ${name})
    on conflict on constraint region_pkey do nothing`;
}

/** Columns of the lines that `copyRegions` takes, in order. */
export async function copyRegions(tx: Transaction, lines: Iterable<string>): Promise<void> {
  const target = await tx`
    copy region (code, level, name, full_name, parent_code, class, valid_from) from stdin`.writable();
  await pipeline(Readable.from(lines), target);
}

export async function copyVillages(tx: Transaction, lines: Iterable<string>): Promise<void> {
  const target =
    await tx`copy village (county_code, code, name, class, valid_from) from stdin`.writable();
  await pipeline(Readable.from(lines), target);
}

/** Tells the planner how big the tables became. */
export async function analyzeDivisions(tx: Transaction): Promise<void> {
  await tx`analyze region`;
  await tx`analyze village`;
}

/**
 * All divisions in the order of their codes, in batches, ended ones included. Read with COPY: a
 * tenth of the time of rows one by one. No name holds a tab or a backslash (division-file.ts).
 */
export async function* readDivisions(tx: Transaction): AsyncGenerator<KnownDivision[]> {
  const regions: KnownDivision[] = [];
  const regionStream = await tx`
    copy (select code, name, class, valid_to is not null from region where code <> '' order by code)
      to stdout`.readable();
  for await (const batch of rowsOf(regionStream)) regions.push(...batch);
  let at = 0;
  const villageStream = await tx`
    copy (select code, name, class, valid_to is not null from village order by county_code, code)
      to stdout`.readable();
  for await (const villages of rowsOf(villageStream)) {
    const batch: KnownDivision[] = [];
    for (const village of villages) {
      for (
        let region = regions[at];
        region !== undefined && region.code < village.code;
        region = regions[at]
      ) {
        batch.push(region);
        at += 1;
      }
      batch.push(village);
    }
    yield batch;
  }
  yield regions.slice(at);
}

async function* rowsOf(stream: Readable): AsyncGenerator<KnownDivision[]> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map(divisionOfLine);
  }
}

function divisionOfLine(line: string): KnownDivision {
  const [code = '', name = '', kind, ended] = line.split('\t');
  return {
    code: code as RegionCode,
    name,
    class: kind === 'placeholder' ? kind : null,
    ended: ended === 't',
  };
}

export type RegionChange = { code: string; name: string; fullName: string; class: string | null };

/** Gives regions their new names; a name that changes is kept among the former ones. */
export async function updateRegions(
  tx: Transaction,
  changes: readonly RegionChange[],
): Promise<void> {
  await tx`
    update region r
       set name = x.name, full_name = x.full_name, class = x.class, valid_to = null, successor_code = null,
           former_names = case when r.name = x.name or r.name = any(r.former_names) then r.former_names
                               else r.former_names || r.name end
      from unnest(${column(changes, 'code')}::text[], ${column(changes, 'name')}::text[],
                  ${column(changes, 'fullName')}::text[], ${column(changes, 'class')}::text[])
           as x (code, name, full_name, class)
     where r.code = x.code`;
}

export type VillageChange = { code: string; name: string; class: string | null };

/** The same for villages, all of one county. */
export async function updateVillages(
  tx: Transaction,
  countyCode: string,
  changes: readonly VillageChange[],
): Promise<void> {
  await tx`
    update village v
       set name = x.name, class = x.class, valid_to = null, successor_code = null,
           former_names = case when v.name = x.name or v.name = any(v.former_names) then v.former_names
                               else v.former_names || v.name end
      from unnest(${column(changes, 'code')}::text[], ${column(changes, 'name')}::text[],
                  ${column(changes, 'class')}::text[]) as x (code, name, class)
     where v.county_code = ${countyCode} and v.code = x.code`;
}

export type Ending = { code: string; successor: string | null };

/** Ends regions on a day; their rows stay. */
export async function endRegions(
  tx: Transaction,
  on: string,
  endings: readonly Ending[],
): Promise<void> {
  await tx`
    update region r set valid_to = ${on}, successor_code = x.successor
      from unnest(${column(endings, 'code')}::text[], ${column(endings, 'successor')}::text[]) as x (code, successor)
     where r.code = x.code`;
}

/** The same for villages, all of one county. */
export async function endVillages(
  tx: Transaction,
  of: { countyCode: string; on: string },
  endings: readonly Ending[],
): Promise<void> {
  await tx`
    update village v set valid_to = ${of.on}, successor_code = x.successor
      from unnest(${column(endings, 'code')}::text[], ${column(endings, 'successor')}::text[]) as x (code, successor)
     where v.county_code = ${of.countyCode} and v.code = x.code`;
}

/** Full names of the regions as they stand, to see which ones an ancestor's new name changes. */
export async function findFullNames(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx<{ code: string; full_name: string }[]>`select code, full_name from region`;
  return new Map(rows.map((row) => [row.code, row.full_name]));
}

function column<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] {
  return rows.map((row) => row[key]);
}
