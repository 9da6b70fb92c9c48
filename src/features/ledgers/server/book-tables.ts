import type { Fact, Row, TableBlock, ValueKind } from '../model/ledger.ts';
import { partRow, plainRow, totalRow } from '../model/ledger.ts';
import {
  byClassOf,
  type Counted,
  causesByClass,
  countOf,
  type Group,
  householdClasses,
  type Sums,
} from '../model/sums.ts';
import type { YearBalance } from '../model/year-balance.ts';
import type { MissingField, PersonChange } from './ledger-store.ts';
import type { Words } from './words.ts';

type ColumnSpec = readonly [key: string, kind: ValueKind, width: number];

/** A table whose title, headings and empty text stand in the messages under its id. */
export function tableOf(
  words: Words,
  id: string,
  { columns, rows }: { columns: readonly ColumnSpec[]; rows: readonly Row[] },
): TableBlock {
  return {
    type: 'table',
    id,
    title: words.say(`book.${id}.title`),
    half: false,
    columns: columns.map(([key, kind, width]) => ({
      title: words.say(`book.${id}.${key}`),
      kind,
      width,
    })),
    rows,
    empty: words.say('book.nothing'),
  };
}

/** The numbers of a cover. */
export function coverOf(words: Words, sums: Sums): Fact[] {
  const figure = (key: string, value: number | null, kind: ValueKind = 'count'): Fact => ({
    label: words.say(`book.cover.${key}`),
    kind,
    value,
  });
  return [
    figure('households', sums.all.households),
    figure('persons', sums.all.persons),
    figure('poor', sums.poor.households),
    figure('exited', sums.exited.households),
    figure('monitored', sums.monitored.households),
    figure('incomePerHead', sums.incomePerHeadFen, 'money'),
  ];
}

/** How many households and persons stand where. */
export function statusTable(words: Words, sums: Sums): TableBlock {
  const row = (key: string, { households, persons }: Counted, make = plainRow): Row =>
    make(
      words.say(`book.status.${key}`),
      households,
      persons,
      sums.all.persons === 0 ? null : persons / sums.all.persons,
    );
  return tableOf(words, 'status', {
    columns: [
      ['what', 'text', 40],
      ['households', 'count', 20],
      ['persons', 'count', 20],
      ['share', 'share', 20],
    ],
    rows: [
      row('all', sums.all, totalRow),
      row('poor', sums.poor),
      row('returned', sums.returned, partRow),
      row('exited', sums.exited),
      row('newlyExited', sums.newlyExited, partRow),
      row('monitored', sums.monitored),
    ],
  });
}

/** Main causes by kind of household. */
export function causeTable(words: Words, groups: readonly Group[]): TableBlock {
  const cells = (byClass: ReturnType<typeof byClassOf>, all: Counted): number[] => [
    all.households,
    all.persons,
    ...householdClasses.map((each) => byClass[each].households),
  ];
  const rows = causesByClass(groups).map(({ cause, total, byClass }) =>
    plainRow(
      words.code('povertyCause', cause) ?? words.say('book.notStated'),
      ...cells(byClass, total),
    ),
  );
  const sum = totalRow(words.say('book.total'), ...cells(byClassOf(groups), countOf(groups)));
  return tableOf(words, 'causes', {
    columns: [
      ['cause', 'text', 30],
      ['households', 'count', 14],
      ['persons', 'count', 14],
      ...householdClasses.map((each): ColumnSpec => [each, 'count', 18]),
    ],
    rows: rows.length === 0 ? [] : [...rows, sum],
  });
}

/** Year by year: what stood on the register, what came, what went. */
export function balanceTable(words: Words, balances: readonly YearBalance[]): TableBlock {
  const keys = [
    'opening',
    'identified',
    'lookBack',
    'returned',
    'split',
    'exited',
    'removed',
    'otherEnd',
    'closing',
  ] as const;
  return tableOf(words, 'balance', {
    columns: [['year', 'year', 12], ...keys.map((key): ColumnSpec => [key, 'count', 14])],
    rows: balances.map((balance) => plainRow(balance.year, ...keys.map((key) => balance[key]))),
  });
}

/** Births, marriages, deaths and moves, year by year. */
export function personChangeTable(words: Words, changes: readonly PersonChange[]): TableBlock {
  const joins = ['birth', 'marriage', 'movedIn'] as const;
  const leaves = ['death', 'marriage', 'movedOut'] as const;
  const years = [...new Set(changes.map(({ year }) => year))].toSorted((a, b) => a - b);
  const count = (year: number, what: PersonChange['what'], reasons: readonly string[] | null) =>
    changes
      .filter((change) => change.year === year && change.what === what)
      .filter(({ reason }) => reasons === null || reasons.includes(reason))
      .reduce((sum, { persons }) => sum + persons, 0);
  const columnsOf = (what: PersonChange['what'], reasons: readonly string[]): ColumnSpec[] => [
    [`${what}.all`, 'count', 14],
    ...reasons.map((reason): ColumnSpec => [`${what}.${reason}`, 'count', 12]),
  ];
  return tableOf(words, 'personChanges', {
    columns: [['year', 'year', 12], ...columnsOf('join', joins), ...columnsOf('leave', leaves)],
    rows: years.map((year) =>
      plainRow(
        year,
        count(year, 'join', null),
        ...joins.map((reason) => count(year, 'join', [reason])),
        count(year, 'leave', null),
        ...leaves.map((reason) => count(year, 'leave', [reason])),
      ),
    ),
  });
}

/** What complete records state and these do not. */
export function missingTable(words: Words, missing: readonly MissingField[]): TableBlock {
  return tableOf(words, 'missing', {
    columns: [
      ['subject', 'text', 20],
      ['field', 'text', 40],
      ['records', 'count', 20],
      ['households', 'count', 20],
    ],
    rows: missing.map(({ field, records, households }) =>
      plainRow(
        words.say(`book.missing.of.${field.split('.')[0] ?? ''}`),
        words.field(field),
        records,
        households,
      ),
    ),
  });
}

export function signatures(
  words: Words,
  ...who: string[]
): {
  type: 'signatures';
  id: string;
  items: string[];
} {
  return {
    type: 'signatures',
    id: 'signatures',
    items: who.map((each) => words.say(`book.sign.${each}`)),
  };
}
