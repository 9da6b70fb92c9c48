import { expect, it } from 'vitest';
import { killDuringEdits } from './kill-during-edits.ts';

const SEED = 20_261_123;

it('loses nothing acknowledged and half applies nothing, whatever is killed amid edits', async () => {
  const outcome = await killDuringEdits({ runs: 4, seed: SEED, product: 'small' });
  expect(outcome).toMatchObject({
    kills: { application: 1, postmaster: 1, backend: 1, everything: 1 },
    lost: 0,
    differing: 0,
    halfApplied: [],
    auditLog: [],
    facts: [],
    surprises: [],
  });
  expect(outcome.acknowledged).toBeGreaterThan(4);
});

it('would notice: a product that answers before it commits loses what it acknowledged', async () => {
  const control = 'answerEarly';
  const outcome = await killDuringEdits({ runs: 1, seed: SEED, product: 'small', control });
  expect(outcome.lost).toBeGreaterThan(0);
});
