import { parse } from '@bufbuild/cel';
import { type Result, refused } from '../../../kernel/result.ts';
import type { Position, Syntax } from '../model/expression.ts';
import type { RuleProblem, RuleProblemCode } from '../model/problem.ts';
import { readSyntax } from './read-syntax.ts';

/** Longer or deeper texts are no rule that somebody could read. */
export const MOST_CHARACTERS = 4000;
export const MOST_DEPTH = 40;
export const MOST_PARTS = 500;

/** Reads the text of a rule with the CEL parser; what would keep the parser busy is refused before it sees it. */
export function parseRule(text: string): Result<Syntax, RuleProblem> {
  const start = { line: 1, column: 1 };
  if (text.length > MOST_CHARACTERS)
    return refused(problemAt(start, 'ruleTooLong', { most: MOST_CHARACTERS, given: text.length }));
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return refused(problemAt(positionAt(text, deep), 'ruleTooDeep', { most: MOST_DEPTH }));
  try {
    // The parser wants a line end behind a comment.
    return readSyntax(parse(`${text}\n`), {
      positionOf: (offset) => positionAt(text, offset),
      mostDepth: MOST_DEPTH,
      mostParts: MOST_PARTS,
    });
  } catch (thrown) {
    return refused(syntaxProblem(thrown));
  }
}

export function problemAt(
  at: Position,
  code: RuleProblemCode,
  details: RuleProblem['details'] = {},
): RuleProblem {
  return { code, line: at.line, column: at.column, details };
}

/** Where brackets stand deeper in one another than allowed; texts in quotation marks count too, which does no harm. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth > MOST_DEPTH) return index;
  }
  return undefined;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

type ParserError = {
  readonly name?: unknown;
  readonly found?: unknown;
  readonly location?: { readonly start?: { readonly line?: unknown; readonly column?: unknown } };
};

/** The parser stops behind the last thing that it understood. */
function syntaxProblem(thrown: unknown): RuleProblem {
  if (thrown instanceof RangeError)
    return problemAt({ line: 1, column: 1 }, 'ruleTooDeep', { most: MOST_DEPTH });
  if (!(thrown instanceof Error)) throw thrown;
  const { found, location } = thrown as ParserError;
  const at = {
    line: Number(location?.start?.line ?? 1),
    column: Number(location?.start?.column ?? 1),
  };
  if (thrown.message.includes('reserved identifier')) return problemAt(at, 'reservedWord');
  return problemAt(at, 'ruleSyntax', { found: typeof found === 'string' ? found.trim() : '' });
}
