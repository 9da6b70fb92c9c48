import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CodeListId,
  codeEntry,
  codeLists,
  codeNamed,
  codesOf,
  isCodeOf,
} from './code-lists.ts';

const ids = Object.keys(codeLists) as CodeListId[];
type Names = Record<string, Record<string, string>>;

function messages(language: string): Names {
  return JSON.parse(readFileSync(`messages/${language}/codes.json`, 'utf8')) as Names;
}

describe.each(ids)('the list %s', (id) => {
  const entries = codesOf(id);

  it('has no code twice', () => {
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
  });

  it('gives every name to one code only', () => {
    for (const entry of entries) {
      for (const name of [entry.zh, ...entry.aliases]) {
        expect(`${name} ${codeNamed(id, name)}`).toBe(`${name} ${entry.code}`);
      }
    }
  });

  it('is called in the message files what it is called here', () => {
    const zh = Object.fromEntries(entries.map((entry) => [entry.code, entry.zh]));
    const en = Object.fromEntries(entries.map((entry) => [entry.code, entry.en]));
    expect(messages('zh-CN')[id]).toEqual(zh);
    expect(messages('en')[id]).toEqual(en);
  });
});

it('has messages for these lists and for no other', () => {
  expect(Object.keys(messages('zh-CN')).sort()).toEqual([...ids].sort());
  expect(Object.keys(messages('en')).sort()).toEqual([...ids].sort());
});

describe('codeNamed', () => {
  it.each([
    ['relation', '本人或户主', '02'],
    ['relation', '之子', '20'],
    ['relation', '之女', '30'],
    ['relation', '之儿媳', '38'],
    ['relation', '之女婿', '28'],
    ['relation', '之岳父', '55'],
    ['relation', '之公公', '53'],
    ['relation', '其他', '99'],
    ['relation', '之兄弟媳妇', '74'],
    ['ethnicity', '壮族', '08'],
    ['ethnicity', '蒙古', '02'],
    ['healthStatus', '长期慢性病', 'chronicIllness'],
    ['education', '本科及以上', '20'],
    ['schoolStatus', '高职（高专）一年级', 'college1'],
    ['povertyCause', ' 因病 ', 'illness'],
    ['measureKind', '公益性岗位帮扶', 'publicPost'],
  ] as const)('reads in %s the national name %j as %s', (id, name, code) => {
    expect(codeNamed(id, name)).toBe(code);
  });

  it('reads names, not numbers: those of the national system mean other things', () => {
    expect(codeNamed('ethnicity', '02')).toBeUndefined();
    expect(codeNamed('povertyCause', '1')).toBeUndefined();
  });

  it('knows the names of the national system for every relation it distinguishes', () => {
    const national = (
      '本人或户主 配偶 之子 之女 之儿媳 之女婿 之孙子 之孙女 之外孙子 之外孙女 之父 之母 之岳父 之岳母 之公公 之婆婆 ' +
      '之祖父 之祖母 之外祖父 之外祖母 其他 之兄弟姐妹 之兄弟媳妇 之曾孙子 之曾孙女 之叔伯 之侄儿 之侄女'
    ).split(' ');
    expect(national.filter((name) => codeNamed('relation', name) === undefined)).toEqual([]);
  });
});

it('knows its own codes and no others', () => {
  expect(isCodeOf('sex', '1')).toBe(true);
  expect(isCodeOf('sex', '3')).toBe(false);
  expect(codeEntry('relation', '02')?.zh).toBe('户主');
  expect(codeEntry('relation', '03')).toBeUndefined();
});

it('has the 56 ethnic groups of GB/T 3304 under their numbers', () => {
  const groups = codesOf('ethnicity').filter((entry) => entry.code < '97');
  expect(groups.map((entry) => Number(entry.code))).toEqual(
    Array.from({ length: 56 }, (_, index) => index + 1),
  );
});
