import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type LockedPackage = {
  version?: string;
  dev?: true;
  optional?: true;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type LockFile = { packages: Record<string, LockedPackage> };

/**
 * The programs for other machines (optional packages, wanted in one exact version) that the lock file should name and does not. npm forgets those
 * that the registry in use does not hold, or that an installed `node_modules` does not need; after
 * that `npm ci` refuses the lock file, on every machine.
 */
export function missingFrom({ packages }: LockFile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    const beside = path.slice(0, path.lastIndexOf('node_modules/'));
    const exact = Object.entries(optionalDependencies).filter(([, version]) => /^\d/.test(version));
    for (const [name, version] of path === '' ? [] : exact) {
      // Where npm would look for it: inside the package that wants it, then beside that.
      const places = [`${beside}node_modules/${name}`, `${path}/node_modules/${name}`];
      if (places.some((place) => packages[place]?.version === version)) continue;
      const place = places.find((free) => !(free in packages));
      if (place === undefined) continue;
      missing[place] = { version, ...(dev && { dev }), optional: true, ...machineOf(name) };
    }
  }
  return missing;
}

/** By the custom of native packages: `…-linux-arm64-musl`, `…-win32-x64-msvc`, `…/darwin-x64`, `…-wasm32-wasi`. */
function machineOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  if (name.endsWith('-wasm32-wasi')) return { cpu: ['wasm32'] };
  const [, os, cpu, rest = ''] =
    /[-/](android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(.*)$/.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`For which machine is ${name}?`);
  const libc = /musl|gnu/.exec(rest)?.[0].replace('gnu', 'glibc');
  return { cpu: [cpu], ...(libc !== undefined && { libc: [libc] }), os: [os] };
}

export function readLockFile(folder: string): LockFile {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
}

function completeLockFile(folder: string): void {
  const lock = readLockFile(folder);
  const packages = Object.entries({ ...lock.packages, ...missingFrom(lock) }).toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  );
  const complete = { ...lock, packages: Object.fromEntries(packages) };
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(complete, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) completeLockFile(process.cwd());
