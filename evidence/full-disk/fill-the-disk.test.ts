import { expect, it } from 'vitest';
import { fillTheDisk } from './fill-the-disk.ts';
import { whyNoSmallDisk } from './small-disk.ts';

const reason = whyNoSmallDisk();
const known = ['storageFull', 'databaseUnavailable', 'outcomeInDoubt'];

it.skipIf(reason !== undefined)(
  `refuses with 503 while the disk is full, loses nothing, and goes on when there is room${reason === undefined ? '' : ` (not run: ${reason})`}`,
  async () => {
    const outcome = await fillTheDisk({ runs: 2, seed: 20_261_123 });
    expect(outcome).toMatchObject({
      lost: 0,
      differing: 0,
      halfApplied: [],
      auditLog: [],
      facts: [],
      surprises: [],
    });
    expect(outcome.refusedForNow['storageFull']).toBeGreaterThan(0);
    expect(Object.keys(outcome.refusedForNow).filter((code) => !known.includes(code))).toEqual([]);
    expect(Object.keys(outcome.uploads)).toContain('503 storageFull');
    expect(Object.keys(outcome.uploads).filter((what) => what.startsWith('500'))).toEqual([]);
    expect(Object.keys(outcome.readings).filter((what) => what.startsWith('500'))).toEqual([]);
  },
);
