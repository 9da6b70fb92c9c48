import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimOneNumber,
  claimWithoutKey,
  correctOneVersion,
  countWithoutVersion,
  lockCrosswise,
  mergeCrosswise,
  sendManyRequests,
  sendOneRequestOften,
} from './races.ts';
import { openRing } from './run-races.ts';

let ring: Awaited<ReturnType<typeof openRing>>;

beforeAll(async () => {
  ring = await openRing();
});

afterAll(async () => {
  await ring.close();
});

describe('one request that is sent 200 times at once', () => {
  it('is recorded once and answered alike each time', async () => {
    expect(await sendOneRequestOften(ring, 200)).toEqual({
      replies: { 200: 200 },
      acts: 2,
      households: 1,
    });
  });

  it('is not 200 different ones: those are all recorded', async () => {
    expect(await sendManyRequests(ring, 200)).toEqual({ replies: { 200: 200 }, households: 200 });
  });
});

describe('50 corrections of one version', () => {
  it('end with one that is taken and 49 that are told', async () => {
    expect(await correctOneVersion(ring, 50)).toEqual({
      replies: { 200: 1, '409 changedMeanwhile': 49 },
      version: 2,
    });
  });

  it('would lose work without a version', async () => {
    expect((await countWithoutVersion(ring, 50)).counted).toBeLessThan(50);
  });
});

describe('two households that absorb each other', () => {
  it('end with one that has everybody and one that is closed', async () => {
    const { replies, wrong } = await mergeCrosswise(ring, 10);
    expect(wrong).toEqual([]);
    expect(replies['200']).toBe(10);
    expect(Object.keys(replies).filter((reply) => !/^(200|409 |422 )/.test(reply))).toEqual([]);
  });

  it('would stand in each other’s way if locked as they are named, and one be told to try again', async () => {
    const { answers } = await lockCrosswise(ring);
    expect(answers.toSorted()).toEqual(['busyTryAgain', 'done']);
  });
});

describe('an ID number that two counties claim at once', () => {
  it('goes to one of them', async () => {
    expect(await claimOneNumber(ring, 10)).toEqual({
      replies: { 200: 10, '409 documentHeldByAnother': 10 },
    });
  });

  it('would go to both if one only looked first', async () => {
    expect((await claimWithoutKey(ring, 20)).twice).toBeGreaterThan(0);
  });
});

it('makes the application report no fault of its own', () => {
  expect(ring.register.faults).toEqual([]);
});
