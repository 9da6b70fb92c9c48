import { expect, it } from 'vitest';
import { changedValues, differingKeys, isSameValue, rebased } from './changed-values.ts';

const masked = { masked: true, shown: '138****' } as const;

it.each([
  [null, undefined, true],
  [null, '', true],
  [null, [], true],
  [['illness'], ['illness'], true],
  [['illness'], ['schooling'], false],
  [false, null, false],
  [0, null, false],
  [masked, { ...masked }, true],
  [masked, '13800001234', false],
])('%j and %j say the same: %j', (one, other, same) => {
  expect(isSameValue(one, other)).toBe(same);
});

it('sends only what was changed, and an emptied field as null', () => {
  const base = { mainCause: 'illness', address: masked, bankName: 'Willow Bank', exitYear: 2018 };
  const now = { ...base, mainCause: 'schooling', bankName: ' ' };
  expect(changedValues('household', base, now)).toEqual({ mainCause: 'schooling', bankName: null });
});

it('sends an emptied list of codes as an empty list', () => {
  expect(changedValues('household', { risks: ['illness'] }, {})).toEqual({ risks: [] });
});

it('keeps what Mei typed when the household was changed by somebody else meanwhile', () => {
  const base = { mainCause: 'illness', exitYear: null, bankName: 'Willow Bank' };
  const fresh = { mainCause: 'disability', exitYear: 2020, bankName: 'Willow Bank' };
  const now = { ...base, mainCause: 'schooling' };
  expect(rebased({ base, fresh, now })).toEqual({ ...fresh, mainCause: 'schooling' });
  expect(differingKeys('household', base, fresh)).toEqual(['exitYear', 'mainCause']);
});
