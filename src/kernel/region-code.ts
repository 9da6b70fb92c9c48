/**
 * A region is its code: 2 (province), 4 (prefecture), 6 (county), 9 (township) or 12 digits
 * (village), after GB/T 2260 and GB/T 10114. The nation is the empty code. A subtree is a prefix.
 */
export type RegionCode = string & { readonly __regionCode: never };

export const levels = [
  'nation',
  'province',
  'prefecture',
  'county',
  'township',
  'village',
] as const;
export type Level = (typeof levels)[number];

const levelByLength: Record<number, Level> = {
  0: 'nation',
  2: 'province',
  4: 'prefecture',
  6: 'county',
  9: 'township',
  12: 'village',
};

const lengthByLevel: Record<Level, number> = {
  nation: 0,
  province: 2,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
};

export const NATION = '' as RegionCode;

/** Reads a code; undefined unless it is digits of a length that names a level. */
export function parseRegionCode(text: string): RegionCode | undefined {
  if (!/^\d*$/.test(text) || !(text.length in levelByLength)) return undefined;
  return text as RegionCode;
}

/** A code known to be well formed, as in code and tests; throws otherwise. */
export function regionCode(text: string): RegionCode {
  const code = parseRegionCode(text);
  if (code === undefined) throw new Error(`Not a region code: ${text}`);
  return code;
}

export function levelOf(code: RegionCode): Level {
  const level = levelByLength[code.length];
  if (level === undefined) throw new Error(`Not a region code: ${code}`);
  return level;
}

/** The region itself or the one above it at that level; undefined if the level lies below. */
export function ancestorAt(code: RegionCode, level: Level): RegionCode | undefined {
  const length = lengthByLevel[level];
  return length > code.length ? undefined : (code.slice(0, length) as RegionCode);
}

/** The region just above, or undefined for the nation. */
export function parentOf(code: RegionCode): RegionCode | undefined {
  const index = levels.indexOf(levelOf(code));
  const above = levels[index - 1];
  return above === undefined ? undefined : ancestorAt(code, above);
}

/** True if `inner` is `outer` or lies below it. */
export function contains(outer: RegionCode, inner: RegionCode): boolean {
  return inner.startsWith(outer);
}

/**
 * The half-open range of codes that a subtree fills: `from <= code < to` in byte order.
 * `:` is the character after `9`, so no code of the subtree lies outside.
 */
export function rangeOf(code: RegionCode): { from: string; to: string } {
  return code === '' ? { from: '0', to: ':' } : { from: code, to: `${code}:` };
}
