import { pruneSessions } from '../features/accounts/server/index.ts';
import { pruneUploads } from '../features/intake/server/index.ts';
import { type Daily, startDaily } from '../platform/server/daily.ts';
import type { Services } from '../platform/server/services.ts';

/** Once a day: what was kept for a time and has served it goes. Each feature says for how long. */
export function startCleanUp(services: Services): Daily {
  const cleanUp = async (): Promise<void> => {
    await pruneSessions(services);
    await pruneUploads(services);
  };
  return startDaily(services.clock, cleanUp, services.reportFault);
}
