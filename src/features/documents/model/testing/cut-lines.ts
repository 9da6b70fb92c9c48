import type { CutClause, CutDocument } from '../clause.ts';
import { cutText } from '../cut.ts';

/** The title that the documents of tests bear. */
export const title = '柳溪县帮扶工作实施方案';

/** Cuts lines that are known to have clauses. */
export function cut(...lines: string[]): readonly CutDocument[] {
  const result = cutText(lines.join('\n'));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Cuts lines that are known to be one document. */
export function only(...lines: string[]): CutDocument {
  const [document, ...others] = cut(...lines);
  if (document === undefined || others.length > 0)
    throw new Error(`${others.length + 1} documents`);
  return document;
}

export function paths({ clauses }: CutDocument): string[] {
  return clauses.map(({ path }) => path);
}

export function clause({ clauses }: CutDocument, path: string): CutClause | undefined {
  return clauses.find((found) => found.path === path);
}

export function notesOf(document: CutDocument, path: string): string[] {
  return clause(document, path)?.notes.map(({ code }) => code) ?? [];
}
