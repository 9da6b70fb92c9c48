import { expect, it } from 'vitest';
import { differences, killFirstStart } from './kill-first-start.ts';

it('starts complete after a first start that was killed, at whatever moment', async () => {
  const outcome = await killFirstStart({ runs: 2, seed: 20_261_123, product: 'small' });
  expect(outcome.wrong).toEqual([]);
  expect(outcome.kills).toBe(2);
  expect(outcome.rows).toBeGreaterThan(100);
});

it('would notice a row that is missing, or there twice, or a table too many', () => {
  const whole = new Map([
    ['account', 9],
    ['region', 40],
  ]);
  expect(differences(whole, new Map(whole))).toEqual([]);
  expect(differences(whole, new Map(whole).set('account', 8))).toEqual([
    'account has 8 rows, not 9',
  ]);
  expect(differences(whole, new Map(whole).set('region', 80))).toHaveLength(1);
  expect(differences(whole, new Map(whole).set('draft', 0))).toHaveLength(1);
});
