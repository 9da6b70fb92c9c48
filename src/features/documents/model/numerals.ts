const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** The numerals that number clauses in words, as a character class. */
export const HAN = '[零〇一二三四五六七八九十百]{1,7}';

/** Reads 一 to 九百九十九 (also 一百〇三); undefined for what is no number, such as 十十. */
export function parseHanNumber(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let lastUnit = 1_000;
  for (const character of text.replaceAll('〇', '零')) {
    const unit = units[character];
    if (unit !== undefined) {
      if (unit >= lastUnit || (digit === undefined && sum > 0 && unit !== 10)) return undefined;
      sum += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = undefined;
      continue;
    }
    const value = digits.indexOf(character);
    if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
    digit = value;
  }
  const total = sum + (digit ?? 0);
  return total === 0 ? undefined : total;
}

/** Numbers that are one character with their bracket or dot: where each row begins, how many it has. */
const enclosed: readonly {
  from: number;
  count: number;
  kind: 'parenthesised' | 'dotted' | 'circled' | 'hanParenthesised';
  first: number;
}[] = [
  { from: 0x2460, count: 20, kind: 'circled', first: 1 },
  { from: 0x3251, count: 15, kind: 'circled', first: 21 },
  { from: 0x2776, count: 10, kind: 'circled', first: 1 },
  { from: 0x2780, count: 10, kind: 'circled', first: 1 },
  { from: 0x2474, count: 20, kind: 'parenthesised', first: 1 },
  { from: 0x2488, count: 20, kind: 'dotted', first: 1 },
  { from: 0x3220, count: 10, kind: 'hanParenthesised', first: 1 },
];

export type EnclosedNumber = {
  readonly kind: (typeof enclosed)[number]['kind'];
  readonly value: number;
};

/** What a character such as ①, ⑴, ⒈ or ㈠ counts (Unicode: Enclosed Alphanumerics, Dingbats, Enclosed CJK). */
export function enclosedNumber(character: string): EnclosedNumber | undefined {
  const code = character.codePointAt(0) ?? 0;
  const row = enclosed.find(({ from, count }) => code >= from && code < from + count);
  return row === undefined ? undefined : { kind: row.kind, value: code - row.from + row.first };
}

/** Full-width digits and the dot between them as ASCII, one character for one. */
export function withPlainDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
