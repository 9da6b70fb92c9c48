import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOfficer } from '../features/accounts/server/index.ts';
import { hasHouseholds } from '../features/households/server/index.ts';
import { importFiles } from '../features/intake/server/index.ts';
import { countFindings, recheckRegion } from '../features/quality/server/index.ts';
import { findVillages } from '../features/regions/server/index.ts';
import {
  DONGHU_PEOPLE,
  type PopulationOrder,
  peopleOfVillage,
  type SynthHousehold,
  synthesise,
  synthesiseDonghu,
} from '../features/synth/model/index.ts';
import { writePopulation } from '../features/synth/server/index.ts';
import { findStated, keepPopulations } from '../features/wall/server/index.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../kernel/region-code.ts';
import { dayInChina } from '../platform/server/clock.ts';
import type { Progress } from '../platform/server/console.ts';
import { type KeyRing, sealingKeysOf } from '../platform/server/crypto/key-ring.ts';
import type { Transaction } from '../platform/server/database/connect.ts';
import { enterScope } from '../platform/server/database/scope-store.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import type { Services } from '../platform/server/services.ts';
import type { OpenDatabase } from './open-database.ts';

const SEED = 'demonstration';
// The first village of Lakeside, 东湖渔业村, whose plan the synthetic population reconciles with.
const DONGHU = regionCode('990102100200');
const WILLOW_HOUSEHOLDS = 2_400;

type Place = {
  opened: Pick<OpenDatabase, 'target'>;
  services: Services;
  keys: KeyRing;
  language: Language;
};

/** What one county of the demonstration is filled with, and by whom. */
type CountyPlan = {
  county: RegionCode;
  officer: string;
  /** So many households in a hundred go in with a fault, so that there is something to put right. */
  faultPercent: number;
  /** Its part of the whole work. */
  share: number;
  households: (order: Order) => Iterable<SynthHousehold>;
};

type Order = Omit<PopulationOrder, 'households'>;

function countyPlans(willowHouseholds: number): CountyPlan[] {
  return [
    {
      county: regionCode('990101'),
      officer: 'lin',
      faultPercent: 3,
      share: 0.9,
      households: (order) => synthesise({ ...order, households: willowHouseholds }),
    },
    {
      county: regionCode('990102'),
      officer: 'hua',
      faultPercent: 0,
      share: 0.1,
      households: (order) => synthesiseDonghu({ ...order, village: DONGHU }),
    },
  ];
}

/**
 * Fills the demonstration's two counties in the way in which an office would: spreadsheets in the
 * national layout, imported by the county's officer, and the population that its villages state.
 * What is there already stays, so a start that was killed is made up for by the next one.
 */
export async function loadDemonstration(
  place: Place,
  progress: Progress,
  willowHouseholds = WILLOW_HOUSEHOLDS,
): Promise<void> {
  let before = 0;
  for (const plan of countyPlans(willowHouseholds)) {
    const done = before;
    await loadCounty(place, plan, (share) => progress(done + share * plan.share, 1));
    before += plan.share;
  }
}

async function loadCounty(
  place: Place,
  plan: CountyPlan,
  progress: (share: number) => void,
): Promise<void> {
  const { services } = place;
  const today = dayInChina(services.clock());
  const found = await services.database.read(async (tx) => {
    await enterScope(tx, plan.county);
    return {
      officer: await findOfficer(tx, plan.officer, today),
      villages: await findVillages(tx, plan.county),
      hasHouseholds: await hasHouseholds(tx, plan.county),
      hasFindings: (await countFindings(tx, plan.county)).length > 0,
      hasPopulations: (await findStated(tx, plan.county)).length > 0,
    };
  });
  const { officer, villages } = found;
  if (officer === undefined || villages.length === 0) return;
  if (!found.hasHouseholds) {
    progress(0);
    await importPopulation(place, plan, {
      officer,
      order: { seed: SEED, on: today, villages, surveyYears: surveyYearsBefore(today) },
      progress: (share) => progress(share * 0.9),
    });
  }
  if (!found.hasHouseholds || !found.hasFindings) await recheckRegion(services, plan.county);
  if (!found.hasPopulations) {
    await services.database.transaction(async (tx) => {
      await enterScope(tx, plan.county);
      await statePopulations(tx, place, { officer, villages, today });
    });
  }
  progress(1);
}

function surveyYearsBefore(today: PlainDate): number[] {
  const year = Number(today.slice(0, 4));
  return [year - 2, year - 1];
}

type Officer = NonNullable<Awaited<ReturnType<typeof findOfficer>>>;

/** Without it incidence could only be told as a share of the register. */
async function statePopulations(
  tx: Transaction,
  { services, language }: Place,
  found: { officer: Officer; villages: readonly RegionCode[]; today: PlainDate },
): Promise<void> {
  const { officer, villages, today } = found;
  await keepPopulations(
    tx,
    { ...officer, now: services.clock().toISOString() },
    {
      region: officer.region,
      year: Number(today.slice(0, 4)) - 1,
      source: text(language, 'start:populationSource'),
      villages: villages.map((code) => ({
        code,
        population: code === DONGHU ? DONGHU_PEOPLE : peopleOfVillage(SEED, code),
      })),
    },
  );
}

async function importPopulation(
  { opened, services, keys }: Place,
  plan: CountyPlan,
  by: { officer: Officer; order: Order; progress: (share: number) => void },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-demonstration-'));
  try {
    const { files } = await writePopulation({
      folder,
      format: 'csv',
      households: plan.households(by.order),
      faultPercent: plan.faultPercent,
      seed: SEED,
    });
    await importFiles(
      {
        target: opened.target,
        dataFolder: services.dataFolder,
        keys: sealingKeysOf(keys),
        reportFault: services.reportFault,
      },
      {
        files: [files.households, files.members, files.surveys],
        officer: by.officer,
        progress: ({ share }) => by.progress(share),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
