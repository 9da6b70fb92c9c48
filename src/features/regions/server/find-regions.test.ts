import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contains, levelOf, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { classOf, type Division } from '../model/division.ts';
import type { KnownDivision } from '../model/edition.ts';
import type { RegionQuery } from '../model/search.ts';
import { fictionalDivisions } from '../model/willow.ts';
import { buildDivisionIndex, type DivisionIndex } from './division-index.ts';
import { searchDivisions } from './search-divisions.ts';

const more: Record<string, string> = {
  '11': '北京市',
  '1101': '市辖区',
  '110101': '东城区',
  '44': '广东省',
  '4419': '东莞市',
  '441900': '东莞市',
  '441900101': '石碣镇',
  '50': '重庆市',
  '5001': '市辖区',
  '500101': '万州区',
  '500101001': '东湖街道',
  '500101001001': '东湖社区居委会',
  '500101001002': '大东湖（北）社区居委会',
  '51': '四川省',
  '5133': '甘孜藏族自治州',
  '513301': '康定市',
  '513301101': '101团',
};

function divisions(): Division[] {
  const nameOf = (code: RegionCode): string | undefined => more[code];
  const real = Object.keys(more)
    .sort()
    .map((text) => {
      const division = { code: regionCode(text), name: more[text] ?? '' };
      return { ...division, class: classOf(division, nameOf) };
    });
  return [...real, ...fictionalDivisions()];
}

async function* inTwoBatches(
  all: readonly KnownDivision[],
): AsyncGenerator<readonly KnownDivision[]> {
  yield all.slice(0, 3);
  yield await Promise.resolve(all.slice(3));
}

function living(all: readonly Division[]): KnownDivision[] {
  return all.map((division) => ({ ...division, ended: false }));
}

describe('searchDivisions', () => {
  let index: DivisionIndex;
  beforeAll(async () => {
    index = await buildDivisionIndex(inTwoBatches(living(divisions())));
  });

  const names = (query: string | Partial<RegionQuery>): string[] => {
    const asked = typeof query === 'string' ? { text: query } : query;
    return searchDivisions(index, { text: '', limit: 10, ...asked }).map(({ name }) => name);
  };

  it('finds a village by any part of its name', () => {
    expect(names('渔业村')).toEqual(['东湖渔业村']);
    expect(names('莫店')).toEqual(['莫店村']);
    expect(names('大柏')).toEqual(['大柏树村']);
    expect(names('没有')).toEqual([]);
  });

  it('puts whole names before beginnings before other parts, and higher levels first', () => {
    expect(names('东湖')).toEqual([
      '东湖街道',
      '东湖社区居委会',
      '东湖渔业镇',
      '东湖渔业村',
      '大东湖（北）社区居委会',
    ]);
    expect(names('东湖渔业村')[0]).toBe('东湖渔业村');
    expect(names('甘孜')).toEqual(['甘孜藏族自治州']);
  });

  it("puts the officer's own county first", () => {
    const scope = regionCode('990102');
    expect(names({ text: '东湖', scope }).slice(0, 2)).toEqual(['东湖渔业镇', '东湖渔业村']);
    expect(names({ text: '东湖', scope })).toHaveLength(5);
  });

  it('stays within the region asked for, and at the level', () => {
    expect(names({ text: '东湖', within: regionCode('500101001001') })).toEqual(['东湖社区居委会']);
    expect(names({ text: '东湖', within: regionCode('5001'), level: 'township' })).toEqual([
      '东湖街道',
    ]);
    expect(names({ text: '东湖', within: regionCode('98') })).toEqual([]);
    expect(names({ text: '99', level: 'prefecture' })).toEqual(['示范市']);
  });

  it('finds by pinyin initials from the first character on, whichever reading is meant', () => {
    expect(names('dhyyc')).toEqual(['东湖渔业村']);
    expect(names('DHYY')).toEqual(['东湖渔业镇', '东湖渔业村']);
    expect(names('cqs')).toEqual(['重庆市']);
    expect(names('zqs')).toEqual(['重庆市']);
    expect(names('hyyc')).toEqual([]);
    expect(names('lxx')).toEqual(['柳溪县']);
  });

  it('finds by the first digits of a code, whole segments or not', () => {
    expect(names('990101')[0]).toBe('柳溪县');
    expect(names('9901021002')).toEqual(['东湖渔业村', '莫店村']);
    expect(names('4419')).toEqual(['东莞市', '东莞市', '石碣镇']);
    expect(names('1100')).toEqual([]);
    expect(names('990102100201')).toEqual(['莫店村']);
    expect(names('9901021002011')).toEqual([]);
  });

  it('finds digits in names too', () => {
    expect(names('101团')).toEqual(['101团']);
    expect(names({ text: '101', level: 'township', within: regionCode('51') })).toEqual(['101团']);
  });

  it('reads wide digits, blanks and narrow brackets as they are meant', () => {
    expect(names('９９０１０１')[0]).toBe('柳溪县');
    expect(names(' 东 湖渔业村 ')).toEqual(['东湖渔业村']);
    expect(names('大东湖(北)')).toEqual(['大东湖（北）社区居委会']);
    expect(names('  ')).toEqual([]);
  });

  it('puts a placeholder after the place of the same name, and out of full names', () => {
    const [first, second] = searchDivisions(index, { text: '东莞', limit: 10 });
    expect([first?.code, second?.code]).toEqual(['4419', '441900']);
    expect(second?.fullName).toBe('广东省东莞市');
    expect(searchDivisions(index, { text: '东城区', limit: 1 })).toEqual([
      { code: '110101', name: '东城区', level: 'county', fullName: '北京市东城区' },
    ]);
  });

  it('gives no more than asked for, the best of them', () => {
    const all = searchDivisions(index, { text: '村', limit: 1000 });
    expect(searchDivisions(index, { text: '村', limit: 7 })).toEqual(all.slice(0, 7));
    expect(all).toHaveLength(divisions().filter(({ name }) => name.includes('村')).length);
  });

  it('leaves out divisions that ended', async () => {
    const ended = living(divisions()).map((each) => ({
      ...each,
      ended: each.code === '990102100201',
    }));
    const without = await buildDivisionIndex(inTwoBatches(ended));
    expect(searchDivisions(without, { text: '莫店', limit: 10 })).toEqual([]);
    expect(searchDivisions(without, { text: '东湖渔业村', limit: 10 })).toHaveLength(1);
  });

  it('is empty for an empty database', async () => {
    const empty = await buildDivisionIndex(inTwoBatches([]));
    for (const text of ['村', 'c', '99'])
      expect(searchDivisions(empty, { text, limit: 10 })).toEqual([]);
  });

  it('finds exactly the names that contain the text and the codes that begin with it', () => {
    const all = divisions();
    const pieces = all.flatMap(({ name, code }) => [
      name.slice(0, 2),
      name.slice(1, 3),
      name.slice(-1),
      code.slice(0, 7),
    ]);
    const regions = all.map(({ code }) => code).filter((code) => code.length < 12);
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...regions), (text, within) => {
        const expected = all.filter(
          ({ name, code }) =>
            contains(within, code) &&
            (name.includes(text) || (/^\d+$/.test(text) && code.startsWith(text))),
        );
        const found = searchDivisions(index, { text, within, limit: 1000 });
        expect(found.map(({ code }) => code).sort()).toEqual(
          expected.map(({ code }) => code).sort(),
        );
        for (const hit of found) expect(hit.level).toBe(levelOf(hit.code));
      }),
    );
  });
});
