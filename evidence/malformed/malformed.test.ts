import { expect, it } from 'vitest';
import { sendMalformed } from './send-malformed.ts';
import { sendRawBytes } from './send-raw-bytes.ts';

const SEED = 20_261_123;

it('answers no request, however malformed, with 500 or a look inside', async () => {
  const outcome = await sendMalformed({ requests: 700, seed: SEED });
  expect(outcome.complaints).toEqual([]);
  expect(outcome.operationsReached).toBeGreaterThan(0.9 * outcome.operations);
  expect(outcome.operationsCarriedOut).toBeGreaterThan(20);
});

it('would notice an operation that fails on what it does not expect', async () => {
  const { complaints } = await sendMalformed({
    requests: 200,
    seed: SEED,
    withFaultyOperation: true,
  });
  expect(complaints.map(({ what }) => what)).toContain('answered with 500 or above');
  expect(complaints.every(({ probe }) => probe.operation === 'POST /api/faulty')).toBe(true);
});

it('refuses bytes that are no HTTP, or hangs up, and goes on serving', async () => {
  const outcome = await sendRawBytes({ connections: 300, seed: SEED });
  expect(outcome.complaints).toEqual([]);
  expect(outcome.answers['HTTP/1.1 400']).toBeGreaterThan(50);
});
