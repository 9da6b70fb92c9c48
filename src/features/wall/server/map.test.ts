import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import type { Name } from '../../../platform/server/testing/people.ts';
import type { MapAnswer, PopulationsAnswer, SummaryAnswer } from '../model/contract.ts';
import { buildWillow, get, meisVillage, onStage, secondVillage, willow } from './testing/stage.ts';
import { enterNation, eventKinds, insertPopulation, villagesIn } from './testing/willow-store.ts';

type Summary = z.output<typeof SummaryAnswer>;
type WallMap = z.output<typeof MapAnswer>;
type Populations = z.output<typeof PopulationsAnswer>;

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

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
        await enterNation(stage.tx);
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

describe('the populations of villages', () => {
  const url = '/api/wall/populations/990101100';
  const body = {
    year: 2025,
    source: '统计年报',
    villages: [{ code: meisVillage, population: 812 }],
  };

  it('are stated by the township, seen with the villages that stated none, and leave an audit event', async () => {
    await onStage(willow, async (stage) => {
      const tao = await stage.server.as('tao');
      expect((await tao.send('PUT', url, body)).statusCode).toBe(200);
      const { villages } = await get<Populations>(stage, 'tao', url);
      expect(villages).toHaveLength(13);
      expect(villages.find(({ code }) => code === meisVillage)?.latest).toEqual({
        year: 2025,
        population: 812,
        source: '统计年报',
      });
      expect(villages.find(({ code }) => code === secondVillage)?.latest).toBeNull();
      expect(await eventKinds(stage.tx)).toContain('wall.statePopulations');
    });
  });

  it('may be corrected for the same year, and the latest year counts', async () => {
    await onStage(willow, async (stage) => {
      const tao = await stage.server.as('tao');
      const state = async (year: number, population: number): Promise<void> => {
        const stated = { ...body, year, villages: [{ code: meisVillage, population }] };
        expect((await tao.send('PUT', url, stated)).statusCode).toBe(200);
      };
      await state(2025, 812);
      await state(2025, 820);
      await state(2024, 700);
      const { villages } = await get<Populations>(
        stage,
        'mei',
        `/api/wall/populations/${meisVillage}`,
      );
      expect(villages.map(({ latest }) => latest?.population)).toEqual([820]);
    });
  });

  it('are no business of the next township, of readers, or of a village elsewhere', async () => {
    await onStage(willow, async (stage) => {
      const send = async (who: Name, to: string, sent: object): Promise<number> =>
        (await (await stage.server.as(who)).send('PUT', to, sent)).statusCode;
      expect(await send('chen', url, body)).toBe(404);
      expect(await send('mei', url, body)).toBe(404);
      expect(await send('wen', url, body)).toBe(403);
      const elsewhere = { ...body, villages: [{ code: '990101101201', population: 5 }] };
      expect(await send('lin', url, elsewhere)).toBe(400);
      expect(
        await send('tao', url, { ...body, villages: [{ code: meisVillage, population: 0 }] }),
      ).toBe(400);
    });
  });
});
