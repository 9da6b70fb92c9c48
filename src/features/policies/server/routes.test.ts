import { beforeAll, describe, expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { testServer } from '../../../platform/server/testing/people.ts';
import { conditionsOf, parseFilters } from '../../households/model/index.ts';
import { shippedLibrary } from '../../packs/server/index.ts';
import type {
  BehindAnswer,
  ClauseInWords,
  LibraryAnswer,
  StatusAnswer,
} from '../model/contract.ts';
import { policyRoutes } from './routes.ts';
import {
  buildWillow,
  firstVillage,
  get,
  onStage,
  type Stage,
  secondVillage,
  threeHouseholds,
  variedHouseholds,
} from './testing/stage.ts';

beforeAll(async () => {
  await buildWillow((await workerDatabase()).owner);
  // The first question reads the packs, which takes longer than a test should.
  shippedLibrary();
});

async function status(stage: Stage, who: 'lin' | 'mei' | 'wen', url = '/api/policies/willow') {
  return await get<StatusAnswer>(stage, who, url);
}

function byId<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

describe('the document as it stands today', () => {
  it('counts what the register knows, and opens the households behind it', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const found = await status(stage, 'lin');
      expect(found.region).toMatchObject({ code: '990101', name: '柳溪县' });
      expect(found).toMatchObject({ isFollowed: true, followed: { id: 'willow' } });
      expect(byId(found.indicators, 'poorHouseholds')).toMatchObject({
        value: 1,
        absence: null,
        filters: 'household.status:in:active;household.povertyStatus:in:notExited,returned',
      });
      const share = byId(found.indicators, 'safeWaterShare');
      expect(share.value).toBeCloseTo(66.67, 1);
      expect(share.filters).toBe('household.status:in:active;survey.safeWater:in:true');
    });
  });

  it('judges targets, and a clause by the worst of them', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const found = await status(stage, 'lin');
      expect(byId(found.targets, 'allOutBy2019')).toMatchObject({ actual: 1, light: 'overdue' });
      expect(byId(found.targets, 'tapWater2019')).toMatchObject({
        actual: null,
        light: 'noData',
        absence: 'notReported',
        begins: '2019-01-01',
        due: '2019-12-31',
      });
      expect(byId(found.clauses, '1.1').light).toBe('overdue');
      expect(byId(found.clauses, '3.1').light).toBeNull();
      expect(found.clauseLights.overdue).toBe(2);
    });
  });

  it('sees what lies within the reach of whoever asks, and no more', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const village = await status(stage, 'mei');
      expect(village.region.code).toBe(firstVillage);
      expect(byId(village.indicators, 'poorHouseholds').value).toBe(1);
      expect(byId(village.indicators, 'safeWaterShare').value).toBe(100);
      const mei = await stage.server.as('mei');
      const other = await mei.get(`/api/policies/willow?region=${secondVillage}`);
      expect(other.statusCode).toBe(404);
    });
  });

  it('is met where nobody is poor any more: none is none in a township too', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const found = await status(stage, 'lin', '/api/policies/willow?region=990101101');
      expect(byId(found.targets, 'allOutBy2019')).toMatchObject({ actual: 0, light: 'met' });
    });
  });

  it('holds schedules against the register, region by region', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const { milestones, light } = byId((await status(stage, 'lin')).schedules, 'townshipExit');
      expect(milestones[0]).toMatchObject({
        light: 'overdue',
        regions: [
          { code: '990101100', done: false },
          { code: '990101101', done: true },
        ],
      });
      // Nobody of the second batch is on the register, so nothing is known of it.
      expect(milestones[1]).toMatchObject({ light: 'noData', absence: 'nobodyAsked' });
      expect(milestones[2]).toMatchObject({ light: null, absence: 'noMeasure' });
      expect(light).toBe('overdue');
    });
  });

  it('tells the next day on which departments owe something', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const found = await status(stage, 'lin');
      expect(byId(found.obligations, 'octoberReport').nextDue).toBe('2027-10-15');
      expect(byId(found.departments, 'education')).toMatchObject({
        clauses: 1,
        nextDue: '2027-10-15',
      });
    });
  });

  it('of another place is shown for comparison, its absolute numbers without a light', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const found = await status(stage, 'lin', '/api/policies/donghu');
      expect(found).toMatchObject({ isFollowed: false, followed: { id: 'willow' } });
      expect(byId(found.targets, 'registeredHouseholds2016')).toMatchObject({
        light: null,
        absence: 'ofOtherRegion',
      });
      expect(byId(found.targets, 'allOut2019').light).not.toBeNull();
    });
  });

  it('has a page for each of the packs that come with the product', async () => {
    await onStage(threeHouseholds, async (stage) => {
      for (const { head } of shippedLibrary().packs) {
        const found = await status(stage, 'lin', `/api/policies/${head.value.id}`);
        expect(found.clauses.length).toBeGreaterThan(0);
        expect(found.indicators.filter(({ absence }) => absence === 'notSound')).toEqual([]);
      }
    });
  });

  it('can be taken out as a workbook', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const lin = await stage.server.as('lin');
      const answer = await lin.get('/api/policies/willow/export');
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-disposition']).toContain('.xlsx');
      expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
    });
  });

  it('stands without numbers while these are being prepared', async () => {
    await inRollback(async (database, tx) => {
      const server = await testServer(database, tx, [policyRoutes]);
      const lin = await server.as('lin');
      const answer = (await lin.get('/api/policies/willow')).json<StatusAnswer>();
      expect(byId(answer.indicators, 'poorHouseholds')).toMatchObject({
        value: null,
        absence: 'factsNotReady',
      });
    });
  });

  it('is not for administrators, and a pack that is not there is not there', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const sys = await stage.server.as('sys');
      expect((await sys.get('/api/policies/willow')).statusCode).toBe(403);
      const lin = await stage.server.as('lin');
      expect((await lin.get('/api/policies/moon')).json()).toMatchObject({ code: 'packNotThere' });
    });
  });
});

describe('a number on its way down', () => {
  it('opens just the households that it counted, whatever the pack', async () => {
    await onStage(variedHouseholds, async (stage) => {
      let checked = 0;
      for (const { head } of shippedLibrary().packs) {
        const found = await status(stage, 'lin', `/api/policies/${head.value.id}?region=990101`);
        const counted = found.indicators.filter(({ unit }) => unit === 'households');
        for (const { id, value, filters } of counted) {
          if (filters === null) continue;
          const parsed = parseFilters(filters);
          if (!parsed.ok) throw new Error(`${filters}: ${parsed.problem.reason}`);
          const page = await stage.facts.page({
            scope: regionCode('990101'),
            conditions: conditionsOf(parsed.value),
            sort: [],
            limit: 1,
            offset: 0,
          });
          expect(page.total, `${head.value.id} ${id}`).toBe(value);
          checked += 1;
        }
      }
      expect(checked).toBeGreaterThan(10);
    });
  });

  it('is told for the divisions below', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const url = '/api/policies/willow/indicators/poorHouseholds';
      const found = await get<BehindAnswer>(stage, 'lin', url);
      const below = found.places.filter(({ value }) => value !== null);
      expect(below.map(({ code, value }) => [code, value])).toEqual([
        ['990101100', 1],
        ['990101101', 0],
      ]);
      expect(found.households).toBeNull();
      expect(found.path.map(({ code }) => code)).toEqual(['990101']);
    });
  });

  it('lists the households itself where the filters of the list cannot say it', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const url = '/api/policies/hanzhong/indicators/productionPersons';
      const found = await get<BehindAnswer>(stage, 'lin', url);
      expect(found.indicator.filters).toBeNull();
      expect(found.households).toMatchObject({ total: 0, rows: [] });
    });
  });
});

describe('a clause in words', () => {
  it('says its rules as sentences and its parameters by date', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const url = '/api/policies/willow/clauses/3.1';
      const found = await get<ClauseInWords>(stage, 'lin', url);
      expect(byId(found.rules, 'kindergartenAid').when).toMatch(/[\u4E00-\u9FFF]{4}/);
      const values = byId(found.parameters, 'kindergartenAid').values;
      expect(values.map(({ value, holds }) => [value, holds])).toEqual([
        [600, false],
        [800, true],
      ]);
    });
  });
});

describe('the library', () => {
  it('finds clauses by their words, in either language, and packs by level and theme', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const all = await get<LibraryAnswer>(stage, 'lin', '/api/policies');
      expect(all.packs.length).toBe(shippedLibrary().packs.length);
      expect(all).toMatchObject({ followed: 'willow', chain: ['willow', 'national'] });
      const found = await get<LibraryAnswer>(stage, 'lin', '/api/policies?text=KINDERGARTEN');
      const willow = byId(found.packs, 'willow');
      expect(willow.hits.some(({ kind, id }) => kind === 'clauses' && id === '3.1')).toBe(true);
      const counties = await get<LibraryAnswer>(stage, 'lin', '/api/policies?level=county');
      expect(counties.packs.every(({ level }) => level === 'county')).toBe(true);
      const none = await get<LibraryAnswer>(stage, 'lin', '/api/policies?text=月亮上的事');
      expect(none.packs).toEqual([]);
    });
  });
});
