import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import type { RegionHit, RegionQuery } from '../model/search.ts';
import { buildDivisionIndex, type DivisionIndex } from './division-index.ts';
import { findEditions, readDivisions } from './division-store.ts';
import { searchDivisions } from './search-divisions.ts';

// One index for the process. The ids of the loaded lists say whether it is still the right one.
let held: { editions: string; index: Promise<DivisionIndex> } | undefined;

/**
 * The regions that best answer what was typed: those in the officer's own region first, then whole
 * names before beginnings before initials before other parts, then higher levels, short names.
 */
export async function findRegions(tx: Transaction, query: RegionQuery): Promise<RegionHit[]> {
  return searchDivisions(await indexOf(tx), query);
}

/** Builds the index ahead of the first question, which would wait a second or two for it. */
export async function warmRegionSearch(database: Database): Promise<void> {
  await database.transaction(indexOf);
}

async function indexOf(tx: Transaction): Promise<DivisionIndex> {
  const editions = (await findEditions(tx)).map(({ id }) => id).join();
  if (held?.editions === editions) {
    try {
      return await held.index;
    } catch {
      // The transaction that was building it failed; this one builds its own.
    }
  }
  const index = buildDivisionIndex(readDivisions(tx));
  held = { editions, index };
  return await index;
}
