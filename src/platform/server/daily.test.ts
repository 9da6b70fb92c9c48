import { expect, it } from 'vitest';
import { startDaily } from './daily.ts';

/** A clock that is set by hand, and the days on which the work was done. */
function office(failsOn: string[] = []) {
  let now = '2026-11-23T04:00:00.000Z';
  const did: string[] = [];
  const faults: unknown[] = [];
  const daily = startDaily(
    () => new Date(now),
    async () => {
      did.push(now);
      if (failsOn.includes(now)) throw new Error('the disk is full');
    },
    (thrown) => faults.push(thrown),
  );
  return { daily, did, faults, set: (instant: string) => (now = instant) };
}

it('does its work once on each day in China', async () => {
  const { daily, did, set } = office();
  await daily.look();
  set('2026-11-23T15:59:59.000Z');
  await daily.look();
  expect(did).toHaveLength(1);
  set('2026-11-23T16:00:00.000Z');
  await daily.look();
  await daily.look();
  expect(did).toEqual(['2026-11-23T04:00:00.000Z', '2026-11-23T16:00:00.000Z']);
  await daily.stop();
});

it('tries again at the next look what failed, and says so', async () => {
  const { daily, did, faults, set } = office(['2026-11-23T04:00:00.000Z']);
  await daily.look();
  expect(faults).toHaveLength(1);
  set('2026-11-23T04:10:00.000Z');
  await daily.look();
  await daily.look();
  expect(did).toHaveLength(2);
  await daily.stop();
});

it('never does it twice at a time', async () => {
  let begun = 0;
  let end: () => void = () => undefined;
  const daily = startDaily(
    () => new Date('2026-11-23T04:00:00.000Z'),
    async () => {
      begun += 1;
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    },
    () => undefined,
  );
  const looks = [daily.look(), daily.look()];
  end();
  await Promise.all(looks);
  expect(begun).toBe(1);
  await daily.stop();
});
