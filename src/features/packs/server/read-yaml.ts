import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { PackErrorCode } from '../model/error-codes.ts';

/** Where each part of a file stands. Lines count from 1. */
type Spot = {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly parts: ReadonlyMap<string | number, Spot>;
};

export type YamlFault = {
  readonly line: number;
  readonly code: PackErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
};

export type YamlFile = {
  /** Maps, lists and texts: scalars are not interpreted. Undefined if the file is empty. */
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** The line of a part, or of the nearest part around it that exists. */
  lineOf(path: readonly (string | number)[]): number;
  /** The line of a place in a text, both from 1, however the text is folded in the file. */
  lineInText(
    path: readonly (string | number)[],
    place: { readonly line: number; readonly column: number },
  ): number;
};

/** Bytes of the largest file that is read. */
export const MOST_BYTES = 512 * 1024;
// Brackets within brackets, counted without looking at quotes, so far above what a file needs.
const MOST_BRACKETS = 64;
const MOST_DEPTH = 12;
const MOST_FAULTS = 50;

/** Reads a file of a pack. Never throws for what is in it, and never follows an alias. */
export function readYaml(bytes: Uint8Array): YamlFile {
  if (bytes.byteLength > MOST_BYTES) return fileTooBig(bytes.byteLength);
  const text = decoded(bytes);
  if (text === undefined) return unreadable({ line: 1, code: 'notUtf8', details: {} });
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    return unreadable({ line, code: 'nestedTooDeep', details: { most: MOST_DEPTH } });
  }
  return readText(text);
}

/** What is said of a file that is not even read. */
export function fileTooBig(bytes: number): YamlFile {
  const details = { kilobytes: Math.ceil(bytes / 1024), most: MOST_BYTES / 1024 };
  return unreadable({ line: 1, code: 'fileTooBig', details });
}

/** Where brackets go too deep: the reader goes down into them by recursion. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const found of text.matchAll(/[[{\]}]/g)) {
    const opens = found[0] === '[' || found[0] === '{';
    depth = Math.max(0, depth + (opens ? 1 : -1));
    if (depth > MOST_BRACKETS) return found.index;
  }
  return undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(fault: YamlFault): YamlFile {
  return { value: undefined, faults: [fault], lineOf: () => 1, lineInText: () => 1 };
}

function readText(text: string): YamlFile {
  const counter = new LineCounter();
  const document: Document = parseDocument(text, {
    schema: 'failsafe',
    // Compares every key with every other; keys used twice are found below in one go.
    uniqueKeys: false,
    lineCounter: counter,
    prettyErrors: false,
    // Any more silent, and a second document in the file would be passed over without a word.
    logLevel: 'error',
  });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const syntax = syntaxFaults(document.errors, text, lineAt);
  const reader = readerFor(lineAt);
  const read =
    syntax.length > 0 ? { value: undefined, spot: nowhere } : reader.read(document.contents, 0);
  return {
    value: read.value,
    faults: [...syntax, ...reader.faults],
    lineOf: (path) => spotOf(read.spot, path).line,
    lineInText: (path, place) => {
      const spot = spotOf(read.spot, path);
      const value = path.reduce<unknown>((here, step) => partOf(here, step), read.value);
      if (typeof value !== 'string') return spot.line;
      return lineAt(offsetInSource(text, spot, signsBefore(value, place)));
    },
  };
}

const syntaxCodes: Readonly<Record<string, PackErrorCode>> = {
  BAD_INDENT: 'yamlIndent',
  TAB_AS_INDENT: 'yamlTab',
  MISSING_CHAR: 'yamlUnclosed',
  MULTIPLE_DOCS: 'yamlDocuments',
  MULTILINE_IMPLICIT_KEY: 'yamlIndent',
  BLOCK_AS_IMPLICIT_KEY: 'yamlIndent',
  BAD_ALIAS: 'anchorNotAllowed',
};

/** One fault a line: what follows from it is of no use to anybody. */
function syntaxFaults(
  errors: readonly YAMLError[],
  text: string,
  lineAt: (offset: number) => number,
): YamlFault[] {
  const found = new Map<number, YamlFault>();
  for (const { code, pos } of errors) {
    const line = lineAt(pos[0]);
    if (found.has(line) || found.size >= MOST_FAULTS) continue;
    const indentation = /^\s*/.exec(text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1))?.[0] ?? '';
    const named = indentation.includes('\t') ? 'yamlTab' : syntaxCodes[code];
    found.set(line, { line, code: named ?? 'yamlWrong', details: { reason: code } });
  }
  return [...found.values()];
}

const nowhere: Spot = { line: 1, from: 0, to: 0, parts: new Map() };
type Read = { readonly value: unknown; readonly spot: Spot };

type Reader = {
  readonly faults: YamlFault[];
  read(node: unknown, depth: number): Read;
};

function readerFor(lineAt: (offset: number) => number): Reader {
  const faults: YamlFault[] = [];
  const complain = (
    node: Node,
    code: PackErrorCode,
    details: Record<string, unknown> = {},
  ): void => {
    const line = lineAt(node.range?.[0] ?? 0);
    if (faults.length < MOST_FAULTS) faults.push({ line, code, details });
  };

  const readMap = (node: Node, depth: number, parts: Map<string | number, Spot>): unknown => {
    if (!isMap(node)) return undefined;
    const entries = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        complain(node, 'keyNotText');
        continue;
      }
      const name = String(key.value);
      if (key.anchor !== undefined) complain(key, 'anchorNotAllowed');
      if (key.tag !== undefined) complain(key, 'tagNotAllowed');
      if (entries.has(name)) complain(key, 'keyTwice', { key: name });
      const part = read(value, depth + 1);
      parts.set(name, { ...part.spot, line: lineAt(key.range?.[0] ?? 0) });
      entries.set(name, part.value);
    }
    // A key such as __proto__ becomes an ordinary key of the object.
    return Object.fromEntries(entries);
  };

  const read = (node: unknown, depth: number): Read => {
    if (node === null || node === undefined) return { value: undefined, spot: nowhere };
    const given = node as Node;
    const [from = 0, to = 0] = given.range ?? [];
    const parts = new Map<string | number, Spot>();
    const spot = { line: lineAt(from), from, to, parts };
    if (isAlias(given) || ('anchor' in given && given.anchor !== undefined)) {
      complain(given, 'anchorNotAllowed');
      return { value: undefined, spot };
    }
    if (given.tag !== undefined) complain(given, 'tagNotAllowed');
    if (depth > MOST_DEPTH) {
      complain(given, 'nestedTooDeep', { most: MOST_DEPTH });
      return { value: undefined, spot };
    }
    if (isSeq(given)) {
      const items = given.items.map((item, place) => {
        const part = read(item, depth + 1);
        parts.set(place, part.spot);
        return part.value;
      });
      return { value: items, spot };
    }
    if (!isScalar(given)) return { value: readMap(given, depth, parts), spot };
    const isEmpty = given.type === 'PLAIN' && given.value === '';
    return { value: isEmpty ? undefined : String(given.value), spot };
  };
  return { faults, read };
}

function spotOf(root: Spot, path: readonly (string | number)[]): Spot {
  let spot = root;
  for (const step of path) {
    const next = spot.parts.get(step);
    if (next === undefined) return spot;
    spot = next;
  }
  return spot;
}

function partOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

/** How many signs other than blanks stand before a place in a text. */
function signsBefore(text: string, place: { line: number; column: number }): number {
  const lines = text.split('\n');
  const before = [
    ...lines.slice(0, place.line - 1),
    (lines[place.line - 1] ?? '').slice(0, place.column - 1),
  ];
  return before.join('').replace(/\s/g, '').length;
}

/** Folding changes blanks only: the place in the file is the one after as many signs. */
function offsetInSource(source: string, spot: Spot, signs: number): number {
  const written = source.slice(spot.from, spot.to);
  // The mark of a folded or literal text, such as `>-`, or the opening quote.
  const mark = /^([|>][^\n]*\n|['"])/.exec(written)?.[0].length ?? 0;
  let left = signs;
  for (let at = mark; at < written.length; at += 1) {
    if (/\s/.test(written[at] ?? '')) continue;
    if (left === 0) return spot.from + at;
    left -= 1;
  }
  return spot.from;
}
