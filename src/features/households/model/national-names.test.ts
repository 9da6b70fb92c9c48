import { expect, it } from 'vitest';
import { type CodeListId, codeLists, codeNamed, codesOf } from './code-lists.ts';
import { nationalName } from './national-names.ts';

it.each([
  ['02', '本人或户主'],
  ['12', '配偶'],
  ['22', '之子'],
  ['28', '之女婿'],
  ['37', '之女'],
  ['38', '之儿媳'],
  ['55', '之岳父'],
  ['71', '之兄弟姐妹'],
  ['72', '之兄弟媳妇'],
  ['76', '其他'],
  ['91', '其他'],
] as const)('writes relation %s as %s', (code, name) => {
  expect(nationalName('relation', code)).toBe(name);
});

it('writes for every code of every list a name that it reads again', () => {
  for (const id of Object.keys(codeLists) as CodeListId[]) {
    for (const { code } of codesOf(id)) {
      const name = nationalName(id, code as never);
      expect(`${id} ${code} ${name} ${codeNamed(id, name) !== undefined}`).toBe(
        `${id} ${code} ${name} true`,
      );
    }
  }
});

it('loses nothing of what the national system distinguishes', () => {
  for (const id of Object.keys(codeLists) as CodeListId[]) {
    for (const { code } of codesOf(id)) {
      const name = nationalName(id, code as never);
      expect(nationalName(id, codeNamed(id, name) as never)).toBe(name);
    }
  }
});
