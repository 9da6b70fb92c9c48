import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { AdoptionView, FollowedAnswer } from '../model/contract.ts';
import {
  type AdoptionRow,
  endAdoption,
  findAdoption,
  findAdoptionOfRequest,
  findAdoptions,
  insertAdoption,
  keepVersion,
  lockRegion,
} from './adoption-store.ts';
import { followedPack, regionsAround } from './follow-pack.ts';
import { filesOfVersion, shippedLibrary } from './library.ts';

type Place = { readonly region: RegionCode; readonly on: PlainDate };

/** Which pack a region follows, and every adoption of it and around it. */
export async function showFollowed(
  { tx }: Context,
  { region, on }: Place,
): Promise<FollowedAnswer> {
  const followed = await followedPack(tx, region, on);
  const adoptions = await findAdoptions(tx, regionsAround(region));
  const named = followed?.chain.map(({ head: { value } }) => ({
    id: value.id,
    title: value.title,
  }));
  const [first] = named ?? [];
  const isKnown = followed !== undefined && first !== undefined;
  return {
    region,
    on,
    followed: isKnown ? { ...first, version: followed.version } : null,
    adoption: followed?.adoption ? viewOf(followed.adoption) : null,
    chain: named ?? [],
    adoptions: adoptions.map(viewOf),
  };
}

function viewOf(row: AdoptionRow): AdoptionView {
  const { id, region, packId, packHash, from, until, reason, endedBecause } = row;
  const { adoptedByName: adoptedBy, adoptedAt } = row;
  return {
    id,
    region,
    packId,
    version: packHash,
    from,
    until,
    reason,
    adoptedBy,
    adoptedAt,
    endedBecause,
  };
}

export type NewAdoption = {
  readonly requestId: string;
  readonly region: RegionCode;
  readonly packId: string;
  readonly from: PlainDate;
  readonly reason: string;
};

/**
 * A region begins to follow a pack in its present version, which is kept. What it followed before
 * ends the day before. The same request sent twice is done once.
 */
export async function adoptPack(context: Context, asked: NewAdoption): Promise<string> {
  const { tx, officer, now } = context;
  const { requestId, region, packId, from, reason } = asked;
  await lockRegion(tx, region);
  const earlier = await findAdoptionOfRequest(tx, requestId);

  requireWithinReach(officer, region);
  if (earlier !== undefined) {
    if (earlier.adoptedBy === officer.accountId) return earlier.id;
    throw new Problem(409, 'requestReusedForOther');
  }

  const library = shippedLibrary();
  const pack = library.find(packId);
  if (pack === undefined) throw new Problem(404, 'packNotThere', { id: packId });
  const errors = library.errorsOf(pack).length;
  if (errors > 0) throw new Problem(422, 'packNotSound', { id: packId, errors });
  const open = (await findAdoptions(tx, [region])).find(({ until }) => until === null);
  if (open !== undefined && open.from >= from) {
    throw new Problem(409, 'adoptionNotLater', { from: open.from });
  }

  const id = newId();
  const packHash = library.versionOf(pack);
  await event(context, 'policy.packAdopted', {
    region,
    id,
    detail: { packId, packHash, from, reason },
  });

  const files = filesOfVersion(library.set.chainOf(pack));
  await keepVersion(tx, { hash: packHash, packId, files, at: now });
  if (open !== undefined) {
    const end = { until: addDays(from, -1), by: officer.accountId, at: now, because: reason };
    await endAdoption(tx, open.id, end);
  }
  const { accountId: adoptedBy } = officer;
  await insertAdoption(tx, {
    id,
    region,
    packId,
    packHash,
    from,
    reason,
    requestId,
    adoptedBy,
    adoptedAt: now,
  });
  return id;
}

/** A region stops following the pack that it adopted; what is written for it holds again. */
export async function endPack(
  context: Context,
  id: string,
  { until, reason }: { until: PlainDate; reason: string },
): Promise<void> {
  const { tx, officer, now } = context;
  const adoption = await findAdoption(tx, id);

  reachOf(officer);
  if (adoption === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, adoption.region);

  if (adoption.until !== null) throw new Problem(409, 'adoptionEnded', { until: adoption.until });
  if (until < addDays(adoption.from, -1)) {
    throw new Problem(422, 'adoptionEndsBeforeItBegins', { from: adoption.from });
  }

  const { region, packId } = adoption;
  await event(context, 'policy.packEnded', { region, id, detail: { packId, until, reason } });
  const done = await endAdoption(tx, id, {
    until,
    by: officer.accountId,
    at: now,
    because: reason,
  });
  if (!done) throw new Problem(409, 'adoptionEnded', { until });
}

async function event(
  { tx, officer, now }: Context,
  kind: string,
  of: { region: RegionCode; id: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordEvent(tx, now, {
    kind,
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: of.region,
    subject: 'packAdoption',
    subjectId: of.id,
    detail: of.detail,
  });
}
