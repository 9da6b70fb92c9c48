import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadKeys } from '../src/platform/server/crypto/key-file.ts';
import { createSealer, type Sealer } from '../src/platform/server/crypto/sealer.ts';
import {
  type ConnectionTarget,
  connect,
  type Sql,
} from '../src/platform/server/database/connect.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';
import { fillRegister } from './register-store.ts';

export type BenchRegister = {
  dataFolder: string;
  target: ConnectionTarget;
  owner: Sql;
  app: Sql;
  sealer: Sealer;
  close: () => Promise<void>;
};

/** Where registers for benchmarks are kept: `BENCH_DATA`, or else `data/`. */
const kept = process.env['BENCH_DATA'] ?? 'data';

/**
 * A register of that many households in a data folder of its own, made once and kept for the next
 * run. Durable as in production.
 */
export async function openBenchRegister(households: number): Promise<BenchRegister> {
  const dataFolder = join(kept, `bench-${households}`);
  mkdirSync(dataFolder, { recursive: true });
  const cluster = await startEmbedded({ dataFolder });
  const owner = connect(cluster.target, { max: 4 });
  const app = connect(cluster.target, { role: 'mingbai_app', max: 16 });
  await migrate(owner);
  const sealer = createSealer(loadKeys(dataFolder));
  const [row] = await owner<
    { n: number }[]
  >`select count(*)::int as n from (select 1 from household limit 1) as first_one`;
  if (row?.n === 0) {
    const started = Date.now();
    // One connection, for the temporary table.
    const filling = connect(cluster.target, { max: 1 });
    await fillRegister(filling, { households, sealed: sealer.seal('990101197503120018') }, (done) =>
      console.log(`made ${done} after ${((Date.now() - started) / 1000).toFixed(0)} s`),
    );
    await filling.end();
  }
  return {
    dataFolder,
    target: cluster.target,
    owner,
    app,
    sealer,
    close: async () => {
      await Promise.all([owner.end(), app.end()]);
      await cluster.stop();
    },
  };
}
