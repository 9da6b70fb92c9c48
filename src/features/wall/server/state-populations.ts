import type { z } from 'zod';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { findChildren, regionNames } from '../../regions/server/index.ts';
import type { PopulationsAnswer, PopulationsBody } from '../model/contract.ts';
import { placeOf } from './places.ts';
import { findStated, savePopulations } from './population-store.ts';

// More than any township of China has villages.
const MOST_VILLAGES = 500;

/** The villages of a township, or the one village, with the population that each stated last. */
export async function readPopulations(
  context: Context,
  region: RegionCode,
): Promise<z.output<typeof PopulationsAnswer>> {
  requireWithinReach(context.officer, region);
  const stated = new Map((await findStated(context.tx, region)).map((row) => [row.code, row]));
  const villages = await villagesOf(context, region);
  return {
    region: await placeOf(context.tx, region),
    villages: villages.map(({ code, name }) => {
      const own = stated.get(code);
      return {
        code,
        name,
        latest:
          own === undefined
            ? null
            : { year: own.year, population: own.population, source: own.source },
      };
    }),
  };
}

/** Keeps the populations that an office states for villages of one township in one year. */
export async function statePopulations(
  context: Context,
  region: RegionCode,
  body: z.output<typeof PopulationsBody>,
): Promise<z.output<typeof PopulationsAnswer>> {
  requireWithinReach(context.officer, region);
  const known = new Set((await villagesOf(context, region)).map(({ code }) => String(code)));
  const foreign = body.villages.find(({ code }) => !known.has(code));
  if (foreign !== undefined)
    throw new Problem(400, 'villageNotInTownship', { village: foreign.code });
  const { year, source } = body;
  const stated = new Map(body.villages.map(({ code, population }) => [code, population]));
  await savePopulations(
    context.tx,
    [...stated].map(([code, population]) => ({ code, population, year, source })),
    { accountId: context.officer.accountId, at: context.now },
  );
  await recordEvent(context.tx, context.now, {
    kind: 'wall.statePopulations',
    accountId: context.officer.accountId,
    postingId: context.officer.posting?.id ?? null,
    region,
    detail: { year, source, villages: Object.fromEntries(stated) },
  });
  return await readPopulations(context, region);
}

async function villagesOf(
  context: Context,
  region: RegionCode,
): Promise<{ code: RegionCode; name: string }[]> {
  if (levelOf(region) === 'township') {
    return await findChildren(context.tx, region, { limit: MOST_VILLAGES });
  }
  const own = (await regionNames(context.tx, [region])).get(region);
  return own === undefined ? [] : [{ code: region, name: own.name }];
}
