import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { type BoundaryUpload, readBoundaries } from '../model/boundaries.ts';
import { deleteBoundaries, lockBoundaries, replaceBoundaries } from './boundary-store.ts';
import { findExistingCodes, findRegion } from './store.ts';

const MOST_CODES_SHOWN = 10;

/**
 * An office loads its own official boundaries of its region and what lies in it, in place of those
 * it had loaded before. Returns how many divisions have one now.
 */
export async function loadOwnBoundaries(
  context: Context,
  upload: BoundaryUpload & { source: string },
): Promise<number> {
  const { tx, officer, now } = context;
  await lockBoundaries(tx, upload.region);
  await requireOwnRegion(context, upload.region);

  const read = readBoundaries(upload);
  if (!read.ok) throw new Problem(422, read.problem.code, read.problem);
  const known = await findExistingCodes(
    tx,
    read.value.map(({ code }) => code),
  );
  const unknown = read.value.map(({ code }) => code).filter((code) => !known.has(code));
  if (unknown.length > 0) {
    throw new Problem(422, 'boundaryCodeUnknown', {
      divisions: unknown.slice(0, MOST_CODES_SHOWN).join(' '),
      count: unknown.length,
    });
  }

  const reviewNumber = upload.reviewNumber.trim();
  await recordChange(context, upload.region, { divisions: read.value.length, reviewNumber });
  const origin = { uploadedFor: upload.region, reviewNumber, source: upload.source };
  await replaceBoundaries(tx, { ...origin, uploadedBy: officer.accountId, at: now }, read.value);
  return read.value.length;
}

/** Takes the office's own boundaries away again, so that the schematic map is shown. */
export async function removeOwnBoundaries(context: Context, region: RegionCode): Promise<number> {
  await lockBoundaries(context.tx, region);
  await requireOwnRegion(context, region);
  const divisions = await deleteBoundaries(context.tx, region);
  await recordChange(context, region, { divisions: 0, removed: divisions });
  return divisions;
}

async function requireOwnRegion({ tx, officer }: Context, region: RegionCode): Promise<void> {
  requireWithinReach(officer, region);
  if ((await findRegion(tx, region)) === undefined) throw new Problem(404, 'notFound');
}

async function recordChange(
  { tx, officer, now }: Context,
  region: RegionCode,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordEvent(tx, now, {
    kind: 'region.boundaries',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region,
    subject: 'region',
    subjectId: region,
    detail,
  });
}
