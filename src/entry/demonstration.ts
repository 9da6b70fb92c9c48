import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOfficer } from '../features/accounts/server/index.ts';
import { hasHouseholds } from '../features/households/server/index.ts';
import { importFiles } from '../features/intake/server/index.ts';
import { recheckRegion } from '../features/quality/server/index.ts';
import { findVillages } from '../features/regions/server/index.ts';
import {
  type SynthHousehold,
  synthesise,
  synthesiseDonghu,
} from '../features/synth/model/index.ts';
import { writePopulation } from '../features/synth/server/index.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { regionCode } from '../kernel/region-code.ts';
import { dayInChina } from '../platform/server/clock.ts';
import type { Progress } from '../platform/server/console.ts';
import { type KeyRing, sealingKeysOf } from '../platform/server/crypto/key-ring.ts';
import { enterScope } from '../platform/server/database/scope-store.ts';
import type { Services } from '../platform/server/services.ts';
import type { OpenDatabase } from './open-database.ts';

const WILLOW = regionCode('990101');
// Its first village is 东湖渔业村, whose plan the synthetic population reconciles with.
const LAKESIDE = regionCode('990102');
const WILLOW_HOUSEHOLDS = 2_400;
// So many in a hundred go in with a fault, so that there is something to put right.
const FAULTS_PERCENT = 3;

type Place = { opened: OpenDatabase; services: Services; keys: KeyRing };

/**
 * Fills the demonstration's two counties at the first start, in the way in which an office would:
 * spreadsheets in the national layout, imported by the county's officer. Does nothing if any
 * household is there.
 */
export async function loadDemonstration(place: Place, progress: Progress): Promise<void> {
  const { services } = place;
  const today = dayInChina(services.clock());
  const plan = await services.database.read(async (tx) => {
    await enterScope(tx, regionCode('99'));
    if (await hasHouseholds(tx)) return undefined;
    const [donghu] = await findVillages(tx, LAKESIDE);
    return { villages: await findVillages(tx, WILLOW), donghu };
  });
  if (plan === undefined) return;
  const surveyYears = [Number(today.slice(0, 4)) - 2, Number(today.slice(0, 4)) - 1];
  const order = { seed: 'demonstration', on: today, surveyYears };
  await importPopulation(place, {
    officer: 'lin',
    today,
    households: synthesise({ ...order, villages: plan.villages, households: WILLOW_HOUSEHOLDS }),
    faultPercent: FAULTS_PERCENT,
    progress: (share) => progress(share * 0.6, 1),
  });
  if (plan.donghu !== undefined) {
    await importPopulation(place, {
      officer: 'hua',
      today,
      households: synthesiseDonghu({ ...order, village: plan.donghu }),
      faultPercent: 0,
      progress: (share) => progress(0.6 + share * 0.1, 1),
    });
  }
  for (const county of [WILLOW, LAKESIDE]) await recheckRegion(services, county);
  progress(1, 1);
}

type Population = {
  officer: string;
  today: PlainDate;
  households: Iterable<SynthHousehold>;
  faultPercent: number;
  progress: (share: number) => void;
};

async function importPopulation(
  { opened, services, keys }: Place,
  population: Population,
): Promise<void> {
  const officer = await services.database.read(
    async (tx) => await findOfficer(tx, population.officer, population.today),
  );
  if (officer === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-demonstration-'));
  try {
    const { files } = await writePopulation({
      folder,
      format: 'csv',
      households: population.households,
      faultPercent: population.faultPercent,
      seed: 'demonstration',
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
        officer,
        progress: ({ share }) => population.progress(share),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
