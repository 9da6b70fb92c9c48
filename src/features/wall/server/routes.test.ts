import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type Facts, openFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, type TestServer, testServer } from '../../../platform/server/testing/people.ts';
import { conditionsOf, parseFilters } from '../../households/model/index.ts';
import { householdFactTables } from '../../households/server/index.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import type { BreakdownAnswer, MapAnswer, SummaryAnswer } from '../model/contract.ts';
import { wallRoutes } from './routes.ts';
import {
  insertAct,
  insertHousehold,
  insertPopulation,
  villagesIn,
} from './testing/willow-store.ts';

const meisVillage = '990101100201';
const secondVillage = '990101100202';
const chensVillage = '990101101201';
const nextCounty = '990102100200';

type Summary = z.output<typeof SummaryAnswer>;
type WallMap = z.output<typeof MapAnswer>;
type Breakdown = z.output<typeof BreakdownAnswer>;
type Stage = { server: TestServer; tx: Transaction; facts: Facts };

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

/** A server whose facts were built from what `seed` inserted. */
async function onStage(
  seed: (tx: Transaction) => Promise<void>,
  test: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-wall-'));
  await inRollback(async (database, tx) => {
    await tx`select app_enter_scope('0', ':')`;
    await seed(tx);
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    try {
      await facts.rebuild();
      await test({ server: await testServer(database, tx, [wallRoutes], { facts }), tx, facts });
    } finally {
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

async function willow(tx: Transaction): Promise<void> {
  const poor = { household_type: 'poor', poverty_status: 'notExited', main_cause: 'illness' };
  const first = await insertHousehold(tx, {
    village: meisVillage,
    values: { ...poor, poor_household_kind: 'subsistenceAllowance' },
    survey: { income_per_head_fen: 300_000 },
    members: [
      { education: '70', birth_day: '1970-01-01' },
      {},
      { status: 'left', left_on: '2020-01-01', leave_reason: 'death' },
    ],
  });
  const second = await insertHousehold(tx, {
    village: meisVillage,
    values: { ...poor, poverty_status: 'returned', main_cause: 'disability' },
    survey: { income_per_head_fen: 600_000 },
  });
  await insertHousehold(tx, {
    village: secondVillage,
    values: {
      household_type: 'exited',
      poverty_status: 'exitedEarlier',
      main_cause: 'illness',
      monitored_category: 'unstable',
      risks: ['illness', 'disaster'],
    },
    survey: { income_per_head_fen: 1_800_000, year: 2024 },
    members: [{}, {}, {}],
  });
  await insertHousehold(tx, {
    village: chensVillage,
    values: {
      ...poor,
      main_cause: 'schooling',
      risk_eliminated: true,
      monitored_category: 'borderline',
    },
    survey: { income_per_head_fen: -5_000 },
    members: [{}],
  });
  await insertHousehold(tx, {
    village: chensVillage,
    values: { status: 'closed', closed_on: '2026-01-01', close_reason: 'error' },
  });
  await insertHousehold(tx, { village: nextCounty, values: poor });
  const of = { village: meisVillage, household: first };
  await insertAct(tx, of, { kind: 'household.correct', daysAgo: 0 });
  await insertAct(tx, of, { kind: 'household.correct', daysAgo: 6 });
  await insertAct(tx, of, { kind: 'person.die', daysAgo: 10 });
  await insertAct(tx, of, { kind: 'person.die', daysAgo: 10, ordinal: 1 });
  await insertAct(tx, of, { kind: 'household.add', daysAgo: 40 });
  await insertAct(
    tx,
    { ...of, household: second },
    { kind: 'household.add', daysAgo: 3, batch: newId() },
  );
}

async function get<Answer>(
  stage: Stage,
  who: Parameters<TestServer['as']>[0],
  url: string,
): Promise<Answer> {
  const client = await stage.server.as(who);
  const response = await client.get(url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Answer>();
}

describe('the summary', () => {
  it('counts households and the members present in them', async () => {
    await onStage(willow, async (stage) => {
      const { counts, region } = await get<Summary>(stage, 'lin', '/api/wall/summary');
      expect(region).toEqual({ code: '990101', name: '柳溪县', level: 'county' });
      expect(counts.households).toMatchObject({ households: 4, persons: 8 });
      expect(counts.poor).toMatchObject({ households: 3, persons: 5 });
      expect(counts.exited).toMatchObject({ households: 1, persons: 3 });
      expect(counts.monitored).toMatchObject({ households: 1, persons: 3 });
      expect(counts.incomplete).toMatchObject({ households: 4 });
    });
  });

  it('gives with every number the filter that finds just those households', async () => {
    await onStage(willow, async (stage) => {
      for (const who of ['lin', 'tao', 'mei'] as const) {
        const summary = await get<Summary>(stage, who, '/api/wall/summary');
        const counted = countsWithin(summary);
        expect(counted.length).toBeGreaterThan(20);
        for (const { households, filters } of counted) {
          const parsed = parseFilters(filters);
          if (!parsed.ok) throw new Error(`${filters}: ${parsed.problem.reason}`);
          const page = await stage.facts.page({
            scope: regionCode(summary.region.code),
            conditions: conditionsOf(parsed.value),
            sort: [],
            limit: 1,
            offset: 0,
          });
          expect(page.total, filters).toBe(households);
        }
      }
    });
  });

  it('tells causes, statuses and kinds, the most frequent first', async () => {
    await onStage(willow, async (stage) => {
      const summary = await get<Summary>(stage, 'lin', '/api/wall/summary');
      expect(summary.causes.map(({ value, households }) => [value, households])).toEqual([
        ['illness', 2],
        ['disability', 1],
        ['schooling', 1],
      ]);
      expect(summary.statuses.map(({ value }) => value)).toEqual([
        'notExited',
        'returned',
        'exitedEarlier',
      ]);
      expect(summary.kinds.map(({ value, households }) => [value, households])).toEqual([
        [null, 2],
        ['subsistenceAllowance', 1],
      ]);
    });
  });

  it('says what is missing of households and of persons', async () => {
    await onStage(willow, async (stage) => {
      const { missing } = await get<Summary>(stage, 'mei', '/api/wall/summary');
      expect(missing.find(({ field }) => field === 'household.phone')).toMatchObject({
        households: 2,
        records: 2,
      });
      expect(missing.find(({ field }) => field === 'person.education')).toMatchObject({
        households: 2,
        records: 3,
      });
      expect(missing.find(({ field }) => field === 'household.mainCause')).toBeUndefined();
    });
  });

  it('counts each decision once, what came by file in households, and nothing older than a month', async () => {
    await onStage(willow, async (stage) => {
      const { changes } = await get<Summary>(stage, 'tao', '/api/wall/summary');
      const kinds = Object.fromEntries(
        changes.kinds.map(({ kind, week, month }) => [kind, [week, month]]),
      );
      expect(kinds).toMatchObject({
        corrected: [2, 2],
        deaths: [0, 1],
        imported: [1, 1],
        added: [0, 0],
      });
      expect(changes.days).toHaveLength(30);
      expect(changes.days.at(-1)).toEqual({ day: '2026-11-23', counts: { corrected: 1 } });
      expect(changes.days[0]?.day).toBe(changes.since);
    });
  });

  it('spreads incomes of the year of most surveys, with the line of that year', async () => {
    await onStage(willow, async (stage) => {
      const { incomes } = await get<Summary>(stage, 'lin', '/api/wall/summary');
      expect(incomes).toMatchObject({
        year: 2025,
        line: { kind: 'monitoring', fen: 600_000, below: { households: 2 } },
        unstated: { households: 0 },
        withoutSurvey: { households: 0 },
      });
      const bands = incomes?.bands.filter(({ households }) => households > 0);
      expect(bands?.map(({ from, below }) => [from, below])).toEqual([
        [null, 0],
        [200_000, 400_000],
        [600_000, 800_000],
      ]);
    });
  });

  it('has no incomes where nobody was surveyed, and no figure that fails on nothing', async () => {
    await onStage(
      async () => undefined,
      async (stage) => {
        const summary = await get<Summary>(stage, 'lin', '/api/wall/summary');
        expect(summary).toMatchObject({ incomes: null, causes: [], incomePerHeadFen: null });
        expect(summary.counts.households).toMatchObject({ households: 0, persons: 0 });
        expect(summary.incidence).toEqual({ value: null, of: 'register' });
      },
    );
  });
});

function countsWithin(value: unknown): { households: number; filters: string }[] {
  if (Array.isArray(value)) return value.flatMap(countsWithin);
  if (typeof value !== 'object' || value === null) return [];
  const nested = Object.values(value).flatMap(countsWithin);
  return 'filters' in value && 'households' in value
    ? [value as { households: number; filters: string }, ...nested]
    : nested;
}

describe('the way down', () => {
  it('shows every division just below, those without households too', async () => {
    await onStage(willow, async (stage) => {
      const { regions } = await get<Breakdown>(stage, 'lin', '/api/wall/breakdown?by=region');
      expect(regions).toHaveLength(12);
      expect(regions[0]).toMatchObject({
        code: '990101100',
        name: '城关镇',
        counts: { households: { households: 3 } },
      });
      expect(regions[2]?.counts.households.households).toBe(0);
      const villages = await get<Breakdown>(
        stage,
        'lin',
        '/api/wall/breakdown?by=region&region=990101100',
      );
      expect(villages.regions.find(({ code }) => code === meisVillage)?.counts.poor).toMatchObject({
        households: 2,
        persons: 4,
      });
    });
  });

  it('tells a list field apart by each of its values', async () => {
    await onStage(willow, async (stage) => {
      const { rows } = await get<Breakdown>(stage, 'lin', '/api/wall/breakdown?by=risk');
      expect(rows.map(({ value, households }) => [value, households])).toEqual([
        ['disaster', 1],
        ['illness', 1],
      ]);
    });
  });
});

describe('the map', () => {
  it('has a value for every village of the county, and names what the shares are of', async () => {
    await onStage(willow, async (stage) => {
      const map = await get<WallMap>(stage, 'lin', '/api/wall/map');
      expect(map).toMatchObject({
        kind: 'schematic',
        indicator: 'incidence',
        unit: 'share',
        of: 'register',
      });
      const cells = map.map.features.filter(({ properties }) => properties.role === 'cell');
      expect(cells).toHaveLength(127);
      expect(map.values.map(({ code }) => code)).toEqual(
        cells.map(({ properties }) => properties.code).sort(),
      );
      expect(map.values.find(({ code }) => code === meisVillage)).toMatchObject({
        value: 1,
        households: 2,
      });
      expect(map.values.find(({ code }) => code === secondVillage)).toMatchObject({ value: 0 });
    });
  });

  it('takes the latest population of a village, and of a township only when all its villages stated one', async () => {
    await onStage(
      async (tx) => {
        await willow(tx);
        await insertPopulation(tx, meisVillage, { year: 2024, population: 50 });
        await insertPopulation(tx, meisVillage, { year: 2025, population: 80 });
      },
      async (stage) => {
        const map = await get<WallMap>(stage, 'lin', '/api/wall/map');
        expect(map.of).toBe('mixed');
        expect(map.values.find(({ code }) => code === meisVillage)?.value).toBe(4 / 80);
        const before = await get<Summary>(stage, 'tao', '/api/wall/summary');
        expect(before.incidence).toEqual({ value: 4 / 7, of: 'register' });
        await stage.tx`select app_enter_scope('0', ':')`;
        for (const village of await villagesIn(stage.tx, '990101100')) {
          if (village !== meisVillage)
            await insertPopulation(stage.tx, village, { year: 2025, population: 10 });
        }
        const after = await get<Summary>(stage, 'tao', '/api/wall/summary');
        expect(after.incidence).toEqual({ value: 4 / (80 + 12 * 10), of: 'population' });
      },
    );
  });

  it.each([
    'poorPersons',
    'exitedPersons',
    'monitoredPersons',
    'households',
    'completeness',
    'income',
  ])('can be coloured by %s', async (indicator) => {
    await onStage(willow, async (stage) => {
      const map = await get<WallMap>(stage, 'tao', `/api/wall/map?indicator=${indicator}`);
      expect(map.values).toHaveLength(13);
      expect(map.of).toBeNull();
    });
  });
});

describe('who sees what', () => {
  it('answers "not there" for the next township, the county above and the nation', async () => {
    await onStage(willow, async (stage) => {
      const tao = await stage.server.as('tao');
      for (const region of ['990101101', '990101101201', '990101', '99', 'nation', '990102']) {
        for (const path of ['summary?', 'map?', 'breakdown?by=cause&', 'breakdown?by=region&']) {
          const response = await tao.get(`/api/wall/${path}region=${region}`);
          expect(response.statusCode, `${path} ${region}`).toBe(404);
        }
      }
    });
  });

  it('counts for an officer what lies in the posting and nothing of the neighbour', async () => {
    await onStage(willow, async (stage) => {
      const seen = async (who: 'mei' | 'tao' | 'chen' | 'lin' | 'hua' | 'wen'): Promise<number> =>
        (await get<Summary>(stage, who, '/api/wall/summary')).counts.households.households;
      expect(await seen('mei')).toBe(2);
      expect(await seen('tao')).toBe(3);
      expect(await seen('chen')).toBe(1);
      expect(await seen('lin')).toBe(4);
      expect(await seen('hua')).toBe(1);
      expect(await seen('wen')).toBe(5);
    });
  });

  it('shows administrators and strangers nothing', async () => {
    await onStage(willow, async (stage) => {
      for (const who of ['sys', 'sec', 'aud'] as const) {
        expect((await (await stage.server.as(who)).get('/api/wall/summary')).statusCode).toBe(403);
      }
      expect((await stage.server.anonymous.get('/api/wall/summary')).statusCode).toBe(401);
    });
  });

  it('says that the facts are not ready instead of showing zeros', async () => {
    await inRollback(async (database, tx) => {
      const server = await testServer(database, tx, [wallRoutes]);
      const response = await (await server.as('lin')).get('/api/wall/summary');
      expect(response.statusCode).toBe(503);
      expect(response.json()).toMatchObject({ code: 'factsNotReady' });
    });
  });
});
