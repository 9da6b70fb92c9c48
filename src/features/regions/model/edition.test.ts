import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Division } from './division.ts';
import { compareEditions, type KnownDivision } from './edition.ts';

function list(names: Record<string, string>): Division[] {
  return Object.keys(names)
    .map((code) => ({ code: regionCode(code), name: names[code] ?? '', class: null }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

function known(names: Record<string, string>, ended: string[] = []): KnownDivision[] {
  return list(names).map((division) => ({ ...division, ended: ended.includes(division.code) }));
}

const willow = {
  '99': '示范省',
  '9901': '示范市',
  '990101': '柳溪县',
  '990101100': '城关镇',
  '990101100200': '南门村',
  '990101100201': '北门村',
};

describe('compareEditions', () => {
  it('finds nothing to do in the same list', () => {
    expect(compareEditions(known(willow), list(willow))).toEqual({
      added: [],
      changed: [],
      returned: [],
      ended: [],
    });
  });

  it('sees what is new, what is renamed and what came back', () => {
    const { '990101100201': _gone, ...rest } = willow;
    const next = { ...rest, '990101': '柳溪市', '990101100202': '五里铺村' };
    const changes = compareEditions(
      known({ ...willow, '990101100202': '五里铺村' }, ['990101100202']),
      list(next),
    );
    expect(changes.changed.map((division) => division.name)).toEqual(['柳溪市']);
    expect(changes.returned.map((division) => division.name)).toEqual(['五里铺村']);
    expect(changes.ended).toEqual([{ code: '990101100201', successor: null }]);
    expect(changes.added).toEqual([]);
  });

  it('follows a village whose township got a new code', () => {
    const next = {
      '99': '示范省',
      '9901': '示范市',
      '990101': '柳溪县',
      '990101001': '城关镇',
      '990101001200': '南门村',
      '990101001201': '北门村',
      '990101101': '青石镇',
      '990101101200': '南门村',
    };
    expect(compareEditions(known(willow), list(next)).ended).toEqual([
      { code: '990101100', successor: '990101001' },
      { code: '990101100200', successor: '990101001200' },
      { code: '990101100201', successor: '990101001201' },
    ]);
  });

  it('guesses nothing between two namesakes', () => {
    const { '990101100200': _gone, ...rest } = willow;
    const next = { ...rest, '990101100210': '南门村', '990101100211': '南门村' };
    expect(compareEditions(known(willow), list(next)).ended).toEqual([
      { code: '990101100200', successor: null },
    ]);
  });

  it("lets the office's table of mergers speak first", () => {
    const { '990101100200': _gone, ...rest } = willow;
    const next = { ...rest, '990101100210': '南门村' };
    const merged = new Map([[regionCode('990101100200'), regionCode('990101100201')]]);
    expect(compareEditions(known(willow), list(next), merged).ended).toEqual([
      { code: '990101100200', successor: '990101100201' },
    ]);
  });

  it('accounts for every code, whatever the two lists are', () => {
    const codes = fc.uniqueArray(
      fc.integer({ min: 200, max: 240 }).map((number) => `990101100${number}`),
    );
    fc.assert(
      fc.property(codes, codes, codes, (before, after, endedBefore) => {
        const old = known(Object.fromEntries(before.map((code) => [code, '村'])), endedBefore);
        const next = list(Object.fromEntries(after.map((code) => [code, '村'])));
        const { added, returned, ended } = compareEditions(old, next);
        const living = new Set<string>(
          old.filter((division) => !division.ended).map((division) => division.code),
        );
        for (const division of [...added, ...returned]) living.add(division.code);
        for (const { code } of ended) living.delete(code);
        expect([...living].sort()).toEqual(next.map((division) => division.code));
      }),
    );
  });
});
