import { chownSync, readFileSync, statSync } from 'node:fs';

/** The user that PostgreSQL runs as, where it is not our own. */
export type ServiceAccount = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the owner of the cluster, or as
 * `nobody` if there is no cluster yet. Undefined: it runs as ourselves.
 */
export function serviceAccountFor(cluster: string): ServiceAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(cluster, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  return uid === 0 ? nobody() : { uid, gid };
}

export function giveTo(account: ServiceAccount | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function nobody(): ServiceAccount {
  const [, uid = '65534', gid = '65534'] =
    /^nobody:[^:]*:(-?\d+):(-?\d+)/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}
