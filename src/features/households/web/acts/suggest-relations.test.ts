import { expect, it } from 'vitest';
import { codesOf } from '../../model/index.ts';
import { type Relative, suggestRelations } from './suggest-relations.ts';

const qiang: Relative = { id: 'qiang', relation: '02', sex: '1', birthDay: '1975-03-12' };
const yun: Relative = { id: 'yun', relation: '10', sex: '2', birthDay: '1978-08-01' };
const lan: Relative = { id: 'lan', relation: '30', sex: '2', birthDay: '2004-05-20' };
const dong: Relative = { id: 'dong', relation: '20', sex: '1', birthDay: '2008-11-11' };
const grandmother: Relative = {
  id: 'grandmother',
  relation: '52',
  sex: '2',
  birthDay: '1950-01-01',
};
const li = [qiang, yun, lan, dong, grandmother];

it('makes the old head the husband and his mother the mother-in-law when the wife takes over', () => {
  expect(suggestRelations(li, qiang, 'yun')).toEqual({
    qiang: '11',
    lan: '30',
    dong: '20',
    grandmother: '54',
  });
});

it('makes parents, an elder sister and a grandmother when the son takes over', () => {
  expect(suggestRelations(li, qiang, 'dong')).toEqual({
    qiang: '51',
    yun: '52',
    lan: '75',
    grandmother: '62',
  });
});

it('leaves out the old head who has died', () => {
  const staying = li.filter(({ id }) => id !== 'qiang');
  expect(suggestRelations(staying, qiang, 'lan')).toEqual({
    yun: '52',
    dong: '73',
    grandmother: '62',
  });
});

it('makes grandchildren when the mother of the head takes over', () => {
  expect(suggestRelations(li, qiang, 'grandmother')).toEqual({
    qiang: '20',
    yun: '38',
    lan: '42',
    dong: '41',
  });
});

it('takes the daughter-in-law for the wife only of an only child', () => {
  const bride: Relative = { id: 'bride', relation: '38', sex: '2', birthDay: '2005-01-01' };
  const child: Relative = { id: 'child', relation: '41', sex: '1', birthDay: '2026-01-01' };
  expect(suggestRelations([qiang, dong, bride, child], qiang, 'dong')).toMatchObject({
    bride: '12',
    child: '20',
  });
  expect(suggestRelations([qiang, dong, lan, bride], qiang, 'dong')['bride']).toBeUndefined();
});

it('says nothing about people whom it cannot place', () => {
  const nephew: Relative = { id: 'nephew', relation: '93', sex: '1', birthDay: null };
  expect(suggestRelations([...li, nephew], qiang, 'yun')['nephew']).toBeUndefined();
  expect(suggestRelations([qiang, nephew], qiang, 'nephew')).toEqual({ qiang: undefined });
});

it('suggests only codes of the standard', () => {
  const known = new Set<string>(codesOf('relation').map(({ code }) => code));
  const relations = [...known].filter((code) => code !== '01' && code !== '02');
  for (const relation of relations) {
    const family = relations.map((code, place) => ({
      id: code,
      relation: code,
      sex: place % 2 === 0 ? '1' : '2',
      birthDay: null,
    }));
    const suggested = Object.values(suggestRelations([qiang, ...family], qiang, relation));
    expect(suggested.filter((code) => code !== undefined && !known.has(code))).toEqual([]);
  }
});
