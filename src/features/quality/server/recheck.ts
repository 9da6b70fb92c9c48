import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { dayInChina } from '../../../platform/server/clock.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import type { Services } from '../../../platform/server/services.ts';
import { checkHousehold, type HouseholdRecords, type RuleContext } from '../model/index.ts';
import { checkAcross } from './check-across.ts';
import { rulesOfCounty } from './county-rules.ts';
import { keepCountyFindings, keepHouseholdFindings, type PlacedFinding } from './keep-findings.ts';
import {
  findNextCounty,
  type HouseholdRecordRow,
  type MemberRow,
  readHouseholds,
  readNextHouseholds,
  readPersons,
  readSurveys,
} from './record-store.ts';

/** How much was checked. */
export type Rechecked = { households: number; persons: number };

/** With what and when something is checked again. */
export type Rechecking = { sealer: Sealer; today: PlainDate; now: string };

type Checking = Rechecking & { county: RegionCode; context: RuleContext };

/** Households held in memory at once: some thousand records, whatever the size of the region. */
const HOUSEHOLDS_AT_ONCE = 500;

/**
 * Checks households of one county again and makes what is found what is stored, in the caller's
 * transaction, whose scope has to cover the county. Ends with the rules across its households.
 */
export async function recheckHouseholds(
  tx: Transaction,
  by: Rechecking,
  of: { county: RegionCode; householdIds: readonly string[] },
): Promise<Rechecked> {
  const context = await rulesOfCounty(tx, of.county, by.today);
  const checking = { ...by, county: of.county, context };
  const sum = { households: 0, persons: 0 };
  for (let from = 0; from < of.householdIds.length; from += HOUSEHOLDS_AT_ONCE) {
    const ids = of.householdIds.slice(from, from + HOUSEHOLDS_AT_ONCE);
    const rows = await readHouseholds(tx, { county: of.county, ids });
    count(sum, rows.length, await checkTogether(tx, checking, rows));
  }
  await checkCounty(tx, checking);
  return sum;
}

/**
 * Checks every household of a region again, as after an import or on a new day. Each transaction
 * takes some hundred households and lets go of them; a household that somebody changes meanwhile
 * is checked with its change or by it.
 */
export async function recheckRegion(
  services: Pick<Services, 'database' | 'sealer' | 'clock'>,
  region: RegionCode,
  report: (done: Rechecked) => void = () => undefined,
): Promise<Rechecked> {
  const instant = services.clock();
  const by = { sealer: services.sealer, today: dayInChina(instant), now: instant.toISOString() };
  const sum = { households: 0, persons: 0 };
  for (
    let county = await nextCounty(services, region, '');
    county !== undefined;
    county = await nextCounty(services, region, county)
  ) {
    await recheckCounty(services, { by, county, region }, (checked) => {
      count(sum, checked.households, checked.persons);
      report({ ...sum });
    });
  }
  return sum;
}

async function nextCounty(
  { database }: Pick<Services, 'database'>,
  region: RegionCode,
  after: string,
): Promise<RegionCode | undefined> {
  return await database.read(async (tx) => {
    await enterScope(tx, region);
    return await findNextCounty(tx, { region, after });
  });
}

async function recheckCounty(
  { database }: Pick<Services, 'database'>,
  of: { by: Rechecking; county: RegionCode; region: RegionCode },
  report: (done: Rechecked) => void,
): Promise<void> {
  const { by, county, region } = of;
  const inCounty = async <Value>(
    work: (tx: Transaction, checking: Checking) => Promise<Value>,
  ): Promise<Value> =>
    await againIfInTheWay(
      async () =>
        await database.transaction(async (tx) => {
          await enterScope(tx, county);
          return await work(tx, { ...by, county, context });
        }),
    );
  const context = await database.read(async (tx) => await rulesOfCounty(tx, county, by.today));
  let after: string | null = null;
  do {
    after = await inCounty(async (tx, checking): Promise<string | null> => {
      const rows = await readNextHouseholds(tx, {
        county,
        region,
        after,
        limit: HOUSEHOLDS_AT_ONCE,
      });
      report({ households: rows.length, persons: await checkTogether(tx, checking, rows) });
      return rows.length < HOUSEHOLDS_AT_ONCE ? null : (rows.at(-1)?.id ?? null);
    });
  } while (after !== null);
  await inCounty(checkCounty);
}

const MOST_ATTEMPTS = 4;
/** SQLSTATE of a transaction that PostgreSQL ended because another one waited for it (deadlock_detected). */
const DEADLOCK = '40P01';

/** An officer who changes the same findings goes first; nobody waits for this work. */
async function againIfInTheWay<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isDeadlock = (error as { code?: unknown }).code === DEADLOCK;
      if (!isDeadlock || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Checks households that were just read. Answers how many persons they have. */
async function checkTogether(
  tx: Transaction,
  checking: Checking,
  rows: readonly HouseholdRecordRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const of = { county: checking.county, householdIds: rows.map(({ id }) => id) };
  const [persons, surveys] = await Promise.all([readPersons(tx, of), readSurveys(tx, of)]);
  const personsOf = Map.groupBy(persons, ({ householdId }) => householdId);
  const surveysOf = Map.groupBy(surveys, ({ householdId }) => householdId);
  const findings: PlacedFinding[] = [];
  for (const row of rows) {
    if (row.status === 'closed') continue;
    const records = recordsOf(checking.sealer, row, {
      persons: personsOf.get(row.id) ?? [],
      surveys: surveysOf.get(row.id) ?? [],
    });
    const place = { householdId: row.id, villageCode: row.villageCode };
    for (const finding of checkHousehold(records, checking.context, { rows: true }))
      findings.push({ finding, place });
  }
  const keeping = { county: of.county, on: checking.today, now: checking.now };
  await keepHouseholdFindings(tx, keeping, { householdIds: of.householdIds, findings });
  return persons.length;
}

async function checkCounty(tx: Transaction, checking: Checking): Promise<void> {
  const { county, context, today, now, sealer } = checking;
  const findings = await checkAcross(tx, sealer, { county, context });
  await keepCountyFindings(tx, { county, on: today, now }, findings);
}

/** A household with its members and surveys, numbers and phones opened for as long as the rules look. */
function recordsOf(
  sealer: Sealer,
  household: HouseholdRecordRow,
  of: { persons: readonly MemberRow[]; surveys: readonly MemberRow[] },
): HouseholdRecords {
  const opened = {
    household: { ...household, phone: clear(household['phone'], sealer) },
    persons: of.persons.map((person) => ({
      ...person,
      documentNumber: clear(person['documentNumber'], sealer),
      phone: clear(person['phone'], sealer),
    })),
    surveys: of.surveys,
  };
  // The columns hold what the field dictionary says they hold.
  return opened as unknown as HouseholdRecords;
}

function clear(sealed: unknown, sealer: Sealer): string | null {
  return sealed instanceof Uint8Array ? sealer.open(sealed) : null;
}

function count(sum: Rechecked, households: number, persons: number): void {
  sum.households += households;
  sum.persons += persons;
}
