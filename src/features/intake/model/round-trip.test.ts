import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import {
  type NationalTable,
  nationalHeader,
  nationalRow,
  nationalTables,
} from '../../households/model/index.ts';
import { synthesise } from '../../synth/model/index.ts';
import { type Mapping, problemOfMapping, targetForHeader } from './mapping.ts';
import { PlaceFinder } from './places.ts';
import { recognise } from './recognise.ts';
import { type ReadRow, RowReader } from './row.ts';

type Facts = Readonly<Record<string, unknown>>;

const VILLAGE = regionCode('990101100200');
const willow = [
  ...synthesise({
    seed: 'round trip',
    villages: [VILLAGE],
    households: 200,
    on: plainDate('2026-11-23'),
    surveyYears: [2024, 2025],
  }),
];

const recordsOf: Record<NationalTable, (one: (typeof willow)[number]) => readonly object[]> = {
  households: ({ household }) => [household],
  members: ({ persons }) => persons,
  surveys: ({ surveys }) => surveys,
};

function rowsOf(table: NationalTable): string[][] {
  return willow.flatMap((one) =>
    recordsOf[table](one).map((record) =>
      nationalRow(
        table,
        { villageCode: one.villageCode, number: one.household.number },
        record as Facts,
      ),
    ),
  );
}

function mappingOf(table: NationalTable): Mapping {
  const recognised = recognise([nationalHeader(table)], { fileName: 'export.xlsx' });
  if (recognised === undefined) throw new Error(`Nothing recognised in ${table}`);
  return recognised.mapping;
}

const places = new PlaceFinder(regionCode('990101'), {
  counties: [],
  townships: [],
  villages: [{ code: VILLAGE, name: '柳树湾', formerNames: [] }],
});

function readerOf(table: NationalTable): RowReader {
  return new RowReader({
    mapping: mappingOf(table),
    date1904: false,
    places,
    judge: () => undefined,
    reserved: true,
  });
}

function readAs(table: NationalTable, { household, person, survey }: ReadRow): Facts {
  const read = { households: household, members: person, surveys: survey }[table];
  return (read ?? {}) as Facts;
}

describe.each(nationalTables)('an exported table of %s', (table) => {
  it('has no header that the import does not know, and none twice', () => {
    const targets = nationalHeader(table).map((header) => targetForHeader(table, header));
    expect(targets.slice(0, 2)).toEqual(['place.code', 'household.number']);
    expect(targets).not.toContain(null);
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('is recognised as what it is, ready to be taken', () => {
    const mapping = mappingOf(table);
    expect(mapping.kind).toBe(table);
    expect(mapping.headerRow).toBe(1);
    expect(problemOfMapping(mapping)).toBeUndefined();
  });

  it('is read without a complaint, and written again is the same', () => {
    const reader = readerOf(table);
    const written = rowsOf(table);
    expect(written.length).toBeGreaterThanOrEqual(willow.length);
    for (const cells of written) {
      const read = reader.read(cells);
      expect(reader.sink.reasons, JSON.stringify(reader.sink.reasons)).toEqual([]);
      const place = { villageCode: cells[0] ?? '', number: read.householdNumber };
      expect(nationalRow(table, place, readAs(table, read))).toEqual(cells);
    }
  });
});

it('refuses the masks of an export that hides sensitive values, and takes none of them', () => {
  const reader = readerOf('members');
  const person = {
    name: '李强',
    sex: '1',
    documentNumber: { masked: true, shown: '99010119750312****' },
    phone: { masked: true, shown: '138****' },
    health: { masked: true, shown: '****' },
  };
  const { person: read } = reader.read(
    nationalRow('members', { villageCode: VILLAGE, number: 'W-1' }, person),
  );
  expect(read).toMatchObject({ documentNumber: null, phone: null, health: [] });
  expect(reader.sink.reasons.map(({ code }) => code)).toEqual(Array(3).fill('valueMasked'));
});
