import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { ShownHousehold } from '../../households/server/index.ts';
import { type Ledger, plainRow, type TableBlock } from '../model/ledger.ts';
import { type Group, sumsOf } from '../model/sums.ts';
import type { YearBalance } from '../model/year-balance.ts';
import {
  balanceTable,
  causeTable,
  coverOf,
  missingTable,
  signatures,
  statusTable,
  tableOf,
} from './book-tables.ts';
import type { Lacking, MissingField } from './ledger-store.ts';
import type { Words } from './words.ts';

/** A household as one line of its village's book. */
export type VillageLine = {
  readonly number: string;
  readonly headName: string;
  readonly villageGroup: string | null;
  readonly householdType: string | null;
  readonly surveyYear: number | null;
  readonly incomePerHeadFen: number | null;
  /** Expected fields that are not stated, of the household and its members. */
  readonly lacking: number;
  readonly group: Group;
};

/** What a line says of a household. The persons counted are those present. */
export function villageLine(household: ShownHousehold, lacking: Lacking | undefined): VillageLine {
  const { facts, persons, surveys } = household;
  const income = surveys[0]?.incomePerHeadFen ?? null;
  return {
    number: facts.number,
    headName: facts.headName,
    villageGroup: facts.villageGroup,
    householdType: facts.householdType,
    surveyYear: surveys[0]?.year ?? null,
    incomePerHeadFen: income,
    lacking: lacking?.fields ?? 0,
    group: {
      division: household.villageCode,
      povertyStatus: facts.povertyStatus,
      poorHouseholdKind: facts.poorHouseholdKind,
      mainCause: facts.mainCause,
      monitored: facts.monitoredCategory !== null && facts.riskEliminated !== true,
      households: 1,
      persons: persons.length,
      incomePersons: income === null ? 0 : persons.length,
      incomeFen: (income ?? 0) * persons.length,
      incomplete: (lacking?.own ?? 0) > 0 ? 1 : 0,
    },
  };
}

export type VillageContents = {
  readonly village: RegionCode;
  readonly name: string;
  readonly place: string;
  readonly lines: readonly VillageLine[];
  readonly missing: readonly MissingField[];
  readonly balances: readonly YearBalance[];
};

/** The book of a village (村有册): sums, causes, what is missing, every household on a line. */
export function buildVillageBook(
  contents: VillageContents,
  { words, today }: { words: Words; today: PlainDate },
): Ledger {
  const groups = contents.lines.map(({ group }) => group);
  const sums = sumsOf(groups);
  return {
    kind: 'village',
    region: contents.village,
    title: words.say('book.village.title', { name: contents.name }),
    series: words.say('series.village'),
    place: contents.place,
    number: contents.village,
    name: contents.name,
    asOf: today,
    cover: coverOf(words, sums),
    blocks: [
      statusTable(words, sums),
      causeTable(words, groups),
      balanceTable(words, contents.balances),
      missingTable(words, contents.missing),
      listOf(words, contents.lines),
      signatures(words, 'compiler', 'villageSecretary', 'firstSecretary'),
    ],
  };
}

function listOf(words: Words, lines: readonly VillageLine[]): TableBlock {
  return tableOf(words, 'households', {
    columns: [
      ['place', 'ordinal', 5],
      ['number', 'identifier', 17],
      ['headName', 'text', 10],
      ['villageGroup', 'text', 11],
      ['members', 'count', 6],
      ['householdType', 'text', 9],
      ['kind', 'text', 12],
      ['status', 'text', 11],
      ['cause', 'text', 12],
      ['year', 'year', 8],
      ['income', 'money', 12],
      ['lacking', 'count', 7],
    ],
    rows: lines.map((line, index) =>
      plainRow(
        index + 1,
        line.number,
        line.headName,
        line.villageGroup,
        line.group.persons,
        words.code('householdType', line.householdType),
        words.code('poorHouseholdKind', line.group.poorHouseholdKind),
        words.code('povertyStatus', line.group.povertyStatus),
        words.code('povertyCause', line.group.mainCause),
        line.surveyYear,
        line.incomePerHeadFen,
        line.lacking,
      ),
    ),
  });
}
