import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFactFile } from '../../../../platform/server/facts/fact-file.ts';
import { type Facts, scopedAsker } from '../../../../platform/server/facts/facts.ts';
import { householdFactTables } from '../../../households/server/index.ts';
import { writeFacts } from './fact-rows-store.ts';
import type { RandomHousehold } from './random-register.ts';

/** Facts in a folder of their own, asked through the same gate and scope as in the product. */
export type ScratchFacts = Pick<Facts, 'query'> & {
  write(households: readonly RandomHousehold[]): Promise<void>;
  close(): void;
};

export async function openScratchFacts(): Promise<ScratchFacts> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-rules-'));
  const file = await openFactFile(folder, { memoryBytes: 512 * 1_048_576, threads: 2 });
  return {
    query: scopedAsker(
      householdFactTables,
      async (work) => await file.with(async (connection) => await work(connection)),
    ),
    write: async (households) => {
      await file.with(async (connection) => await writeFacts(connection, households));
    },
    close: () => {
      file.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
