import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { regionCode } from '../../../kernel/region-code.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { testServer } from '../../../platform/server/testing/people.ts';
import { conditionsOf, parseFilters } from '../../households/model/index.ts';
import type { BreakdownAnswer, SummaryAnswer } from '../model/contract.ts';
import { wallRoutes } from './routes.ts';
import { buildWillow, get, meisVillage, onStage, willow } from './testing/stage.ts';

type Summary = z.output<typeof SummaryAnswer>;
type Breakdown = z.output<typeof BreakdownAnswer>;

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

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

  it('lists open findings, the gravest first, without what was explained or exempted', async () => {
    await onStage(willow, async (stage) => {
      const { findings } = await get<Summary>(stage, 'lin', '/api/wall/summary');
      expect(findings.map(({ rule, level, households }) => [rule, level, households])).toEqual([
        ['R001', 'E', 1],
        ['R087', 'I', 2],
      ]);
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
