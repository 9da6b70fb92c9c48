import {
  type Field,
  type FieldSubject,
  fieldOfKey,
  type HouseholdFacts,
  householdFacts,
  type PersonFacts,
  parseDocumentNumber,
  personFacts,
  type SurveyFacts,
  surveyFacts,
} from '../../households/model/index.ts';
import { type Cell, isBlank, type PlainCell, textOf } from './cell.ts';
import { type FieldReader, fieldReader } from './field-reader.ts';
import { bringsSurveys, type Mapping, type PlaceKey } from './mapping.ts';
import type { PlaceFinder } from './places.ts';
import { ReasonSink } from './reasons.ts';

/** A row of a table as the register understands it; what is wrong with it is in the sink. */
export type ReadRow = {
  /** Names the household; empty if the row does not. */
  readonly householdNumber: string;
  /** 12 digits; null if the row does not say where the household is. */
  readonly villageCode: string | null;
  readonly household: HouseholdFacts | null;
  readonly person: PersonFacts | null;
  readonly survey: SurveyFacts | null;
};

/** Judges a row by the data rules; adds what it finds to the sink. */
export type RowJudge = (row: ReadRow, found: RowFindings) => void;

/** What a judge may say: the finding of a rule, placed on the column of the first field it names. */
export type RowFindings = {
  add(finding: {
    readonly code: string;
    readonly level: 'E' | 'W';
    readonly subject: FieldSubject;
    readonly fields: readonly string[];
    readonly details: Readonly<Record<string, string | number>>;
  }): void;
};

export type RowReaderInput = {
  readonly mapping: Mapping;
  readonly date1904: boolean;
  readonly places: PlaceFinder;
  readonly judge: RowJudge;
  /** Takes numbers of the reserved area 99xxxx, as demonstrations and tests have them. */
  readonly reserved: boolean;
};

type BoundColumn = {
  readonly index: number;
  readonly field: Field;
  readonly read: FieldReader;
};

/** Values that a document number tells where the file has no column for them. */
const toldByNumber = ['birthDay', 'sex', 'documentKind'] as const;

const footer =
  /^(合计|总计|小计|共计|填表人|填报人|制表人|审核人|负责人|制表|填报|说明|备注|注[:：])/u;

/** Reads the rows of one table, one after another; holds nothing from row to row. */
export class RowReader {
  readonly sink = new ReasonSink();
  /** Which columns have held a value so far. A column without any says nothing, not even "empty". */
  readonly hasValue: boolean[];
  readonly #columns: Readonly<Record<FieldSubject, readonly BoundColumn[]>>;
  readonly #columnOf: ReadonlyMap<string, number>;
  readonly #numberColumn: number;
  readonly #readNumber: FieldReader;
  readonly #placeColumns: Readonly<Partial<Record<PlaceKey, number>>>;
  readonly #withSurvey: boolean;
  readonly #input: RowReaderInput;
  readonly #findings: RowFindings;

  constructor(input: RowReaderInput) {
    const { mapping } = input;
    this.#input = input;
    this.hasValue = mapping.columns.map(() => false);
    this.#columnOf = new Map(
      mapping.columns.flatMap(({ target }, index) =>
        target === null ? [] : [[target, index] as const],
      ),
    );
    this.#columns = {
      household: this.#boundTo('household'),
      person: this.#boundTo('person'),
      survey: this.#boundTo('survey'),
    };
    this.#numberColumn = this.#columnOf.get('household.number') ?? -1;
    const number = fieldOfKey('household', 'number');
    if (number === undefined) throw new Error('The dictionary has no household number');
    this.#readNumber = fieldReader(number, input);
    this.#placeColumns = Object.fromEntries(
      (['code', 'county', 'township', 'village'] as const).flatMap((key) => {
        const index = this.#columnOf.get(`place.${key}`);
        return index === undefined ? [] : [[key, index]];
      }),
    );
    this.#withSurvey = bringsSurveys(mapping);
    this.#findings = { add: (finding) => this.#addFinding(finding) };
  }

  #boundTo(subject: FieldSubject): BoundColumn[] {
    const bound: BoundColumn[] = [];
    for (const [index, { target }] of this.#input.mapping.columns.entries()) {
      if (target === null || !target.startsWith(`${subject}.`)) continue;
      const field = fieldOfKey(subject, target.slice(subject.length + 1));
      if (field !== undefined) bound.push({ index, field, read: fieldReader(field, this.#input) });
    }
    return bound;
  }

  /** True of a line below the table that is no row of it: a total, a signature, a note. */
  isFooter(cells: readonly Cell[]): boolean {
    const number = cells[this.#numberColumn];
    if (!isBlank(number) && !footer.test(textOf(number))) return false;
    const first = cells.find((cell) => !isBlank(cell));
    return first !== undefined && footer.test(textOf(first));
  }

  /** Reads one row. What is wrong with it stands in `sink` until the next row is read. */
  read(cells: readonly Cell[]): ReadRow {
    this.sink.clear();
    const { kind } = this.#input.mapping;
    const householdNumber = this.#readHouseholdNumber(cells);
    const row: ReadRow = {
      householdNumber,
      villageCode: kind === 'households' ? this.#readPlace(cells) : null,
      household: kind === 'households' ? this.#readHousehold(cells, householdNumber) : null,
      person: kind === 'members' ? this.#readPerson(cells) : null,
      survey: this.#withSurvey ? this.#readSurvey(cells) : null,
    };
    this.#input.judge(row, this.#findings);
    return row;
  }

  #readHouseholdNumber(cells: readonly Cell[]): string {
    const cell = this.#valueAt(cells, this.#numberColumn);
    const number = cell === null ? null : this.#readNumber(cell, this.#numberColumn, this.sink);
    if (typeof number === 'string') return number;
    if (!this.sink.refused) this.sink.refuse('valueMissing', this.#numberColumn);
    return '';
  }

  #readPlace(cells: readonly Cell[]): string | null {
    const columns = this.#placeColumns;
    const at = (index: number | undefined): string =>
      index === undefined ? '' : textOf(cells[index]);
    const place = this.#input.places.find({
      code: at(columns.code),
      county: at(columns.county),
      township: at(columns.township),
      village: at(columns.village),
    });
    if (place.found) return place.villageCode;
    // Whether a place is needed shows when the household is new; until then none is no fault.
    if (place.problem !== 'placeMissing')
      this.sink.refuse(place.problem, columns.code ?? columns.village);
    return null;
  }

  #readHousehold(cells: readonly Cell[], number: string): HouseholdFacts {
    const facts = householdFacts({ number, headName: '' });
    this.#readInto(facts, 'household', cells);
    return { ...facts, number } as HouseholdFacts;
  }

  #readPerson(cells: readonly Cell[]): PersonFacts {
    const facts = personFacts({ name: '', sex: '9' });
    this.#readInto(facts, 'person', cells);
    if (facts.name === '' || facts.name === null) {
      if (!this.#wasRefused('person.name'))
        this.sink.refuse('valueMissing', this.#columnOf.get('person.name'));
    }
    this.#fillFromNumber(facts);
    const leaves = facts.leaveReason !== null;
    if (leaves !== (facts.leftOn !== null) && !this.sink.refused) {
      this.sink.refuse(
        'leftWithoutReason',
        this.#columnOf.get(leaves ? 'person.leaveReason' : 'person.leftOn'),
      );
    }
    return facts;
  }

  #fillFromNumber(facts: PersonFacts): void {
    if (facts.documentNumber === null) return;
    const parsed = parseDocumentNumber(facts.documentNumber, { reserved: this.#input.reserved });
    if (!parsed.ok) return;
    const told = {
      birthDay: parsed.value.birthDay,
      sex: parsed.value.sex,
      documentKind: parsed.value.kind,
    };
    const record = facts as unknown as Record<string, unknown>;
    for (const key of toldByNumber) {
      const stated = record[key];
      if (stated === null || (key === 'sex' && stated === '9')) record[key] = told[key];
    }
  }

  #readSurvey(cells: readonly Cell[]): SurveyFacts | null {
    const { year, kind } = this.#input.mapping;
    const facts = surveyFacts({ year: year ?? 0 });
    const values = this.#readInto(facts, 'survey', cells);
    // A household of a file that brings surveys along may not have been surveyed.
    if (kind === 'households' && values <= (facts.year && year === null ? 1 : 0)) return null;
    if (!facts.year && !this.#wasRefused('survey.year')) {
      this.sink.refuse('valueMissing', this.#columnOf.get('survey.year'));
    }
    return facts;
  }

  /** Reads the columns of a subject; gives how many hold something. */
  #readInto(facts: object, subject: FieldSubject, cells: readonly Cell[]): number {
    const record = facts as Record<string, unknown>;
    let filled = 0;
    for (const { index, field, read } of this.#columns[subject]) {
      const cell = this.#valueAt(cells, index);
      if (cell === null) continue;
      filled += 1;
      const value = read(cell, index, this.sink);
      if (value !== null) record[field.key] = value;
    }
    return filled;
  }

  /** The value of a cell; null if it is blank, or failed to compute. */
  #valueAt(cells: readonly Cell[], index: number): PlainCell {
    const cell = cells[index];
    if (cell === undefined || cell === null || cell === '') return null;
    if (typeof cell === 'object') return this.#markedAt(cell, index);
    if (typeof cell === 'string' && isBlank(cell)) return null;
    this.hasValue[index] = true;
    return cell;
  }

  #markedAt(cell: Exclude<Cell, PlainCell>, index: number): PlainCell {
    if (cell.error !== undefined) {
      this.sink.refuse('formulaFailed', index, { error: cell.error });
      return null;
    }
    if (isBlank(cell.value)) return null;
    this.hasValue[index] = true;
    this.sink.warn('formulaTaken', index);
    return cell.value;
  }

  #wasRefused(target: string): boolean {
    const column = this.#columnOf.get(target);
    return this.sink.reasons.some((reason) => reason.level === 'E' && reason.column === column);
  }

  #addFinding(finding: Parameters<RowFindings['add']>[0]): void {
    const columns = finding.fields.map((key) => this.#columnOf.get(`${finding.subject}.${key}`));
    // A rule that met the gap of an unreadable cell says nothing new.
    const meetsGap = this.sink.reasons.some(
      ({ level, column }) => level === 'E' && column !== undefined && columns.includes(column),
    );
    if (meetsGap) return;
    const column = columns.find((index) => index !== undefined);
    this.sink.add({
      code: finding.code,
      level: finding.level,
      ...(column === undefined ? {} : { column }),
      details: finding.details,
    });
  }
}
