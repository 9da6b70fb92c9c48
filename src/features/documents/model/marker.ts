import type { MarkerKind } from './clause.ts';
import { enclosedNumber, HAN, parseHanNumber, withPlainDigits } from './numerals.ts';

/** A number at the beginning of a line. */
export type Marker = {
  readonly kind: MarkerKind;
  /** Undefined where the number itself is lost, as in `()` or `、`. */
  readonly value: number | undefined;
  /** Of `dotted` numbers the numbers before the last: 2.3.1 has [2, 3]. */
  readonly within?: readonly number[];
  /** As printed, with its brackets. */
  readonly printed: string;
  readonly rest: string;
  /** The number is damaged (a bracket or the mark after it is missing): it counts only where it is expected. */
  readonly broken: boolean;
};

type Reading = Omit<Marker, 'printed' | 'rest'>;
type Reader = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Reading | undefined;
};

const OPEN = '[(（〔【\\[]';
const CLOSE = '[)）〕】\\]]';
const STOP = '[、.．﹒，,：:]';
// After a decimal such as 5.5 or 20.3 comes what it counts.
const UNITS = '[万亿千百%％‰个人户元条家公里年月日亩米吨度倍所名只头项类次分]';

const readers: readonly Reader[] = [
  {
    // A reference such as 第三条规定 at the beginning of a broken line is no article.
    pattern: new RegExp(
      `^第\\s*(${HAN}|\\d{1,3})\\s*([编章节条])(?:[、.．：:]|\\s|(?=[【「]))\\s*`,
    ),
    read: ([, number = '', unit = '']) => article(number, unit),
  },
  {
    pattern: new RegExp(
      `^第\\s*(${HAN}|\\d{1,3})\\s*([编章节条])(?![规的所、，,和及中款项之第至与或])(?=[^\\d\\s])`,
    ),
    read: ([, number = '', unit = '']) => broken(article(number, unit)),
  },
  {
    pattern: new RegExp(`^(${HAN})\\s*[、.．﹑､]\\s*`),
    read: ([, number = '']) => han('han', number),
  },
  {
    pattern: new RegExp(`^${OPEN}\\s*(${HAN})\\s*${CLOSE}\\s*${STOP}?\\s*`),
    read: ([, number = '']) => han('hanParenthesised', number),
  },
  {
    pattern: new RegExp(
      `^(?:${OPEN}\\s*(${HAN})\\s*[、.．]|${OPEN}\\s*(${HAN})\\s+|(${HAN})\\s*${CLOSE}[、.．]?)\\s*`,
    ),
    read: ([, one, two, three]) => broken(han('hanParenthesised', one ?? two ?? three ?? '')),
  },
  {
    pattern: /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?![\d.．])[、.．]?\s*/,
    read: ([, number = '']) => {
      const values = number.split(/[.．]/).map(Number);
      return { kind: 'dotted', value: values.at(-1), within: values.slice(0, -1), broken: false };
    },
  },
  {
    // 1.2 may be a decimal; 1.2016年 and 1、3个 are not.
    pattern: /^(\d{1,3})\s*(?:、|[.．﹒](?![\d.．])|[.．﹒](?=(?:19|20)\d{2}年))\s*/,
    read: ([, number]) => ({ kind: 'digit', value: Number(number), broken: false }),
  },
  {
    pattern: new RegExp(`^${OPEN}\\s*(\\d{1,3})\\s*${CLOSE}\\s*${STOP}?\\s*`),
    read: ([, number]) => ({ kind: 'digitParenthesised', value: Number(number), broken: false }),
  },
  {
    pattern: new RegExp(`^(\\d{1,3})\\s*[)）]\\s*`),
    read: ([, number]) => ({ kind: 'digitParenthesised', value: Number(number), broken: false }),
  },
  { pattern: /^[(（]\s*[)）]\s*[、.．]?\s*/, read: () => lost('hanParenthesised') },
  { pattern: /^、\s*(?=\S)/, read: () => lost('han') },
  { pattern: /^[.．]\s*(?=\p{Script=Han})/u, read: () => lost('digit') },
  { pattern: new RegExp(`^(${HAN})是(?=\\S)`), read: ([, number = '']) => han('ordinal', number) },
  {
    pattern: new RegExp(`^第(${HAN})[，,、:：]\\s*`),
    read: ([, number = '']) => han('ordinal', number),
  },
  {
    pattern: new RegExp(`^(${HAN})\\s+(?=\\p{Script=Han})`, 'u'),
    read: ([, number = '']) => broken(han('han', number)),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})\\s+(?=\\p{Script=Han})(?!${UNITS})`, 'u'),
    read: ([, number]) => ({ kind: 'digit', value: Number(number), broken: true }),
  },
];

const LONGEST_NUMBER = 24;
const mayBegin = /^[\d０-９(（〔【[、.．第零〇一二三四五六七八九十百]/;

/** Reads the number that a line begins with. What it means is known only beside its neighbours. */
export function markerOf(line: string): Marker | undefined {
  const enclosed = readEnclosed(line);
  if (enclosed !== undefined) return enclosed;
  if (!mayBegin.test(line)) return undefined;
  const head = withPlainDigits(line.slice(0, LONGEST_NUMBER));
  for (const { pattern, read } of readers) {
    const match = pattern.exec(head);
    const reading = match === null ? undefined : read(match);
    if (match === null || reading === undefined) continue;
    const printed = line.slice(0, match[0].length);
    const rest = line.slice(match[0].length);
    if (isDecimal(match[0], rest)) return undefined;
    return { ...reading, printed: printed.trim(), rest };
  }
  return undefined;
}

const decimal = /^\d+[.．]\d+$/;
const unit = new RegExp(`^${UNITS}`);

function isDecimal(number: string, rest: string): boolean {
  return decimal.test(number) && unit.test(rest);
}

function article(number: string, named: string): Reading | undefined {
  const kinds: Readonly<Record<string, MarkerKind>> = {
    编: 'part',
    章: 'chapter',
    节: 'section',
    条: 'article',
  };
  const kind = kinds[named];
  const value = /^\d/.test(number) ? Number(number) : parseHanNumber(number);
  return kind === undefined || value === undefined ? undefined : { kind, value, broken: false };
}

function han(kind: MarkerKind, number: string): Reading | undefined {
  const value = parseHanNumber(number);
  return value === undefined ? undefined : { kind, value, broken: false };
}

function broken(reading: Reading | undefined): Reading | undefined {
  return reading === undefined ? undefined : { ...reading, broken: true };
}

function lost(kind: MarkerKind): Reading {
  return { kind, value: undefined, broken: false };
}

const enclosedKinds = {
  circled: 'circled',
  parenthesised: 'digitParenthesised',
  dotted: 'digit',
  hanParenthesised: 'hanParenthesised',
} as const;

function readEnclosed(line: string): Marker | undefined {
  const [first = ''] = line;
  const found = enclosedNumber(first);
  if (found === undefined) return undefined;
  const rest = line.slice(first.length).replace(/^[、.．]?\s*/, '');
  return {
    kind: enclosedKinds[found.kind],
    value: found.value,
    printed: first,
    rest,
    broken: false,
  };
}
