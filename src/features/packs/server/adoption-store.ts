import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Adoption } from '../model/followed.ts';
import type { KeptFiles } from './pack-files.ts';

export type AdoptionRow = Adoption & {
  readonly reason: string;
  readonly requestId: string;
  readonly adoptedBy: string;
  /** The name of who did; empty if the account is gone. */
  readonly adoptedByName: string;
  readonly adoptedAt: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly endedBecause: string | null;
};

/** Every adoption by these regions, the newest first. */
export async function findAdoptions(
  tx: Transaction,
  regions: readonly RegionCode[],
): Promise<AdoptionRow[]> {
  return await tx<AdoptionRow[]>`
    select ${columns(tx)} from pack_adoption where region_code = any(${[...regions]})
     order by from_day desc, adopted_at desc`;
}

/** Regions of a range of codes that have ever adopted a pack. */
export async function findAdoptionsWithin(
  tx: Transaction,
  within: { from: string; to: string },
): Promise<RegionCode[]> {
  const rows = await tx<{ region: RegionCode }[]>`
    select distinct region_code as region from pack_adoption
     where region_code >= ${within.from} and region_code < ${within.to}`;
  return rows.map(({ region }) => region);
}

export async function findAdoption(tx: Transaction, id: string): Promise<AdoptionRow | undefined> {
  const [row] = await tx<AdoptionRow[]>`select ${columns(tx)} from pack_adoption where id = ${id}`;
  return row;
}

function columns(tx: Transaction) {
  return tx`
    id, region_code as region, pack_id as "packId", pack_hash as "packHash", from_day as "from",
    until_day as until, reason, request_id as "requestId", adopted_by as "adoptedBy",
    coalesce((select display_name from account where account.id = adopted_by), '') as "adoptedByName",
    adopted_at as "adoptedAt", ended_by as "endedBy", ended_at as "endedAt",
    ended_because as "endedBecause"`;
}

/** Makes those who decide for one region take turns. */
export async function lockRegion(tx: Transaction, region: RegionCode): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext(${`pack_adoption ${region}`}))`;
}

export async function findAdoptionOfRequest(
  tx: Transaction,
  requestId: string,
): Promise<{ id: string; adoptedBy: string } | undefined> {
  const [row] = await tx<{ id: string; adoptedBy: string }[]>`
    select id, adopted_by as "adoptedBy" from pack_adoption where request_id = ${requestId}`;
  return row;
}

export async function insertAdoption(
  tx: Transaction,
  row: Omit<AdoptionRow, 'adoptedByName' | 'until' | 'endedBy' | 'endedAt' | 'endedBecause'>,
): Promise<void> {
  await tx`
    insert into pack_adoption
      (id, region_code, pack_id, pack_hash, from_day, reason, request_id, adopted_by, adopted_at)
    values (${row.id}, ${row.region}, ${row.packId}, ${row.packHash}, ${row.from}, ${row.reason},
            ${row.requestId}, ${row.adoptedBy}, ${row.adoptedAt})`;
}

export type AdoptionEnd = {
  readonly until: PlainDate;
  readonly by: string;
  readonly at: string;
  readonly because: string;
};

/** Ends an adoption that has no end yet; false if it has one. */
export async function endAdoption(tx: Transaction, id: string, end: AdoptionEnd): Promise<boolean> {
  const ended = await tx`
    update pack_adoption
       set until_day = ${end.until}, ended_by = ${end.by}, ended_at = ${end.at}, ended_because = ${end.because}
     where id = ${id} and until_day is null`;
  return ended.count === 1;
}

/** Keeps a version of a pack; of one that is kept already nothing changes. */
export async function keepVersion(
  tx: Transaction,
  version: { hash: string; packId: string; files: KeptFiles; at: string },
): Promise<void> {
  await tx`
    insert into pack_version (hash, pack_id, files, kept_at)
    values (${version.hash}, ${version.packId}, ${tx.json(version.files as never)}, ${version.at})
    on conflict on constraint pack_version_pkey do nothing`;
}

export async function findVersion(tx: Transaction, hash: string): Promise<KeptFiles | undefined> {
  const [row] = await tx<
    { files: KeptFiles }[]
  >`select files from pack_version where hash = ${hash}`;
  return row?.files;
}
