import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own that is so small that it can be filled in an instant. */
export type SmallDisk = {
  readonly folder: string;
  /** Fills it up but for so many bytes. */
  fill(leave: number): void;
  free(): void;
  remove(): void;
};

/** Why no disk can be made here, in words; undefined if one can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'a disk in memory (tmpfs) is a thing of Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  return undefined;
}

const BLOCK_BYTES = 4096;

/** Mounts a disk in memory (tmpfs) on the folder, which is made. Needs root. */
export function mountSmallDisk(folder: string, mebibytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'mingbai-evidence', folder]);
  const ballast = join(folder, 'ballast');
  mkdirSync(ballast);
  return {
    folder,
    fill: (leave) => {
      const { bavail, bsize } = statfsSync(folder);
      const bytes = Math.max(0, bavail * bsize - leave);
      addBallast(join(ballast, `${performance.now()}`), bytes - (bytes % BLOCK_BYTES));
    },
    free: () => {
      for (const name of readdirSync(ballast)) rmSync(join(ballast, name));
    },
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody else may take the last bytes meanwhile: then the disk is as full as was wished. */
function addBallast(file: string, bytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(bytes));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
