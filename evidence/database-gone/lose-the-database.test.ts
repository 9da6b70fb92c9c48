import { expect, it } from 'vitest';
import { loseTheDatabase } from './lose-the-database.ts';

const allowed = new Set([
  '200',
  '200 up',
  '503 down',
  '503 databaseUnavailable',
  '503 outcomeInDoubt',
]);

it.each(['stopped', 'killed'] as const)(
  'says 503 within seconds while its database is %s, and goes on when it is back',
  async (loss) => {
    const [outcome] = await loseTheDatabase({ goneForMs: 3_000, losses: [loss] });
    expect(outcome).toMatchObject({ unanswered: 0, surprises: [] });
    expect(Object.keys(outcome?.answers ?? {}).filter((what) => !allowed.has(what))).toEqual([]);
    expect(outcome?.answers['503 databaseUnavailable']).toBeGreaterThan(0);
    expect(outcome?.slowestMs).toBeLessThan(8_000);
    expect(outcome?.backAfterMs).toBeLessThan(15_000);
  },
);

it('says so too when its database falls silent without a word', async () => {
  const [outcome] = await loseTheDatabase({ goneForMs: 8_000, losses: ['frozen'] });
  expect(outcome).toMatchObject({ unanswered: 0, surprises: [] });
  expect(Object.keys(outcome?.answers ?? {}).filter((what) => !allowed.has(what))).toEqual([]);
  expect(outcome?.answers['503 down']).toBeGreaterThan(0);
  expect(outcome?.answers['503 databaseUnavailable']).toBeGreaterThan(0);
});
