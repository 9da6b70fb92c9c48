import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { parametersInForce } from '../../packs/model/index.ts';
import {
  type Followed,
  packsFollowedWithin,
  parametersFollowedWithin,
  type SoundRule,
  shippedLibrary,
} from '../../packs/server/index.ts';
import type { ParametersInForce } from '../../rules/model/index.ts';
import { rulesInForce } from './rules-in-force.ts';

export type Asking = {
  readonly region: RegionCode;
  readonly on: PlainDate;
  /** Everywhere by the rules of this pack, instead of those that are followed. */
  readonly pack?: string | undefined;
};

/** A part of a region in which one pack is followed, with its rules and what they are answered with. */
export type Part = {
  readonly region: RegionCode;
  readonly without: readonly RegionCode[];
  readonly on: PlainDate;
  readonly followed: Followed;
  readonly rules: readonly SoundRule[];
  readonly parameters: ParametersInForce;
};

/** The parts of a region that follow one pack each; where none is followed nothing is due. */
export async function partsOf(tx: Transaction, { region, on, pack }: Asking): Promise<Part[]> {
  const found =
    pack === undefined
      ? await packsFollowedWithin(tx, region, on)
      : [{ region, without: [], followed: packNamed(pack, { region, on }) }];
  const parts: Part[] = [];
  for (const { region: of, without, followed } of found) {
    if (followed === undefined) continue;
    const parameters = parametersInForce(await parametersFollowedWithin(tx, followed), on);
    parts.push({
      region: of,
      without,
      on,
      followed,
      rules: rulesInForce(followed, on),
      parameters,
    });
  }
  return parts;
}

function packNamed(id: string, place: { region: RegionCode; on: PlainDate }): Followed {
  const library = shippedLibrary();
  const pack = library.find(id);
  if (pack === undefined) throw new Problem(404, 'packNotThere', { id });
  return {
    ...place,
    pack,
    chain: library.set.chainOf(pack),
    version: library.versionOf(pack),
    library,
    adoption: null,
  };
}
