import { type Clock, dayInChina } from './clock.ts';

const LOOK_EVERY_MS = 10 * 60_000;

export type Daily = {
  /** Does the work if it is a new day; returns when it is done. */
  look: () => Promise<void>;
  /** Waits for work under way and begins none again. */
  stop: () => Promise<void>;
};

/**
 * Does work once on each day in China, as long as the process runs: some minutes after the start and
 * then whenever a look at the clock finds a new day. What failed is tried again at the next look.
 */
export function startDaily(
  clock: Clock,
  work: () => Promise<void>,
  reportFault: (thrown: unknown, trace: string) => void,
): Daily {
  let doneOn = '';
  let underWay: Promise<void> | undefined;
  const lookOnce = async (): Promise<void> => {
    const today = dayInChina(clock());
    if (today === doneOn) return;
    try {
      await work();
      doneOn = today;
    } catch (error) {
      reportFault(error, 'daily');
    }
  };
  const look = async (): Promise<void> => {
    underWay ??= lookOnce().finally(() => {
      underWay = undefined;
    });
    await underWay;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
