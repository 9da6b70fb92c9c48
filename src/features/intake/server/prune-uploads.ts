import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NATION } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import type { Services } from '../../../platform/server/services.ts';
import { cancelForgotten, findFilesInUse } from './run-store.ts';
import { INCOMING, isStoredName, uploadFolder } from './sealed-file.ts';

/**
 * For so many days after an import the workbook of its refused rows can be made again; then the
 * upload, which holds whole villages, goes. What was taken and why is in the acts.
 */
export const UPLOADS_KEPT_DAYS = 90;

const DAY_MS = 86_400_000;

export type Pruned = {
  files: number;
  /** Imports that were uploaded, never started, and are now called off. */
  forgotten: number;
};

/**
 * Removes uploaded files that no import needs any more: none that goes on, none that ended less than
 * `UPLOADS_KEPT_DAYS` ago, and the file itself no younger. Imports uploaded as long ago and never
 * started are called off first. Leaves one audit event if it did anything.
 */
export async function pruneUploads({
  database,
  clock,
  dataFolder,
}: Pick<Services, 'database' | 'clock' | 'dataFolder'>): Promise<Pruned> {
  const now = clock();
  const before = new Date(now.getTime() - UPLOADS_KEPT_DAYS * DAY_MS);
  const { forgotten, inUse } = await database.transaction(async (tx) => {
    await enterScope(tx, NATION);
    return {
      forgotten: await cancelForgotten(tx, before.toISOString(), now.toISOString()),
      inUse: await findFilesInUse(tx, before.toISOString()),
    };
  });
  let files = 0;
  for (const name of await namesIn(uploadFolder(dataFolder))) {
    if (!isStoredName(name) || inUse.has(name)) continue;
    if (await removeIfOld(uploadFolder(dataFolder), name, before)) files += 1;
  }
  if (files > 0 || forgotten > 0) {
    await database.transaction(
      async (tx) =>
        await recordEvent(tx, now.toISOString(), {
          kind: 'intake.uploadsPruned',
          accountId: null,
          postingId: null,
          detail: { files, forgotten, keptDays: UPLOADS_KEPT_DAYS },
        }),
    );
  }
  return { files, forgotten };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Nothing was ever uploaded.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The same file may be uploaded again at this very moment, under the same name. So it is put aside
 * first and looked at there: a young one goes back.
 */
async function removeIfOld(folder: string, name: string, before: Date): Promise<boolean> {
  const path = join(folder, name);
  if ((await stat(path)).mtime >= before) return false;
  const aside = join(folder, `${INCOMING}${randomUUID()}`);
  await rename(path, aside);
  if ((await stat(aside)).mtime >= before) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}
