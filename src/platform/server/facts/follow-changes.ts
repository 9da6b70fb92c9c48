import type { Database } from '../database/database.ts';
import {
  type Cursor,
  currentCursor,
  findNewestChange,
  findTouched,
  type Touched,
} from './change-store.ts';
import type { FactFile } from './fact-file.ts';
import { type FactState, inFactTransaction, writeState } from './fact-state.ts';
import type { FactTable } from './fact-table.ts';
import { readingAll, reloadRows } from './load-store.ts';

export type Source = { database: Database; file: FactFile; tables: readonly FactTable[] };

/** An idle follower notes its position this often, so that a restart does not take it for lost. */
const NOTE_POSITION_MS = 3_600_000;

/**
 * Reads what became visible since the state's cursor and takes it over. The new cursor is kept in
 * the transaction of the new rows, so that after a crash at any moment each change is taken exactly
 * once; the order in which changes were written does not matter, because each household is read
 * as it stands now. Returns the state that the file is in.
 */
export async function followChanges(source: Source, state: FactState): Promise<FactState> {
  const news = await readingAll(source.database, async (tx) => {
    const now = await currentCursor(tx);
    const between = { last: state.cursor.snapshot, now: now.snapshot };
    const anchor = await findNewestChange(tx, between);
    if (anchor === undefined) return { now, anchor, touched: [] };
    return { now, anchor, touched: await findTouched(tx, between) };
  });
  if (news.anchor === undefined) return await noteIdle(source, state, news.now);
  const cursor = { ...news.now, anchor: news.anchor };
  return await takeOver(source, news.touched, {
    ...state,
    cursor,
    reread: state.reread + news.touched.reduce((sum, county) => sum + county.households, 0),
  });
}

async function takeOver(
  source: Source,
  touched: readonly Touched[],
  state: FactState,
): Promise<FactState> {
  await source.file.with(async (connection) => {
    const from = { database: source.database, file: source.file, connection };
    await inFactTransaction(connection, async () => {
      for (const { countyCode, householdIds } of touched) {
        await reloadRows(from, source.tables, { countyCode, householdIds });
      }
      await writeState(connection, state);
    });
  });
  return state;
}

async function noteIdle(source: Source, state: FactState, now: Cursor): Promise<FactState> {
  if (Date.parse(now.readAt) - Date.parse(state.cursor.readAt) < NOTE_POSITION_MS) return state;
  return await takeOver(source, [], { ...state, cursor: { ...now, anchor: state.cursor.anchor } });
}
