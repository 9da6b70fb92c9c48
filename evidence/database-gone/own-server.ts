import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../src/platform/server/database/connect.ts';
import { openInstallation } from '../../src/platform/server/embedded/installation.ts';
import { startPostmaster, stopPostmaster } from '../../src/platform/server/embedded/postmaster.ts';
import { processesOf } from '../../src/platform/server/embedded/processes.ts';
import { settingsFor } from '../../src/platform/server/embedded/settings.ts';
import { startEmbedded } from '../../src/platform/server/embedded/start-embedded.ts';
import { freePort } from '../kill/product-process.ts';

/** A PostgreSQL server as an office would run it: nobody starts it again but we. */
export type OwnServer = {
  readonly url: string;
  start(): Promise<void>;
  /** In good order: sessions are ended and told so. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** It is there and says nothing, like a machine behind a broken switch. */
  freeze(): void;
  thaw(): void;
};

/** Makes a cluster in the folder and serves it on a port of this machine. */
export async function startOwnServer(folder: string): Promise<OwnServer> {
  // The embedded launcher makes the cluster and its database; after that it is left alone.
  const made = await startEmbedded({ dataFolder: folder });
  const { user, password = '', database } = made.target;
  await made.stop();
  const installation = openInstallation(folder);
  const port = await freePort();
  const settings = {
    ...settingsFor(1024 ** 3),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  };
  const cluster = join(folder, 'postgres/cluster');
  let server = await startPostmaster(installation, settings);
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of processesOf(cluster)) process.kill(pid, name);
  };
  const target = { host: '127.0.0.1', port, user, password, database };
  const sql = connect(target, { max: 1 });
  await sql`select 1`;
  await sql.end();
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    start: async () => {
      server = await startPostmaster(installation, settings);
    },
    stop: async () => {
      signal('SIGCONT');
      await stopPostmaster(server, installation);
    },
    kill: async () => {
      signal('SIGKILL');
      while (processesOf(cluster).length > 0) await pause(20);
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  };
}
