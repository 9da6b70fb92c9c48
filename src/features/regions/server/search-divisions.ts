import { type Level, levels, parentOf, type RegionCode } from '../../../kernel/region-code.ts';
import { type Division, fullNameOf } from '../model/division.ts';
import type { RegionHit, RegionQuery } from '../model/search.ts';
import {
  codeLengthOfLevel,
  codeOfRecord,
  type DivisionIndex,
  type Groups,
  keyOf,
  keysPerLastDigit,
  leastKeyOf,
} from './division-index.ts';

/** How well a name answers, best first; the order of the list of hits. */
const match = { exact: 0, exactBarSuffix: 1, prefix: 2, initials: 3, infix: 4 } as const;

// A rank is one number, most significant first: outside the scope (1 bit), match (3), level (3),
// placeholder (1), length of the name (6), record (20).
const RECORDS = 2 ** 20;
const LENGTHS = 64;

// What follows the name proper: 柳溪[县], 东湖渔业[村村民委员会], 甘孜[藏族自治州].
const administrativeSuffix =
  /^(?:[省市盟县区旗镇乡村]|地区|特别行政区|林区|新区|.{0,12}自治[区州县旗]|.{0,8}族乡|街道(?:办事处)?|苏木|嘎查|社区|村?(?:社区)?(?:居民|村民|居|村)?委(?:员)?会)$/u;
const LONGEST_SUFFIX = 16;

/** The best answers among all divisions, without asking the database. */
export function searchDivisions(index: DivisionIndex, query: RegionQuery): RegionHit[] {
  const text = normalizeQuery(query.text);
  if (text === '') return [];
  const best = bestOf(query.limit);
  const search = prepare(index, query, best);
  matchNames(search, text);
  if (/^\d{1,12}$/.test(text)) matchCodes(search, text);
  if (/^[a-z]+$/i.test(text)) matchInitials(search, text.toLowerCase());
  const records = new Set(best.ranks().map((rank) => rank % RECORDS));
  return [...records].map((record) => hitOf(index, record));
}

/** As names are written in the list: narrow letters and digits, wide brackets, no blanks. */
function normalizeQuery(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

type Best = {
  /** False for a rank that would not be kept. */
  wants: (rank: number) => boolean;
  offer: (rank: number) => void;
  ranks: () => number[];
};

/** Keeps the `limit` smallest numbers it is offered. */
function bestOf(limit: number): Best {
  const ranks: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  return {
    wants: (rank) => rank < worst,
    offer: (rank) => {
      if (rank >= worst) return;
      let at = ranks.length;
      while (at > 0 && (ranks[at - 1] ?? 0) > rank) at -= 1;
      ranks.splice(at, 0, rank);
      if (ranks.length > limit) ranks.pop();
      if (ranks.length === limit) worst = ranks[limit - 1] ?? worst;
    },
    ranks: () => ranks,
  };
}

type Range = { from: number; to: number };

type Search = {
  index: DivisionIndex;
  /** Only these records are looked at. */
  within: Range;
  best: Best;
  /**
   * The record's rank if it matches so well; infinite if its level is not the one wanted. `length`
   * puts short names before long ones; 0 leaves the order to the codes.
   */
  rankOf: (record: number, quality: number, length: number) => number;
};

function prepare(index: DivisionIndex, query: RegionQuery, best: Best): Search {
  const scope = subtree(index, query.scope ?? ('' as RegionCode));
  const wantedLevel = query.level === undefined ? -1 : levels.indexOf(query.level);
  const { placeholders } = index;
  return {
    index,
    within: subtree(index, query.within ?? ('' as RegionCode)),
    best,
    rankOf: (record, quality, length) => {
      const level = index.levels[record] ?? 0;
      if (wantedLevel !== -1 && level !== wantedLevel) return Number.POSITIVE_INFINITY;
      const outside = record < scope.from || record >= scope.to ? 1 : 0;
      const head = ((outside * 8 + quality) * 8 + level) * 2 + (placeholders[record] ?? 0);
      return (head * LENGTHS + length) * RECORDS + record;
    },
  };
}

/** The records of a region and all that lies in it. */
function subtree(index: DivisionIndex, code: RegionCode): Range {
  if (code === '') return { from: 0, to: index.count };
  const everywhere = { from: 0, to: index.count };
  return {
    from: firstAtLeast(index.keys, keyOf(code), everywhere),
    to: firstAtLeast(index.keys, leastKeyOf(code) + keysPerLastDigit(code.length), everywhere),
  };
}

function firstAtLeast(
  sorted: Float64Array | Uint32Array,
  value: number,
  { from, to }: Range,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The members of a group that lie within the range of records, as positions in `groups.records`. */
function membersOf(groups: Groups, key: number, within: Range): Range {
  const group = { from: groups.heads[key] ?? 0, to: groups.heads[key + 1] ?? 0 };
  return {
    from: firstAtLeast(groups.records, within.from, group),
    to: firstAtLeast(groups.records, within.to, group),
  };
}

/** Names that contain the text: looks only at those that contain its rarest character. */
function matchNames({ index, within, best, rankOf }: Search, wanted: string): void {
  const units = Array.from({ length: wanted.length }, (_, at) => wanted.charCodeAt(at));
  const [rarest] = units
    .map((unit) => membersOf(index.byUnit, unit, within))
    .sort((one, other) => one.to - one.from - (other.to - other.from));
  if (rarest === undefined) return;
  const { text, starts, byUnit } = index;
  for (let at = rarest.from; at < rarest.to; at += 1) {
    const record = byUnit.records[at] ?? 0;
    const start = starts[record] ?? 0;
    const end = starts[record + 1] ?? 0;
    const length = end - start;
    if (standsAt(units, text, start)) {
      if (length < units.length || !best.wants(rankOf(record, match.exact, length))) continue;
      best.offer(
        rankOf(record, qualityOfPrefix(text, { from: start + units.length, to: end }), length),
      );
    } else {
      // Half a million names hold 村: the rank is cheaper to know than the place.
      const rank = rankOf(record, match.infix, length);
      if (best.wants(rank) && standsWithin(units, text, { from: start + 1, to: end }))
        best.offer(rank);
    }
  }
}

function standsAt(units: readonly number[], text: Uint16Array, at: number): boolean {
  for (let same = 0; same < units.length; same += 1) {
    if (text[at + same] !== units[same]) return false;
  }
  return true;
}

function standsWithin(units: readonly number[], text: Uint16Array, { from, to }: Range): boolean {
  for (let at = from; at <= to - units.length; at += 1) {
    if (standsAt(units, text, at)) return true;
  }
  return false;
}

/** `rest` is what follows the text in a name that begins with it. */
function qualityOfPrefix(text: Uint16Array, rest: Range): number {
  if (rest.from === rest.to) return match.exact;
  if (rest.to - rest.from > LONGEST_SUFFIX) return match.prefix;
  const suffix = String.fromCharCode(...text.subarray(rest.from, rest.to));
  return administrativeSuffix.test(suffix) ? match.exactBarSuffix : match.prefix;
}

function matchCodes({ index, within, best, rankOf }: Search, digits: string): void {
  const first = leastKeyOf(digits);
  const to = firstAtLeast(index.keys, first + keysPerLastDigit(digits.length), within);
  for (let record = firstAtLeast(index.keys, first, within); record < to; record += 1) {
    // 4400 is no beginning of 44, though both fill up to the same twelve digits.
    const length = codeLengthOfLevel(index.levels[record] ?? 0);
    if (length < digits.length) continue;
    best.offer(rankOf(record, length === digits.length ? match.exact : match.prefix, 0));
  }
}

/** Names whose characters may be read so that they begin with these letters. */
function matchInitials({ index, within, best, rankOf }: Search, initials: string): void {
  const { text, starts, letters, byLetter } = index;
  const wanted = Array.from(initials, (letter) => letter.charCodeAt(0) - 97);
  const members = membersOf(byLetter, wanted[0] ?? 0, within);
  for (let at = members.from; at < members.to; at += 1) {
    const record = byLetter.records[at] ?? 0;
    const start = starts[record] ?? 0;
    const length = (starts[record + 1] ?? 0) - start;
    if (length < wanted.length) continue;
    let same = 1;
    while (
      same < wanted.length &&
      ((letters[text[start + same] ?? 0] ?? 0) >>> (wanted[same] ?? 0)) & 1
    )
      same += 1;
    if (same === wanted.length) best.offer(rankOf(record, match.initials, length));
  }
}

function hitOf(index: DivisionIndex, record: number): RegionHit {
  const division = divisionAt(index, record);
  const above: Division[] = [];
  for (
    let code = parentOf(division.code);
    code !== undefined && code !== '';
    code = parentOf(code)
  ) {
    const at = firstAtLeast(index.keys, keyOf(code), { from: 0, to: index.count });
    if (index.keys[at] === keyOf(code)) above.unshift(divisionAt(index, at));
  }
  const level: Level = levels[index.levels[record] ?? 0] ?? 'nation';
  return { code: division.code, name: division.name, level, fullName: fullNameOf(division, above) };
}

function divisionAt(index: DivisionIndex, record: number): Division {
  const units = index.text.subarray(index.starts[record], index.starts[record + 1]);
  return {
    code: codeOfRecord(index, record),
    name: String.fromCharCode(...units),
    class: index.placeholders[record] === 1 ? 'placeholder' : null,
  };
}
