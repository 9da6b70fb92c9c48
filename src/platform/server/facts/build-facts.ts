import { currentCursor, listCounties } from './change-store.ts';
import { CREATE_STATE, type FactState, inFactTransaction, writeState } from './fact-state.ts';
import { createStatement, type FactTable, schemaOf } from './fact-table.ts';
import type { Source } from './follow-changes.ts';
import { loadRows, readingAll } from './load-store.ts';

/** How far a build has come. */
export type Progress = { done: number; of: number };

/**
 * Builds the facts from nothing, county after county, in one transaction of DuckDB: readers go on
 * with the old facts until the new ones are whole. The cursor is taken first; whatever changes
 * meanwhile is taken over again by the follower, which does no harm.
 */
export async function buildFacts(
  source: Source,
  report: (progress: Progress) => void = () => undefined,
): Promise<FactState> {
  const cursor = await readingAll(source.database, currentCursor);
  const state: FactState = { schema: schemaOf(source.tables), cursor, reread: 0 };
  const steps: { table: FactTable; counties: string[] }[] = [];
  for (const table of source.tables) {
    const counties = await readingAll(source.database, (tx) => listCounties(tx, table.base));
    steps.push({ table, counties });
  }
  const of = steps.reduce((sum, { counties }) => sum + counties.length, 0);
  await source.file.with(async (connection) => {
    const from = { database: source.database, file: source.file, connection };
    await inFactTransaction(connection, async () => {
      let done = 0;
      await connection.run(CREATE_STATE);
      for (const { table, counties } of steps) {
        await connection.run(createStatement(table));
        for (const countyCode of counties) {
          await loadRows(from, table, { countyCode });
          done += 1;
          report({ done, of });
        }
      }
      await writeState(connection, state);
    });
  });
  return state;
}
