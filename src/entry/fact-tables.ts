import { householdFactTables } from '../features/households/server/index.ts';
import type { FactTable } from '../platform/server/facts/fact-table.ts';

/** Every feature's tables of the facts. */
export const factTables: readonly FactTable[] = [...householdFactTables];
