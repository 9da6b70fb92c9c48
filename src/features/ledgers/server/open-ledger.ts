import { type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import {
  readVillage,
  readWholeHousehold,
  type ShownHousehold,
} from '../../households/server/index.ts';
import { findChildren, findPath, regionNames } from '../../regions/server/index.ts';
import { findPopulation, populationsBelow } from '../../wall/server/index.ts';
import { type Ledger, type LedgerKind, levelOfKind } from '../model/ledger.ts';
import { yearBalances } from '../model/year-balance.ts';
import { buildCard, CARD_YEARS } from './build-card.ts';
import {
  buildCountyArchive,
  buildTownshipRegister,
  type Division,
  type RegisterContents,
} from './build-register.ts';
import { buildVillageBook, type VillageLine, villageLine } from './build-village-book.ts';
import {
  countMissingByHousehold,
  findGroups,
  findMissingFields,
  findPersonChanges,
  findSpellCounts,
} from './ledger-store.ts';
import type { Words } from './words.ts';

/** What reading a ledger needs: a transaction whose scope covers it, and the rest of the product. */
export type Reading = {
  readonly tx: Transaction;
  readonly facts: Facts;
  readonly sealer: Sealer;
  readonly words: Words;
  readonly today: PlainDate;
  /** Told how many households were read by now; it may throw to stop the reading. */
  readonly report?: (households: number) => void;
};

export type HouseholdKey = { readonly county: RegionCode; readonly id: string };

/** How many households are in memory at once, with all that belongs to them. */
export const HOUSEHOLDS_AT_ONCE = 100;

const YEARS_SHOWN = 8;

/** The card of one household; refuses as "not there" what the scope does not reach. */
export async function openCard(
  reading: Reading,
  key: HouseholdKey,
  clear: boolean,
): Promise<Ledger> {
  const showing = { sealer: reading.sealer, clear, years: CARD_YEARS };
  const household = await readWholeHousehold(reading.tx, key, showing);
  if (household === undefined) throw new Problem(404, 'notFound');
  const place = await placeOf(reading, household.villageCode);
  return buildCard(household, { ...reading, place });
}

/** The cards of a village, page by page in the order of the household numbers. */
export async function* openCards(
  reading: Reading,
  village: RegionCode,
  clear: boolean,
): AsyncGenerator<Ledger[]> {
  const place = await placeOf(reading, village);
  for await (const households of householdsOf(reading, village, clear)) {
    yield households.map((household) => buildCard(household, { ...reading, place }));
  }
}

/** The ledger of a region: of a village its book, of a township its register, of a county its archive. */
export async function openBook(
  reading: Reading,
  kind: Exclude<LedgerKind, 'card'>,
  region: RegionCode,
): Promise<Ledger> {
  if (levelOf(region) !== levelOfKind[kind]) throw new Problem(404, 'notFound');
  const names = await regionNames(reading.tx, [region]);
  const name = names.get(region)?.name;
  if (name === undefined) throw new Problem(404, 'notFound');
  switch (kind) {
    case 'village':
      return await openVillageBook(reading, region, name);
    case 'township':
      return buildTownshipRegister(await registerContents(reading, region, name), reading);
    case 'county':
      return buildCountyArchive(await registerContents(reading, region, name), reading);
  }
}

async function openVillageBook(
  reading: Reading,
  village: RegionCode,
  name: string,
): Promise<Ledger> {
  const { tx, facts, today } = reading;
  const lacking = await countMissingByHousehold(facts, village);
  const lines: VillageLine[] = [];
  for await (const households of householdsOf(reading, village, false)) {
    for (const household of households)
      lines.push(villageLine(household, lacking.get(household.id)));
  }
  const contents = {
    village,
    name,
    place: await placeOf(reading, village),
    lines,
    missing: await findMissingFields(facts, village),
    balances: balancesOf(await findSpellCounts(tx, village), today),
  };
  return buildVillageBook(contents, reading);
}

async function* householdsOf(
  reading: Reading,
  village: RegionCode,
  clear: boolean,
): AsyncGenerator<ShownHousehold[]> {
  const showing = { sealer: reading.sealer, clear, years: CARD_YEARS };
  let after = '';
  let done = 0;
  for (;;) {
    const page = { village, after, limit: HOUSEHOLDS_AT_ONCE };
    const households = await readVillage(reading.tx, page, showing);
    if (households.length > 0) yield households;
    done += households.length;
    reading.report?.(done);
    if (households.length < HOUSEHOLDS_AT_ONCE) return;
    after = households.at(-1)?.facts.number ?? '';
  }
}

function balancesOf(counts: Parameters<typeof yearBalances>[0], today: PlainDate) {
  return yearBalances(counts, { until: yearOf(today), years: YEARS_SHOWN });
}

async function registerContents(
  reading: Reading,
  region: RegionCode,
  name: string,
): Promise<RegisterContents> {
  const { tx, facts, today } = reading;
  const level = levelOf(region) === 'county' ? 'township' : 'village';
  const groups = await findGroups(facts, region, level);
  return {
    region,
    name,
    place: await placeOf(reading, region),
    population: (await findPopulation(tx, region)) ?? null,
    divisions: await divisionsOf(reading, { region, level }, groups),
    groups,
    balances: balancesOf(await findSpellCounts(tx, region), today),
    changes: await findPersonChanges(facts, region, yearOf(today) - YEARS_SHOWN + 1),
    missing: await findMissingFields(facts, region),
  };
}

/** More than any county has townships, or township villages. */
const MOST_DIVISIONS = 2000;

/** The divisions of today, and those of yesterday in which households still stand. */
async function divisionsOf(
  { tx }: Reading,
  { region, level }: { region: RegionCode; level: 'township' | 'village' },
  groups: RegisterContents['groups'],
): Promise<Division[]> {
  const living = await findChildren(tx, region, { limit: MOST_DIVISIONS });
  const known = new Set<string>(living.map(({ code }) => code));
  const former = [...new Set(groups.map(({ division }) => division as RegionCode))].filter(
    (code) => !known.has(code),
  );
  const names = await regionNames(tx, former);
  const populations = await populationsBelow(tx, region, level);
  return [
    ...living.map(({ code, name }) => ({ code, name })),
    ...former.map((code) => ({ code, name: names.get(code)?.name ?? code })),
  ]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((division) => ({ ...division, population: populations.get(division.code) ?? null }));
}

/** The names from the province down. */
async function placeOf({ tx, words }: Reading, region: RegionCode): Promise<string> {
  const path = await findPath(tx, region);
  return path
    .filter(({ code }) => code.length > 0)
    .map(({ name }) => name)
    .join(words.say('placeSeparator'));
}
