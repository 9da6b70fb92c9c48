import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts';
import {
  ancestorAt,
  contains,
  levelOf,
  parentOf,
  type RegionCode,
  regionCode,
} from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import {
  type Division,
  FICTIONAL_PROVINCE,
  fullNameOf,
  provincesOutsideList,
} from '../model/division.ts';
import { parseDivisions } from '../model/division-file.ts';
import { compareEditions, type EditionChanges, type KnownDivision } from '../model/edition.ts';
import { FICTIONAL_FROM, fictionalDivisions } from '../model/willow.ts';
import * as store from './division-store.ts';
import { findExistingCodes } from './store.ts';

const DIVISIONS_FOLDER = join(import.meta.dirname, '../../../../db/divisions');

// The name under which the list of the fictional province is remembered.
const FICTIONAL_EDITION = 'fictional';
// The code standard itself, for provinces that the national lists leave out.
const STANDARD_EDITION = 'GB/T 2260';
const STANDARD_PUBLISHED = plainDate('2007-11-14');
const NATION_NAME = '全国';
const LINES_PER_CHUNK = 2000;

/** Told after every few thousand rows. */
export type Progress = (done: number, total: number) => void;

export type LoadReport = {
  edition: string;
  /** Nothing was done, for this list or a later one is there already. */
  alreadyThere: boolean;
  added: number;
  changed: number;
  ended: number;
};

/** A national list to load: what it is called, its cut-off day, and the text of division-file.ts. */
export type NationalList = {
  edition: string;
  cutOff: PlainDate;
  /** Asked for only if the list is not there already. */
  readText: () => Promise<string>;
  successors?: ReadonlyMap<RegionCode, RegionCode>;
};

/** The national list that comes with the product (db/divisions/README.md). */
export const shippedList: NationalList = {
  edition: '2023',
  cutOff: plainDate('2023-06-30'),
  readText: async () => {
    const packed = await readFile(join(DIVISIONS_FOLDER, '2023.tsv.br'));
    return (await promisify(brotliDecompress)(packed)).toString('utf8');
  },
};

/**
 * Loads a national list in the caller's transaction, as the owner of the tables. Into an empty
 * database it copies everything; over an earlier list it adds, renames and ends divisions as of the
 * cut-off day. A list that is there already, or an older one, changes nothing.
 */
export async function loadNationalList(
  tx: Transaction,
  list: NationalList,
  now: string,
  progress: Progress = () => undefined,
): Promise<LoadReport> {
  await store.lockLoading(tx);
  const national = (await store.findEditions(tx)).filter(
    ({ edition }) => edition !== FICTIONAL_EDITION && edition !== STANDARD_EDITION,
  );
  const report = { edition: list.edition, alreadyThere: false, added: 0, changed: 0, ended: 0 };
  if (national.some((edition) => edition.cut_off >= list.cutOff))
    return { ...report, alreadyThere: true };

  const next = [...parseDivisions(await list.readText())];
  const counts =
    national.length === 0
      ? await copyAll(tx, { divisions: next, from: null }, progress)
      : await applyChanges(tx, { ...list, next }, progress);
  await remember(tx, { edition: list.edition, cutOff: list.cutOff, divisions: next.length, now });
  return { ...report, ...counts };
}

/** Inserts the fictional province (99): Willow County and Lakeside County. Twice is once. */
export async function loadFictionalDivisions(tx: Transaction, now: string): Promise<void> {
  await store.lockLoading(tx);
  const editions = await store.findEditions(tx);
  if (editions.some(({ edition }) => edition === FICTIONAL_EDITION)) return;
  const divisions = fictionalDivisions();
  await copyAll(tx, { divisions, from: FICTIONAL_FROM }, () => undefined);
  const cutOff = plainDate(FICTIONAL_FROM);
  await remember(tx, { edition: FICTIONAL_EDITION, cutOff, divisions: divisions.length, now });
}

/**
 * Inserts the provinces that the national lists leave out: Taiwan, Hong Kong and Macao. Twice is
 * once, and one that a list brought is left as it is.
 */
export async function loadProvincesOutsideList(tx: Transaction, now: string): Promise<void> {
  await store.lockLoading(tx);
  const editions = await store.findEditions(tx);
  if (editions.some(({ edition }) => edition === STANDARD_EDITION)) return;
  const codes = provincesOutsideList.map(({ code }) => code);
  const there = await findExistingCodes(tx, codes);
  const divisions = provincesOutsideList.filter(({ code }) => !there.has(code));
  await copyAll(tx, { divisions, from: null }, () => undefined);
  const listed = { edition: STANDARD_EDITION, cutOff: STANDARD_PUBLISHED };
  await remember(tx, { ...listed, divisions: divisions.length, now });
}

async function remember(
  tx: Transaction,
  loaded: { edition: string; cutOff: PlainDate; divisions: number; now: string },
): Promise<void> {
  await store.insertEdition(tx, {
    id: newId(),
    edition: loaded.edition,
    cut_off: loaded.cutOff,
    divisions: loaded.divisions,
    loaded_at: loaded.now,
  });
  await store.analyzeDivisions(tx);
}

type Counts = Pick<LoadReport, 'added' | 'changed' | 'ended'>;

/** `from` is the first day of these divisions; null if they were there before the first list. */
async function copyAll(
  tx: Transaction,
  input: {
    divisions: readonly Division[];
    from: string | null;
    above?: ReadonlyMap<RegionCode, Division>;
  },
  progress: Progress,
): Promise<Counts> {
  const { divisions, from } = input;
  const regions = divisions.filter(({ code }) => code.length < 12);
  const villages = divisions.filter(({ code }) => code.length === 12);
  const byCode = new Map(input.above ?? regions.map((region) => [region.code, region]));
  const total = divisions.length;
  await store.insertNation(tx, NATION_NAME);
  const regionLines = inChunks(regions, (region) => regionLine(region, byCode, from));
  await store.copyRegions(
    tx,
    reporting(regionLines, (done) => progress(done, total)),
  );
  const villageLines = inChunks(villages, (village) => villageLine(village, from));
  await store.copyVillages(
    tx,
    reporting(villageLines, (done) => progress(regions.length + done, total)),
  );
  return { added: total, changed: 0, ended: 0 };
}

type Chunk = { text: string; rows: number };

function* inChunks(
  divisions: readonly Division[],
  toLine: (division: Division) => string,
): Generator<Chunk> {
  for (let at = 0; at < divisions.length; at += LINES_PER_CHUNK) {
    const chunk = divisions.slice(at, at + LINES_PER_CHUNK);
    yield { text: chunk.map(toLine).join(''), rows: chunk.length };
  }
}

function* reporting(chunks: Iterable<Chunk>, sent: (done: number) => void): Generator<string> {
  let done = 0;
  for (const { text, rows } of chunks) {
    yield text;
    done += rows;
    sent(done);
  }
}

/** One line for COPY; `\N` is its null. */
function regionLine(
  region: Division,
  byCode: ReadonlyMap<RegionCode, Division>,
  from: string | null,
): string {
  const { code, name } = region;
  const fullName = fullNameOf(region, ancestorsOf(code, byCode));
  return line([code, levelOf(code), name, fullName, parentOf(code) ?? null, region.class, from]);
}

function villageLine({ code, name, class: kind }: Division, from: string | null): string {
  return line([code.slice(0, 6), code, name, kind, from]);
}

function line(fields: readonly (string | null)[]): string {
  return `${fields.map((field) => field ?? '\\N').join('\t')}\n`;
}

function ancestorsOf(code: RegionCode, byCode: ReadonlyMap<RegionCode, Division>): Division[] {
  const ancestors: Division[] = [];
  for (let above = parentOf(code); above !== undefined && above !== ''; above = parentOf(above)) {
    const found = byCode.get(above);
    if (found === undefined) throw new Error(`The list of divisions has ${code} without ${above}`);
    ancestors.unshift(found);
  }
  return ancestors;
}

async function applyChanges(
  tx: Transaction,
  input: NationalList & { next: readonly Division[] },
  progress: Progress,
): Promise<Counts> {
  const known: KnownDivision[] = [];
  for await (const batch of store.readDivisions(tx)) known.push(...batch);
  const fictional = regionCode(FICTIONAL_PROVINCE);
  const listed = new Set(input.next.map(({ code }) => code));
  const outside = new Set(provincesOutsideList.map(({ code }) => code));
  const national = known.filter(
    ({ code }) => !contains(fictional, code) && (listed.has(code) || !outside.has(code)),
  );
  const changes = compareEditions(national, input.next, input.successors);
  const byCode = new Map(
    input.next.filter(({ code }) => code.length < 12).map((region) => [region.code, region]),
  );
  await copyAll(tx, { divisions: changes.added, from: input.cutOff, above: byCode }, progress);
  await renameRegions(tx, changes, byCode);
  await changeVillages(tx, changes, input.cutOff);
  await store.endRegions(
    tx,
    input.cutOff,
    changes.ended.filter(({ code }) => code.length < 12),
  );
  return {
    added: changes.added.length,
    changed: changes.changed.length + changes.returned.length,
    ended: changes.ended.length,
  };
}

/** Also those whose own name stays while a name above them changes. */
async function renameRegions(
  tx: Transaction,
  changes: EditionChanges,
  byCode: ReadonlyMap<RegionCode, Division>,
): Promise<void> {
  const touched = new Set([...changes.changed, ...changes.returned].map(({ code }) => code));
  const before = await store.findFullNames(tx);
  const renamed = [...byCode.values()]
    .map((region) => ({
      ...region,
      fullName: fullNameOf(region, ancestorsOf(region.code, byCode)),
    }))
    .filter((region) => touched.has(region.code) || before.get(region.code) !== region.fullName);
  await store.updateRegions(tx, renamed);
}

async function changeVillages(
  tx: Transaction,
  changes: EditionChanges,
  on: PlainDate,
): Promise<void> {
  const renamed = Map.groupBy([...changes.changed, ...changes.returned], countyOfVillage);
  const ended = Map.groupBy(changes.ended, countyOfVillage);
  for (const [countyCode, villages] of renamed) {
    if (countyCode !== undefined) await store.updateVillages(tx, countyCode, villages);
  }
  for (const [countyCode, villages] of ended) {
    if (countyCode !== undefined) await store.endVillages(tx, { countyCode, on }, villages);
  }
}

function countyOfVillage({ code }: { code: RegionCode }): RegionCode | undefined {
  return code.length === 12 ? ancestorAt(code, 'county') : undefined;
}
