import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** A statement as it was sent, with placeholders for its values, and their types (oids) as the driver gave them. */
export type LoggedStatement = { readonly statement: string; readonly types: readonly number[] };

const seen = new Set<string>();

/**
 * With MINGBAI_STATEMENT_LOG, the folder that it names gets each statement once, one JSON a line:
 * the tests run with it, and `tidy/statements` reads what they ran. Values are never written.
 */
export function statementLog(environment: NodeJS.ProcessEnv): {
  debug?: (connection: number, statement: string, values: unknown[], types: number[]) => void;
} {
  const folder = environment['MINGBAI_STATEMENT_LOG'];
  if (folder === undefined || folder === '') return {};
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${threadId}.jsonl`);
  return {
    debug: (_connection, statement, _values, types) => {
      if (seen.has(statement)) return;
      seen.add(statement);
      appendFileSync(file, `${JSON.stringify({ statement, types } satisfies LoggedStatement)}\n`);
    },
  };
}
