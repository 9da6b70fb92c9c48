import { expect, it } from 'vitest';
import { killDuringEdits } from './kill-during-edits.ts';

const SEED = 20_261_123;

it('loses nothing acknowledged and half applies nothing, whatever is killed amid edits', async () => {
  const outcome = await killDuringEdits({ runs: 20, seed: SEED, product: 'small' });
  expect(outcome).toMatchObject({
    kills: { application: 5, postmaster: 5, backend: 5, everything: 5 },
    lost: 0,
    differing: 0,
    halfApplied: [],
    auditLog: [],
    facts: [],
    surprises: [],
  });
  expect(outcome.acknowledged).toBeGreaterThan(20);
});

it('would notice: a product that answers before it commits loses what it acknowledged', async () => {
  const outcome = await killDuringEdits({
    runs: 2,
    seed: SEED,
    product: 'small',
    control: 'answerEarly',
  });
  expect(outcome.runsWithLoss).toBeGreaterThan(0);
});

it('would notice: a database that does not wait for the disk loses what it acknowledged', async () => {
  const outcome = await killDuringEdits({
    runs: 2,
    seed: SEED,
    product: 'small',
    control: 'noWaitingForDisk',
  });
  expect(outcome.runsWithLoss).toBeGreaterThan(0);
});
