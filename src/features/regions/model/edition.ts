import { levelOf, parentOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Division } from './division.ts';

/** A division as it stands in the database; `ended` if its code went out of use. */
export type KnownDivision = Division & { readonly ended: boolean };

/** What a newer list changes. A code that was ended and is listed again is `returned`. */
export type EditionChanges = {
  readonly added: readonly Division[];
  readonly changed: readonly Division[];
  readonly returned: readonly Division[];
  readonly ended: readonly { readonly code: RegionCode; readonly successor: RegionCode | null }[];
};

/**
 * Compares what is known with a newer list; both sorted by code. The list says only which codes
 * hold; who follows whom comes from `successors` (the office's own table of mergers) and, failing
 * that, from the name: a code that ended is followed by the one new code of the same name in the
 * region that follows its parent, or in its parent, or one level above that. Two such codes in the
 * nearest of these, and nothing is guessed.
 */
export function compareEditions(
  known: readonly KnownDivision[],
  next: readonly Division[],
  successors: ReadonlyMap<RegionCode, RegionCode> = new Map(),
): EditionChanges {
  const added: Division[] = [];
  const changed: Division[] = [];
  const returned: Division[] = [];
  const gone: Division[] = [];
  let at = 0;
  const passUntil = (code: RegionCode | undefined): void => {
    for (
      let old = known[at];
      old !== undefined && (code === undefined || old.code < code);
      old = known[at]
    ) {
      if (!old.ended) gone.push(old);
      at += 1;
    }
  };
  for (const division of next) {
    passUntil(division.code);
    const old = known[at]?.code === division.code ? known[at] : undefined;
    if (old === undefined) added.push(division);
    else if (old.ended) returned.push(division);
    else if (old.name !== division.name || old.class !== division.class) changed.push(division);
    if (old !== undefined) at += 1;
  }
  passUntil(undefined);
  return {
    added,
    changed,
    returned,
    ended: endedWithSuccessors(gone, [...added, ...returned], successors),
  };
}

function endedWithSuccessors(
  gone: readonly Division[],
  candidates: readonly Division[],
  successors: ReadonlyMap<RegionCode, RegionCode>,
): EditionChanges['ended'] {
  const byPlace = new Map<string, RegionCode | 'several'>();
  for (const candidate of candidates) {
    for (const region of twoAbove(candidate.code)) {
      const place = placeOf(candidate, region);
      byPlace.set(place, byPlace.has(place) ? 'several' : candidate.code);
    }
  }
  const followers = new Map(successors);
  // Codes come in order, so a parent's successor is known before its children ask for it.
  return gone.map((division) => {
    const regions = twoAbove(division.code);
    const follower = regions[0] === undefined ? undefined : followers.get(regions[0]);
    const nearest = [...(follower === undefined ? [] : [follower]), ...regions]
      .map((region) => byPlace.get(placeOf(division, region)))
      .find((found) => found !== undefined);
    const successor = followers.get(division.code) ?? (nearest === 'several' ? undefined : nearest);
    if (successor !== undefined) followers.set(division.code, successor);
    return { code: division.code, successor: successor ?? null };
  });
}

function placeOf(division: Division, region: RegionCode): string {
  return `${region} ${levelOf(division.code)} ${division.name}`;
}

/** The region above and the one above that, without the nation. */
function twoAbove(code: RegionCode): RegionCode[] {
  const parent = parentOf(code);
  const grandparent = parent === undefined ? undefined : parentOf(parent);
  return [parent, grandparent].filter(
    (region) => region !== undefined && region !== '',
  ) as RegionCode[];
}
