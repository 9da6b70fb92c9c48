import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import {
  type Block,
  type Cell,
  type Ledger,
  plainRow,
  type TableBlock,
  totalRow,
} from '../model/ledger.ts';
import { type Group, groupsBy, type Sums, sumsOf } from '../model/sums.ts';
import type { YearBalance } from '../model/year-balance.ts';
import {
  balanceTable,
  causeTable,
  coverOf,
  missingTable,
  personChangeTable,
  signatures,
  statusTable,
  tableOf,
} from './book-tables.ts';
import type { MissingField, PersonChange } from './ledger-store.ts';
import type { Words } from './words.ts';

/** A division that has a line of its own in the ledger of the region above. */
export type Division = {
  readonly code: string;
  readonly name: string;
  /** Registered agricultural population; null until every village of it has stated one. */
  readonly population: number | null;
};

export type RegisterContents = {
  readonly region: RegionCode;
  readonly name: string;
  readonly place: string;
  readonly population: number | null;
  readonly divisions: readonly Division[];
  readonly groups: readonly Group[];
  readonly balances: readonly YearBalance[];
  readonly changes: readonly PersonChange[];
  readonly missing: readonly MissingField[];
};

/** The register of a township (乡有簿): sums by village, causes, the balance of the years. */
export function buildTownshipRegister(
  contents: RegisterContents,
  { words, today }: { words: Words; today: PlainDate },
): Ledger {
  return ledgerOf('township', contents, { words, today }, [
    divisionTable(words, 'villages', contents),
    causeTable(words, contents.groups),
    balanceTable(words, contents.balances),
    personChangeTable(words, contents.changes),
    missingTable(words, contents.missing),
    signatures(words, 'compiler', 'reviewer', 'township'),
  ]);
}

/** The archive of a county (县有档): indices, sums by township, causes, the changes of the years. */
export function buildCountyArchive(
  contents: RegisterContents,
  { words, today }: { words: Words; today: PlainDate },
): Ledger {
  return ledgerOf('county', contents, { words, today }, [
    indexTable(words, contents),
    divisionTable(words, 'townships', contents),
    causeTable(words, contents.groups),
    balanceTable(words, contents.balances),
    personChangeTable(words, contents.changes),
    missingTable(words, contents.missing),
    signatures(words, 'compiler', 'reviewer', 'county'),
  ]);
}

function ledgerOf(
  kind: 'township' | 'county',
  contents: RegisterContents,
  { words, today }: { words: Words; today: PlainDate },
  blocks: readonly Block[],
): Ledger {
  const sums = sumsOf(contents.groups);
  return {
    kind,
    region: contents.region,
    title: words.say(`book.${kind}.title`, { name: contents.name }),
    series: words.say(`series.${kind}`),
    place: contents.place,
    number: contents.region,
    name: contents.name,
    asOf: today,
    cover: coverOf(words, sums),
    blocks: [statusTable(words, sums), ...blocks],
  };
}

/** Poor persons of the agricultural population (贫困发生率); null while that is not known. */
function incidence(sums: Sums, population: number | null): number | null {
  return population === null || population === 0 ? null : sums.poor.persons / population;
}

function divisionTable(
  words: Words,
  id: 'villages' | 'townships',
  contents: RegisterContents,
): TableBlock {
  const byDivision = groupsBy(contents.groups, ({ division }) => division);
  const cells = (sums: Sums, population: number | null): Cell[] => [
    sums.all.households,
    sums.all.persons,
    sums.poor.households,
    sums.poor.persons,
    sums.exited.households,
    sums.exited.persons,
    sums.monitored.households,
    sums.incomePerHeadFen,
    incidence(sums, population),
    sums.incomplete,
  ];
  const rows = contents.divisions.map((division) =>
    plainRow(
      division.name,
      ...cells(sumsOf(byDivision.get(division.code) ?? []), division.population),
    ),
  );
  const all = totalRow(
    words.say('book.total'),
    ...cells(sumsOf(contents.groups), contents.population),
  );
  return tableOf(words, id, {
    columns: [
      ['name', 'text', 20],
      ['households', 'count', 9],
      ['persons', 'count', 9],
      ['poorHouseholds', 'count', 9],
      ['poorPersons', 'count', 9],
      ['exitedHouseholds', 'count', 9],
      ['exitedPersons', 'count', 9],
      ['monitored', 'count', 9],
      ['income', 'money', 13],
      ['incidence', 'share', 10],
      ['incomplete', 'count', 9],
    ],
    rows: rows.length === 0 ? [] : [...rows, all],
  });
}

/** The indices that a county is judged by and that the register can give. */
function indexTable(words: Words, { groups, population }: RegisterContents): TableBlock {
  const sums = sumsOf(groups);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const registered = sums.poor.persons + sums.exited.persons;
  const rows: (readonly [key: string, value: number | null, basis: Cell])[] = [
    ['incidence', incidence(sums, population), population],
    ['exited', share(sums.exited.persons, registered), registered],
    ['returned', share(sums.returned.persons, registered), registered],
    ['monitored', share(sums.monitored.persons, sums.all.persons), sums.all.persons],
    [
      'complete',
      share(sums.all.households - sums.incomplete, sums.all.households),
      sums.all.households,
    ],
  ];
  return tableOf(words, 'indices', {
    columns: [
      ['index', 'text', 30],
      ['value', 'share', 16],
      ['basis', 'count', 16],
      ['meaning', 'text', 60],
    ],
    rows: rows.map(([key, value, basis]) =>
      plainRow(
        words.say(`book.indices.of.${key}`),
        value,
        basis,
        words.say(`book.indices.how.${key}`),
      ),
    ),
  });
}
