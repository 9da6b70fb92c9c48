import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ImportReport, importFiles } from '../src/features/intake/server/index.ts';
import { fictionalDivisions } from '../src/features/regions/model/index.ts';
import { loadFictionalDivisions } from '../src/features/regions/server/index.ts';
import type { PlainDate } from '../src/kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../src/kernel/region-code.ts';
import { newKeyRing, sealingKeysOf } from '../src/platform/server/crypto/key-ring.ts';
import { connect, type Sql } from '../src/platform/server/database/connect.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';

/** A database of its own with Willow County in it, and what imports into it need. */
export type ImportDesk = {
  owner: Sql;
  folder: string;
  villages: readonly RegionCode[];
  import(files: readonly string[], progress?: (phase: string) => void): Promise<ImportReport>;
  close(): Promise<void>;
};

export const BUSINESS_DAY = '2026-11-23' as PlainDate;

export async function openDesk(): Promise<ImportDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-import-'));
  const cluster = await startEmbedded({ dataFolder: folder });
  const owner = connect(cluster.target, { max: 2 });
  await migrate(owner);
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, new Date().toISOString()));
  const environment = {
    target: cluster.target,
    dataFolder: folder,
    keys: sealingKeysOf(newKeyRing()),
    reportFault: (thrown: unknown) => {
      throw thrown;
    },
  };
  const officer = {
    accountId: '019ab0f0-0000-7000-8000-000000000001',
    postingId: null,
    region: regionCode('990101'),
  };
  return {
    owner,
    folder,
    villages: fictionalDivisions()
      .map(({ code }) => code)
      .filter((code) => code.length === 12 && code.startsWith('990101')),
    import: async (files, progress) =>
      await importFiles(environment, {
        files,
        officer,
        ...(progress === undefined ? {} : { progress: ({ phase }) => progress(phase) }),
      }),
    close: async () => {
      await owner.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What psql's \copy does: the bytes of a file into a table, over the connection. */
export async function rawCopy(owner: Sql, table: string, file: string): Promise<void> {
  const query = owner.unsafe(`copy ${table} from stdin`);
  await pipeline(createReadStream(file), await query.writable());
}

export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
