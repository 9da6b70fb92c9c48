import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Boundary } from '../model/boundaries.ts';
import type { Area } from '../model/geojson.ts';

/** Where a set of boundaries is from. */
export type BoundaryOrigin = {
  /** The region whose office loaded them. */
  uploadedFor: RegionCode;
  reviewNumber: string;
  source: string;
  uploadedBy: string;
  at: string;
};

export type StoredBoundary = Boundary & { reviewNumber: string; source: string };

const ROWS_PER_STATEMENT = 500;

/** Makes uploads for the same region take turns, or the union of two would remain. */
export async function lockBoundaries(tx: Transaction, uploadedFor: RegionCode): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext(${`region_boundary ${uploadedFor}`}))`;
}

/**
 * Puts these boundaries in place of those that were loaded for the same region. Where another
 * office had loaded one of the divisions, this newer one replaces it.
 */
export async function replaceBoundaries(
  tx: Transaction,
  origin: BoundaryOrigin,
  boundaries: readonly Boundary[],
): Promise<void> {
  await deleteBoundaries(tx, origin.uploadedFor);
  for (let at = 0; at < boundaries.length; at += ROWS_PER_STATEMENT) {
    const rows = boundaries.slice(at, at + ROWS_PER_STATEMENT).map(({ code, geometry }) => ({
      region_code: code,
      uploaded_for: origin.uploadedFor,
      geometry: tx.json(geometry as never),
      review_number: origin.reviewNumber,
      source: origin.source,
      uploaded_by: origin.uploadedBy,
      uploaded_at: origin.at,
    }));
    await tx`
      insert into region_boundary ${tx(rows as never)}
      on conflict on constraint region_boundary_pkey do update
         set uploaded_for = excluded.uploaded_for, geometry = excluded.geometry,
             review_number = excluded.review_number, source = excluded.source,
             uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at`;
  }
}

/** Takes away what was loaded for the region; says how many divisions that were. */
export async function deleteBoundaries(tx: Transaction, uploadedFor: RegionCode): Promise<number> {
  const result = await tx`delete from region_boundary where uploaded_for = ${uploadedFor}`;
  return result.count;
}

/** The boundaries of these divisions, as far as an office has loaded them. */
export async function findBoundaries(
  tx: Transaction,
  codes: readonly RegionCode[],
): Promise<Map<RegionCode, StoredBoundary>> {
  const rows = await tx<
    { code: RegionCode; geometry: Area; reviewNumber: string; source: string }[]
  >`
    select region_code as code, geometry, review_number as "reviewNumber", source
      from region_boundary where region_code = any(${[...codes]})`;
  return new Map(rows.map((row) => [row.code, row]));
}
