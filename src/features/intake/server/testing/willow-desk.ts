import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type RegionCode, regionCode } from '../../../../kernel/region-code.ts';
import type { ConnectionTarget, Sql } from '../../../../platform/server/database/connect.ts';
import { workerDatabase } from '../../../../platform/server/testing/database-fixture.ts';
import { testKeys } from '../../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../../regions/server/index.ts';
import { type ImportReport, importFiles } from '../import-files.ts';
import { emptyRegister } from './willow-desk-store.ts';

/** Lin's desk in Willow: files that she writes, and what an import of them came to. */
export type Desk = {
  readonly owner: Sql;
  readonly target: ConnectionTarget;
  readonly folder: string;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  import(paths: readonly string[], region?: string): Promise<ImportReport>;
  close(): void;
};

export const LIN = '019ab0f0-0000-7000-8000-00000000011b';

export async function openDesk(): Promise<Desk> {
  const { owner } = await workerDatabase();
  const [{ name } = { name: '' }] = await owner<
    { name: string }[]
  >`select current_database() as name`;
  const target = { ...inject('cluster'), database: name };
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, new Date().toISOString()));
  await emptyRegister(owner);
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-desk-'));
  const environment = {
    target,
    dataFolder: folder,
    keys: testKeys,
    reportFault: (thrown: unknown) => {
      throw thrown;
    },
  };
  return {
    owner,
    target,
    folder,
    file: (fileName, content) => {
      const path = join(folder, fileName);
      writeFileSync(path, content);
      return path;
    },
    import: async (paths, region = '990101') =>
      await importFiles(environment, {
        files: paths,
        officer: { accountId: LIN, postingId: null, region: regionCode(region) as RegionCode },
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A table as CSV, in UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}
