import { expect, it } from 'vitest';
import { loseTheDatabase, losses } from './lose-the-database.ts';

const allowed = new Set([
  '200',
  '200 up',
  '503 down',
  '503 databaseUnavailable',
  '503 outcomeInDoubt',
]);

it('says 503 within seconds while its database is stopped, killed or silent, and loses nothing', async () => {
  // A server that is silent is noticed only after a while.
  const goneForMs = { stopped: 1_500, killed: 1_500, frozen: 6_500 };
  const outcomes = await loseTheDatabase({ goneForMs });
  expect(outcomes.map(({ loss }) => loss)).toEqual(losses);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      unanswered: 0,
      surprises: [],
      lost: 0,
      differing: 0,
      halfApplied: [],
      auditLog: [],
      facts: [],
    });
    expect(Object.keys(outcome.answers).filter((what) => !allowed.has(what))).toEqual([]);
    expect(outcome.backAfterMs).toBeLessThan(15_000);
  }
  const refused = outcomes.map(({ answers }) => answers['503 databaseUnavailable'] ?? 0);
  expect(Math.max(...refused)).toBeGreaterThan(0);
});
