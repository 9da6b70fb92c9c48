import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import type { Pack } from './pack.ts';

/** That a region follows a pack, in one version, from a day on. */
export type Adoption = {
  readonly id: string;
  readonly region: RegionCode;
  readonly packId: string;
  readonly packHash: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export type Following =
  | { readonly by: 'adoption'; readonly adoption: Adoption }
  | { readonly by: 'claim'; readonly pack: Pack };

/**
 * Which pack a region follows on a day. The nearest decides: of the adoptions by the region and those
 * around it, and of the packs written for them, the one of the smallest division; an adoption before
 * a pack of the same division. Undefined if nobody has adopted and no pack speaks of the region.
 */
export function packFollowed(
  region: RegionCode,
  day: PlainDate,
  known: { readonly adoptions: readonly Adoption[]; readonly packs: readonly Pack[] },
): Following | undefined {
  const adoptions = known.adoptions
    .filter((adoption) => contains(adoption.region, region) && isInForce(adoption, day))
    .map((adoption) => ({ near: adoption.region.length, following: byAdoption(adoption) }));
  const claims = known.packs
    .filter(({ head }) => isInForce(head.value.inForce, day))
    .flatMap((pack) =>
      pack.head.value.regions
        .filter((own) => contains(own, region))
        .map((own) => ({ near: own.length, following: byClaim(pack) })),
    );
  // The sort keeps the order of equals, in which adoptions come first.
  const [nearest] = [...adoptions, ...claims].toSorted((one, other) => other.near - one.near);
  return nearest?.following;
}

function byAdoption(adoption: Adoption): Following {
  return { by: 'adoption', adoption };
}

function byClaim(pack: Pack): Following {
  return { by: 'claim', pack };
}

function isInForce(
  { from, until }: { from: PlainDate; until?: PlainDate | null | undefined },
  day: PlainDate,
): boolean {
  return from <= day && (until === undefined || until === null || until >= day);
}
