import { polyphonic } from 'pinyin-pro';
import { levelOf, levels, type RegionCode } from '../../../kernel/region-code.ts';
import type { KnownDivision } from '../model/edition.ts';

/**
 * All divisions in memory, for search at a key press: flat arrays in the order of the codes
 * (depth first), so that a subtree is a range of records. About 45 MB for the whole country.
 * Why not in PostgreSQL: README.md, section Search.
 */
export type DivisionIndex = {
  readonly count: number;
  /** Code and level of each record as one sortable number (`keyOf`). */
  readonly keys: Float64Array;
  /** Each record's level, as its place in the kernel's `levels`. */
  readonly levels: Uint8Array;
  /** All names one after the other in UTF-16, record r from `starts[r]` to `starts[r + 1]`. */
  readonly text: Uint16Array;
  readonly starts: Uint32Array;
  /** 1 for a placeholder. */
  readonly placeholders: Uint8Array;
  /** Records whose name contains a UTF-16 unit. */
  readonly byUnit: Groups;
  /** Records whose name may begin with a letter when read in pinyin (0 is `a`). */
  readonly byLetter: Groups;
  /** Letters with which a unit's readings begin, one bit each; several for 重 (chong, zhong). */
  readonly letters: Uint32Array;
};

/** Records by key, ascending: those of key k from `heads[k]` to `heads[k + 1]`. */
export type Groups = { readonly heads: Uint32Array; readonly records: Uint32Array };

const UNITS = 65_536;
const LETTERS = 26;
const LEVELS_PER_CODE = 8;
const codeLengths = [0, 2, 4, 6, 9, 12] as const;

/** Sorts like the codes themselves: a region before what lies in it, by the digits otherwise. */
export function keyOf(code: RegionCode): number {
  return leastKeyOf(code) + levels.indexOf(levelOf(code));
}

/** The least key of any code that begins with these digits, whole segments or not. */
export function leastKeyOf(digits: string): number {
  return Number(digits.padEnd(12, '0')) * LEVELS_PER_CODE;
}

/** How many keys lie between codes that differ by one in their last digit. */
export function keysPerLastDigit(length: number): number {
  return 10 ** (12 - length) * LEVELS_PER_CODE;
}

export function codeLengthOfLevel(level: number): number {
  return codeLengths[level] ?? 0;
}

export function codeOfRecord(index: DivisionIndex, record: number): RegionCode {
  const digits = String(Math.floor((index.keys[record] ?? 0) / LEVELS_PER_CODE)).padStart(12, '0');
  return digits.slice(0, codeLengthOfLevel(index.levels[record] ?? 0)) as RegionCode;
}

/** Builds the index from batches in the order of the codes; ended divisions are left out. */
export async function buildDivisionIndex(
  batches: AsyncIterable<readonly KnownDivision[]>,
): Promise<DivisionIndex> {
  let keys = new Float64Array(1024);
  let text = new Uint16Array(8192);
  let starts = new Uint32Array(1024);
  let levelIndexes = new Uint8Array(1024);
  let placeholders = new Uint8Array(1024);
  let count = 0;
  let length = 0;
  for await (const batch of batches) {
    for (const division of batch) {
      if (division.ended) continue;
      if (count + 1 >= keys.length) {
        keys = enlarged(keys);
        starts = enlarged(starts);
        levelIndexes = enlarged(levelIndexes);
        placeholders = enlarged(placeholders);
      }
      const { name } = division;
      if (length + name.length > text.length) text = enlarged(text);
      keys[count] = keyOf(division.code);
      levelIndexes[count] = levels.indexOf(levelOf(division.code));
      placeholders[count] = division.class === 'placeholder' ? 1 : 0;
      for (let at = 0; at < name.length; at += 1) text[length + at] = name.charCodeAt(at);
      length += name.length;
      count += 1;
      starts[count] = length;
    }
  }
  const flat = {
    count,
    keys: keys.slice(0, count),
    levels: levelIndexes.slice(0, count),
    text: text.slice(0, length),
    starts: starts.slice(0, count + 1),
    placeholders: placeholders.slice(0, count),
  };
  const letters = lettersOfUnits(flat.text);
  return {
    ...flat,
    letters,
    byUnit: groupBy(UNITS, (visit) => visitUnits(flat, visit)),
    byLetter: groupBy(LETTERS, (visit) => visitFirstLetters(flat, letters, visit)),
  };
}

function enlarged<Numbers extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  numbers: Numbers,
): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  larger.set(numbers as never);
  return larger;
}

type FlatNames = Pick<DivisionIndex, 'count' | 'text' | 'starts'>;
type Visit = (key: number, record: number) => void;

/** Runs over the same pairs twice: once to count, once to fill. */
function groupBy(size: number, forEachPair: (visit: Visit) => void): Groups {
  const heads = new Uint32Array(size + 1);
  forEachPair((key) => {
    heads[key + 1] = (heads[key + 1] ?? 0) + 1;
  });
  for (let key = 0; key < size; key += 1)
    heads[key + 1] = (heads[key + 1] ?? 0) + (heads[key] ?? 0);
  const records = new Uint32Array(heads[size] ?? 0);
  const next = heads.slice();
  forEachPair((key, record) => {
    const at = next[key] ?? 0;
    records[at] = record;
    next[key] = at + 1;
  });
  return { heads, records };
}

/** Each unit of a name once, though the name may hold it twice. */
function visitUnits({ count, text, starts }: FlatNames, visit: Visit): void {
  const lastRecord = new Int32Array(UNITS).fill(-1);
  for (let record = 0; record < count; record += 1) {
    const end = starts[record + 1] ?? 0;
    for (let at = starts[record] ?? 0; at < end; at += 1) {
      const unit = text[at] ?? 0;
      if (lastRecord[unit] === record) continue;
      lastRecord[unit] = record;
      visit(unit, record);
    }
  }
}

function visitFirstLetters(
  { count, text, starts }: FlatNames,
  letters: Uint32Array,
  visit: Visit,
): void {
  for (let record = 0; record < count; record += 1) {
    const bits = letters[text[starts[record] ?? 0] ?? 0] ?? 0;
    for (let letter = 0; letter < LETTERS; letter += 1) {
      if ((bits >>> letter) & 1) visit(letter, record);
    }
  }
}

/** Looks each distinct character up once; some five thousand serve all names of the country. */
function lettersOfUnits(text: Uint16Array): Uint32Array {
  const letters = new Uint32Array(UNITS);
  const seen = new Uint8Array(UNITS);
  for (const unit of text) {
    if (seen[unit] === 1) continue;
    seen[unit] = 1;
    const [readings = []] = polyphonic(String.fromCharCode(unit), {
      toneType: 'none',
      type: 'array',
    });
    for (const reading of readings) {
      const letter = reading.toLowerCase().charCodeAt(0) - 97;
      if (letter >= 0 && letter < LETTERS) letters[unit] = (letters[unit] ?? 0) | (1 << letter);
    }
  }
  return letters;
}
