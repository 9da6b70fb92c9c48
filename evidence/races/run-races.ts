import { openScratchRegister } from '../scratch-register.ts';
import { officersAt } from './officers.ts';
import { createUnprotected } from './race-store.ts';
import {
  claimOneNumber,
  claimWithoutKey,
  correctOneVersion,
  countWithoutVersion,
  lockCrosswise,
  mergeCrosswise,
  type Ring,
  sendManyRequests,
  sendOneRequestOften,
} from './races.ts';

/** Opens a register with officers who can all press the button in the same instant. */
export async function openRing(): Promise<Ring & { close(): Promise<void> }> {
  const register = await openScratchRegister();
  await createUnprotected(register.owner);
  const app = await register.application();
  let families = 0;
  return {
    register,
    together: await officersAt(register, app),
    nextFamily: () => {
      families += 1;
      return families;
    },
    close: async () => {
      await app.close();
      await register.close();
    },
  };
}

export type RaceOutcome = Awaited<ReturnType<typeof runRaces>>;

/** Every race with its control, in one register. */
export async function runRaces(rounds: number) {
  const began = performance.now();
  const ring = await openRing();
  try {
    return {
      oneRequest200Times: await sendOneRequestOften(ring, 200),
      control200Requests: await sendManyRequests(ring, 200),
      corrections50OfOneVersion: await correctOneVersion(ring, 50),
      control50WithoutVersion: await countWithoutVersion(ring, 50),
      crossingMerges: await mergeCrosswise(ring, rounds),
      controlCrossingLocks: await lockCrosswise(ring),
      oneNumberInTwoCounties: await claimOneNumber(ring, rounds),
      controlClaimWithoutKey: await claimWithoutKey(ring, rounds),
      faults: ring.register.faults,
      rounds,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await ring.close();
  }
}

/** What a race did that it may not, and whether each control did what the product may not. */
export function wrongInRaces(found: RaceOutcome): { wrong: string[]; controlsBroken: boolean } {
  const { rounds } = found;
  const crossing = found.crossingMerges.replies;
  const promises: [string, boolean][] = [
    ['one request recorded more than once', found.oneRequest200Times.households === 1],
    ['equal requests answered differently', found.oneRequest200Times.replies['200'] === 200],
    ['work overwritten', found.corrections50OfOneVersion.version === 2],
    ['more than one correction taken', found.corrections50OfOneVersion.replies['200'] === 1],
    ['merges half done', found.crossingMerges.wrong.length === 0 && crossing['200'] === rounds],
    ['an ID number claimed twice', found.oneNumberInTwoCounties.replies['200'] === rounds],
    ['faults reported', found.faults.length === 0],
  ];
  return {
    wrong: promises.filter(([, isKept]) => !isKept).map(([what]) => what),
    controlsBroken:
      found.control200Requests.households === 200 &&
      found.control50WithoutVersion.counted < 50 &&
      found.controlClaimWithoutKey.twice > 0 &&
      found.controlCrossingLocks.answers.includes('busyTryAgain'),
  };
}
