import type { z } from 'zod';
import { isPackErrorCode, type PackErrorCode } from './error-codes.ts';
import { inside, type PackError, type Place } from './pack.ts';
import { nearestWord } from './suggestion.ts';

type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** A schema behind defaults, transformations and the like. */
function bare(schema: Schema | undefined): Schema | undefined {
  const definition = schema?._zod.def as
    | { type: string; innerType?: Schema; in?: Schema }
    | undefined;
  const behind = definition?.innerType ?? definition?.in;
  return behind === undefined ? schema : bare(behind);
}

function within(schema: Schema | undefined, step: string | number): Schema[] {
  const definition = bare(schema)?._zod.def as
    | { shape?: Record<string, Schema>; element?: Schema; options?: Schema[]; valueType?: Schema }
    | undefined;
  if (definition?.options !== undefined)
    return definition.options.flatMap((option) => within(option, step));
  const next = definition?.shape?.[String(step)] ?? definition?.element ?? definition?.valueType;
  return next === undefined ? [] : [next];
}

/** The keys that the format knows at a place. */
export function knownKeys(schema: Schema, path: Path): string[] {
  const [step, ...rest] = path;
  if (step !== undefined) return within(schema, step).flatMap((next) => knownKeys(next, rest));
  const definition = bare(schema)?._zod.def as
    | { shape?: Record<string, Schema>; options?: Schema[] }
    | undefined;
  const own = Object.keys(definition?.shape ?? {});
  return [...own, ...(definition?.options ?? []).flatMap((option) => knownKeys(option, []))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

type Issue = z.core.$ZodIssue;
type Reading = { readonly schema: Schema; readonly value: unknown; readonly at: Place };

/** What a format found wrong with one entry, as errors of a pack. */
export function formatErrors(issues: readonly Issue[], reading: Reading): PackError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], reading));
}

function errorsOf(issue: Issue, above: Path, reading: Reading): PackError[] {
  const path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const at = inside(reading.at, ...path);
  const written = valueAt(reading.value, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      valueAt(written, [key]) === undefined && key.includes(' ')
        ? { at: inside(at, key), code: 'commaInText', details: { text: key } }
        : unknownKey(key, { path, at, schema: reading.schema }),
    );
  }
  if (written === undefined && issue.code !== 'custom') {
    const key = String(path.at(-1) ?? '');
    return [{ at: inside(reading.at, ...path.slice(0, -1)), code: 'missingKey', details: { key } }];
  }
  if (issue.code === 'invalid_union') return unionErrors(issue, path, reading);
  return [{ at, ...worded(issue, written) }];
}

function unknownKey(
  key: string,
  { path, at, schema }: { path: Path; at: Place; schema: Schema },
): PackError {
  const known = [...new Set(knownKeys(schema, path))];
  const suggestion = nearestWord(key, known);
  return {
    at: inside(at, key),
    code: suggestion === undefined ? 'unknownKey' : 'unknownKeySuggested',
    details: { key, suggestion, known: known.join(', ') },
  };
}

/** Of several forms the one that fits best says what is wrong. */
function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  reading: Reading,
): PackError[] {
  const written = valueAt(reading.value, path);
  const [best] = issue.errors.toSorted((one, other) => badness(one) - badness(other));
  if (best === undefined) {
    const known = knownKeys(reading.schema, path);
    return [
      {
        at: inside(reading.at, ...path),
        code: 'unknownForm',
        details: { written: show(written), known: known.join(', ') },
      },
    ];
  }
  return best.flatMap((each) => errorsOf(each, path, reading));
}

/** A form of another shape altogether fits worse than one with a wrong word in it. */
function badness(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + 1 + (issue.path.length === 0 ? 2 : 0), 0);
}

function worded(issue: Issue, written: unknown): Pick<PackError, 'code' | 'details'> {
  switch (issue.code) {
    case 'custom': {
      const { problem, details } = (issue.params ?? {}) as {
        problem?: PackErrorCode;
        details?: Record<string, unknown>;
      };
      return { code: problem ?? 'wrongForm', details: details ?? {} };
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const suggestion = nearestWord(show(written), allowed);
      return {
        code: suggestion === undefined ? 'unknownWord' : 'unknownWordSuggested',
        details: { written: show(written), suggestion, allowed: allowed.join(', ') },
      };
    }
    case 'invalid_format':
      return {
        code: isPackErrorCode(issue.message) ? issue.message : 'wrongForm',
        details: { written: show(written) },
      };
    case 'too_big':
      return {
        code: issue.origin === 'array' ? 'tooMany' : 'tooLong',
        details: { most: issue.maximum },
      };
    case 'too_small':
      return {
        code: issue.origin === 'array' ? 'tooFew' : 'tooShort',
        details: { least: issue.minimum },
      };
    case 'invalid_key':
      return { code: 'idWrong', details: { written: String(issue.path.at(-1) ?? '') } };
    case 'invalid_type':
      return { code: shapeWanted(issue.expected), details: { written: show(written) } };
    default:
      return { code: 'wrongForm', details: {} };
  }
}

function shapeWanted(expected: string): PackErrorCode {
  if (expected === 'array') return 'listWanted';
  return expected === 'object' || expected === 'record' ? 'mapWanted' : 'textWanted';
}

const MOST_SHOWN = 60;

function show(written: unknown): string {
  const text = typeof written === 'string' ? written : JSON.stringify(written ?? '');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
