import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedTarget } from './instance-lock.ts';
import { giveTo, type ServiceAccount } from './service-account.ts';

/** Where clients find the server, and the settings that make it listen there. */
export type Listening = {
  target: Pick<EmbeddedTarget, 'host' | 'port'>;
  settings: Record<string, string>;
  /** Removes what lies outside the data folder. */
  tidyUp: () => void;
};

/** Part of the socket's file name only; with a socket no port of the machine is taken. */
const socketPort = 5432;

/**
 * A socket in a private folder beside the cluster; if its path is too long or the file system knows
 * no sockets, one in the machine's folder for temporary files; where that fails too (Windows), a
 * free loopback port, which asks for the password.
 */
export async function chooseListening(
  home: string,
  account: ServiceAccount | undefined,
): Promise<Listening> {
  const beside = join(home, 'socket');
  rmSync(beside, { recursive: true, force: true });
  if (await canListenIn(beside)) {
    giveTo(account, beside);
    // Relative to the cluster: what lies above it need not be open to the server's account.
    return listenOnSocket(beside, '../socket');
  }
  const short = join(
    tmpdir(),
    `mingbai-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`,
  );
  if (isOwnPrivateFolder(short, account)) rmSync(short, { recursive: true });
  if (await canListenIn(short)) {
    giveTo(account, short);
    const tidyUp = (): void => rmSync(short, { recursive: true, force: true });
    return { ...listenOnSocket(short, short), tidyUp };
  }
  const port = await freeLoopbackPort();
  return {
    target: { host: '127.0.0.1', port },
    settings: {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(port),
    },
    tidyUp: () => undefined,
  };
}

function listenOnSocket(folder: string, asSeenFromCluster: string): Listening {
  return {
    target: { host: folder, port: socketPort },
    settings: {
      listen_addresses: '',
      unix_socket_directories: asSeenFromCluster,
      port: String(socketPort),
    },
    tidyUp: () => undefined,
  };
}

function isOwnPrivateFolder(folder: string, account: ServiceAccount | undefined): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const owner = account?.uid ?? process.getuid?.();
  return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o777) === 0o700;
}

/** Makes the folder, for us alone, and tries. A folder that is there already may be anybody's. */
async function canListenIn(folder: string): Promise<boolean> {
  const longestSocketPath = process.platform === 'linux' ? 107 : 103; // sun_path of <sys/un.h>
  const socket = join(folder, `.s.PGSQL.${socketPort}`);
  if (process.platform === 'win32' || Buffer.byteLength(socket) > longestSocketPath) return false;
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    return false;
  }
  return (await portListenedOn({ path: socket })) !== undefined;
}

async function freeLoopbackPort(): Promise<number> {
  const port = await portListenedOn({ host: '127.0.0.1', port: 0 });
  if (port === undefined) throw new Error('No loopback port is free');
  return port;
}

/** Listens for an instant. The port (0 for a socket), or undefined if it cannot be listened on. */
function portListenedOn(
  place: { path: string } | { host: string; port: number },
): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(place, () => {
      const port = 'port' in place ? (server.address() as AddressInfo).port : 0;
      server.close(() => resolve(port));
    });
  });
}
