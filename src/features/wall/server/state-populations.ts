import type { z } from 'zod';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
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
  const { tx, now, officer } = context;
  const by = { accountId: officer.accountId, postingId: officer.posting?.id ?? null, now };
  await keepPopulations(tx, by, { region, ...body });
  return await readPopulations(context, region);
}

/**
 * Keeps what an office states of villages in its region and notes who did, in the caller's
 * transaction, whose scope has to cover the region. Of a village named twice the last figure counts.
 */
export async function keepPopulations(
  tx: Transaction,
  by: { accountId: string; postingId: string | null; now: string },
  statement: z.output<typeof PopulationsBody> & { region: RegionCode },
): Promise<void> {
  const { region, year, source } = statement;
  const stated = new Map(statement.villages.map(({ code, population }) => [code, population]));
  await savePopulations(
    tx,
    [...stated].map(([code, population]) => ({ code, population, year, source })),
    { accountId: by.accountId, at: by.now },
  );
  await recordEvent(tx, by.now, {
    kind: 'wall.statePopulations',
    accountId: by.accountId,
    postingId: by.postingId,
    region,
    detail: { year, source, villages: Object.fromEntries(stated) },
  });
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
