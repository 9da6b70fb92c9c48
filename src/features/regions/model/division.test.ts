import { describe, expect, it } from 'vitest';
import { contains, levelOf, parentOf, regionCode } from '../../../kernel/region-code.ts';
import { classOf, type Division, fullNameOf } from './division.ts';
import { formatDivisions, parseDivisions } from './division-file.ts';
import { fictionalDivisions } from './willow.ts';

function division(code: string, name: string, kind: Division['class'] = null): Division {
  return { code: regionCode(code), name, class: kind };
}

describe('classOf', () => {
  const nameOf = (code: string): string | undefined =>
    ({ '44': '广东省', '4419': '东莞市', '11': '北京市' })[code];

  it.each([
    ['1101', '市辖区'],
    ['5002', '县'],
    ['4290', '省直辖县级行政区划'],
    ['659012198', '区直辖村级区划'],
    ['620702005398', '街道直辖村民小组'],
    ['441900', '东莞市'],
  ])('calls %s %s a placeholder', (code, name) => {
    expect(classOf({ code: regionCode(code), name }, nameOf)).toBe('placeholder');
  });

  it.each([
    ['110101', '东城区'],
    ['4419', '东莞市'],
    ['990101', '柳溪县'],
    ['990101100200', '市辖区村'],
  ])('calls %s %s a place', (code, name) => {
    expect(classOf({ code: regionCode(code), name }, nameOf)).toBeNull();
  });
});

describe('fullNameOf', () => {
  it('leaves placeholders out and says nothing twice', () => {
    const beijing = [division('11', '北京市'), division('1101', '市辖区', 'placeholder')];
    expect(fullNameOf(division('110101', '东城区'), beijing)).toBe('北京市东城区');
    const dongguan = [division('44', '广东省'), division('4419', '东莞市')];
    expect(fullNameOf(division('441900', '东莞市', 'placeholder'), dongguan)).toBe('广东省东莞市');
    expect(fullNameOf(division('99', '示范省'), [])).toBe('示范省');
  });
});

describe('the list of divisions as text', () => {
  it('reads back what it wrote', () => {
    const list = [
      division('11', '北京市'),
      division('1101', '市辖区', 'placeholder'),
      division('110101', '东城区'),
    ];
    expect([...parseDivisions(formatDivisions(list))]).toEqual(list);
  });

  it.each([
    ['a code that is none', '1\t北京市\n'],
    ['a name that is missing', '11\n'],
    ['an unknown class', '11\t北京市\tcapital\n'],
    ['lines out of order', '12\t天津市\n11\t北京市\n'],
    ['a code twice', '11\t北京市\n11\t北京市\n'],
    ['an empty line', '11\t北京市\n\n12\t天津市\n'],
    ['a county without its prefecture', '11\t北京市\n110101\t东城区\n'],
    ['a prefecture of another province', '11\t北京市\n1101\t市辖区\n1201\t市辖区\n'],
    ['a backslash in a name', '11\t北京\\n市\n'],
  ])('refuses %s with the line', (_case, text) => {
    expect(() => [...parseDivisions(text)]).toThrow(/^Line \d /);
  });

  it('does not write a name that could not be read', () => {
    expect(() => formatDivisions([division('11', '北京\t市')])).toThrow('Not a name');
  });
});

describe('fictionalDivisions', () => {
  const list = fictionalDivisions();

  it('has a parent for every division and stays in the reserved province', () => {
    const codes = new Set<string>(list.map((each) => each.code));
    for (const { code } of list) {
      expect(contains(regionCode('99'), code)).toBe(true);
      expect(code === '99' || codes.has(parentOf(code) ?? '')).toBe(true);
    }
    expect(codes.size).toBe(list.length);
  });

  it('is sorted, so it can be written as a list', () => {
    expect([...parseDivisions(formatDivisions(list))]).toEqual(list);
  });

  it('gives Willow twelve townships and about 120 villages', () => {
    const inWillow = list.filter(({ code }) => contains(regionCode('990101'), code));
    expect(inWillow.filter(({ code }) => levelOf(code) === 'township')).toHaveLength(12);
    expect(inWillow.filter(({ code }) => levelOf(code) === 'village')).toHaveLength(127);
  });

  it('gives Lakeside the fishing village and the village paired with it', () => {
    const names = list
      .filter(({ code }) => contains(regionCode('990102100'), code))
      .map(({ name }) => name);
    expect(names).toEqual(['东湖渔业镇', '东湖渔业村', '莫店村']);
  });

  it('repeats no name within a township', () => {
    const places = list.map(({ code, name }) => `${parentOf(code)} ${name}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
