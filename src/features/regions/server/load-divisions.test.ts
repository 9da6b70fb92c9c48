import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import type { Sql, Transaction } from '../../../platform/server/database/connect.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import type { Division } from '../model/division.ts';
import { formatDivisions, parseDivisions } from '../model/division-file.ts';
import { findEditions } from './division-store.ts';
import { findRegions } from './find-regions.ts';
import {
  loadFictionalDivisions,
  loadNationalList,
  loadProvincesOutsideList,
  type NationalList,
  shippedList,
} from './load-divisions.ts';
import { findChildren, findRegion } from './store.ts';

const NOW = '2026-11-23T04:00:00.000Z';

/** A country of one county in province 11, whose names say what happens to them. */
const before: Record<string, string> = {
  '11': '甲省',
  '1101': '甲市',
  '110101': '甲县',
  '110101100': '留镇',
  '110101100200': '留村',
  '110101100201': '改村',
  '110101100202': '并村',
  '110101101': '迁镇',
  '110101101200': '随村',
};

const after: Record<string, string> = {
  '11': '甲省',
  '1101': '甲市',
  '110101': '甲州县',
  '110101001': '迁镇',
  '110101001200': '随村',
  '110101100': '留镇',
  '110101100200': '留村',
  '110101100201': '新名村',
  '110101100203': '新村',
};

function list(
  edition: string,
  names: Record<string, string>,
  more: Partial<NationalList> = {},
): NationalList {
  const divisions: Division[] = Object.keys(names)
    .sort()
    .map((code) => ({ code: regionCode(code), name: names[code] ?? '', class: null }));
  return {
    edition,
    cutOff: plainDate(`${edition}-06-30`),
    readText: async () => formatDivisions(divisions),
    ...more,
  };
}

class RolledBack extends Error {}

/** Runs as the owner of the tables, for only the owner loads divisions, and undoes it all. */
async function inOwnersRollback(
  owner: Sql,
  test: (tx: Transaction) => Promise<void>,
): Promise<void> {
  try {
    await owner.begin(async (tx) => {
      await tx`delete from village`;
      await tx`delete from region`;
      await tx`delete from region_edition`;
      await test(tx);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}

describe('loadNationalList', () => {
  let owner: Sql;
  beforeAll(async () => {
    owner = (await workerDatabase()).owner;
  });

  it('fills an empty database and says how far it is', async () => {
    await inOwnersRollback(owner, async (tx) => {
      const steps: number[] = [];
      const report = await loadNationalList(tx, list('2023', before), NOW, (done, total) => {
        expect(total).toBe(9);
        steps.push(done);
      });
      expect(report).toEqual({
        edition: '2023',
        alreadyThere: false,
        added: 9,
        changed: 0,
        ended: 0,
      });
      expect(steps).toEqual([5, 9]);
      expect(await findRegion(tx, regionCode('110101100'))).toEqual({
        code: '110101100',
        name: '留镇',
        fullName: '甲省甲市甲县留镇',
        level: 'township',
        class: null,
        formerNames: [],
        validFrom: null,
        validTo: null,
        successor: null,
      });
      expect((await findRegion(tx, regionCode('')))?.level).toBe('nation');
    });
  });

  it('does nothing the second time, nor for an older list', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', before), NOW);
      for (const again of [list('2023', before), list('2022', after)]) {
        expect(await loadNationalList(tx, again, NOW)).toMatchObject({
          alreadyThere: true,
          added: 0,
        });
      }
      expect(await findEditions(tx)).toHaveLength(1);
      expect((await findRegion(tx, regionCode('110101')))?.name).toBe('甲县');
    });
  });

  it('brings a newer list in: adds, renames, ends, and names successors', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', before), NOW);
      const successors = new Map([[regionCode('110101100202'), regionCode('110101100200')]]);
      const report = await loadNationalList(tx, list('2024', after, { successors }), NOW);
      expect(report).toMatchObject({ alreadyThere: false, added: 3, changed: 2, ended: 3 });

      const find = async (code: string) => await findRegion(tx, regionCode(code));
      expect(await find('110101')).toMatchObject({
        name: '甲州县',
        formerNames: ['甲县'],
        validTo: null,
      });
      expect(await find('110101100')).toMatchObject({
        fullName: '甲省甲市甲州县留镇',
        formerNames: [],
      });
      expect(await find('110101100201')).toMatchObject({ name: '新名村', formerNames: ['改村'] });
      expect(await find('110101100202')).toMatchObject({
        validTo: '2024-06-30',
        successor: '110101100200',
      });
      expect(await find('110101100203')).toMatchObject({ validFrom: '2024-06-30', validTo: null });
      expect(await find('110101101')).toMatchObject({
        validTo: '2024-06-30',
        successor: '110101001',
      });
      expect(await find('110101101200')).toMatchObject({ successor: '110101001200' });
      expect(await find('110101001200')).toMatchObject({ fullName: '甲省甲市甲州县迁镇随村' });
      const villages = await findChildren(tx, regionCode('110101100'), { limit: 10 });
      expect(villages.map(({ name }) => name)).toEqual(['留村', '新名村', '新村']);
    });
  });

  it('gives a code back that returns in a later list', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', before), NOW);
      await loadNationalList(tx, list('2024', after), NOW);
      await loadNationalList(tx, list('2025', before), NOW);
      expect(await findRegion(tx, regionCode('110101101200'))).toMatchObject({
        validTo: null,
        successor: null,
      });
      expect(await findRegion(tx, regionCode('110101'))).toMatchObject({
        name: '甲县',
        formerNames: ['甲县', '甲州县'],
      });
    });
  });

  it('leaves the fictional province alone', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadFictionalDivisions(tx, NOW);
      await loadFictionalDivisions(tx, NOW);
      await loadNationalList(tx, list('2023', before), NOW);
      await loadNationalList(tx, list('2024', after), NOW);
      expect(await findRegion(tx, regionCode('990102100200'))).toMatchObject({
        fullName: '示范省示范市临湖县东湖渔业镇东湖渔业村',
        validFrom: '2000-01-01',
        validTo: null,
      });
    });
  });

  it('keeps Taiwan, Hong Kong and Macao, which the national lists leave out', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', before), NOW);
      await loadProvincesOutsideList(tx, NOW);
      await loadProvincesOutsideList(tx, NOW);
      const { added, ended } = await loadNationalList(tx, list('2024', after), NOW);
      expect([added, ended]).toEqual([3, 3]);
      const provinces = await findChildren(tx, NATION, { limit: 50 });
      expect(provinces.map(({ code, name }) => [code, name])).toEqual([
        ['11', '甲省'],
        ['71', '台湾省'],
        ['81', '香港特别行政区'],
        ['82', '澳门特别行政区'],
      ]);
      expect((await findRegions(tx, { text: '香港', limit: 5 })).map(({ code }) => code)).toEqual([
        '81',
      ]);
    });
  });

  it('takes one of them from a list that has it', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', { ...before, '81': '香港' }), NOW);
      await loadProvincesOutsideList(tx, NOW);
      expect(await findRegion(tx, regionCode('81'))).toMatchObject({ name: '香港' });
      await loadNationalList(tx, list('2024', { ...after, '81': '香港特区' }), NOW);
      expect(await findRegion(tx, regionCode('81'))).toMatchObject({ name: '香港特区' });
      expect(await findRegion(tx, regionCode('82'))).toMatchObject({ validTo: null });
    });
  });

  it('finds new names as soon as they are loaded', async () => {
    await inOwnersRollback(owner, async (tx) => {
      await loadNationalList(tx, list('2023', before), NOW);
      expect(await findRegions(tx, { text: '新名', limit: 5 })).toEqual([]);
      await loadNationalList(tx, list('2024', after), NOW);
      expect((await findRegions(tx, { text: '新名', limit: 5 })).map(({ code }) => code)).toEqual([
        '110101100201',
      ]);
      expect(await findRegions(tx, { text: '改村', limit: 5 })).toEqual([]);
    });
  });

  it('refuses a list with a division whose parent is missing, and keeps nothing of it', async () => {
    const { '110101100': _missing, ...orphaned } = before;
    await inOwnersRollback(owner, async (tx) => {
      const loading = loadNationalList(tx, list('2023', orphaned), NOW);
      await expect(loading).rejects.toThrow('110101100200 has nothing to lie in');
      expect(await findEditions(tx)).toEqual([]);
    });
  });
});

describe('the list that comes with the product', () => {
  it('has every division of the national list of 2023', { timeout: 60_000 }, async () => {
    const counts = new Map<number, number>();
    for (const { code } of parseDivisions(await shippedList.readText())) {
      counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
    }
    expect([...counts].sort(([one], [other]) => one - other)).toEqual([
      [2, 31],
      [4, 342],
      [6, 2978],
      [9, 41_352],
      [12, 620_573],
    ]);
  });
});
