import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Field, FieldSubject } from '../../households/model/index.ts';
import type { RuleContext } from '../../quality/model/index.ts';
import { rowJudge } from '../model/judge.ts';
import type { Mapping } from '../model/mapping.ts';
import type { PlaceFinder } from '../model/places.ts';
import type { Reason } from '../model/reasons.ts';
import { type ReadRow, RowReader } from '../model/row.ts';
import { rowsOfLines } from './csv-lines.ts';
import { LineBuffer } from './line-buffer.ts';
import { columnsOf, stagedFields } from './register-columns.ts';
import { copyText, RowEncoder } from './row-encoder.ts';
import { stagedHead, stageOf } from './stage-store.ts';
import type { LineBatch, RowBatch } from './table-source.ts';

/** Which table the rows are of, and how its columns are read. */
export type WorkOrder = {
  readonly position: number;
  readonly mapping: Mapping;
  readonly date1904: boolean;
};

export type WorkTools = {
  readonly sealer: Sealer;
  readonly places: PlaceFinder;
  readonly rules: RuleContext;
  readonly nextId: () => string;
};

/** What became of a batch of rows. */
export type Worked = {
  readonly rows: number;
  readonly footerRows: number;
  /** Rows refused for what stands in them. */
  readonly faulty: number;
  /** Lines of COPY for the stage, by table. */
  readonly copies: readonly { readonly table: string; readonly bytes: Uint8Array }[];
  readonly findings: readonly FindingLine[];
  /** Which columns have held a value so far. */
  readonly hasValue: readonly boolean[];
};

export type FindingLine = {
  readonly code: string;
  readonly level: 'E' | 'W';
  /** A line of COPY for `stage_finding`. */
  readonly line: string;
};

const findingColumns = [
  'source',
  'row_number',
  'column_index',
  'level',
  'code',
  'details',
] as const;

const subjects = ['household', 'person', 'survey'] as const;

/** What a number of a document tells though the file may have no column for it. */
const told = ['person.birthDay', 'person.sex', 'person.documentKind'];

function hasColumnIn(mapping: Mapping): (target: string) => boolean {
  const targets = new Set<string>(mapping.columns.flatMap(({ target }) => target ?? []));
  if (targets.has('person.documentNumber')) for (const target of told) targets.add(target);
  if (mapping.year !== null) targets.add('survey.year');
  return (target) => targets.has(target);
}

/** The fields of each kind of record that a table brings, or that follow from what it brings. */
export function fieldsBrought(mapping: Mapping): Readonly<Record<FieldSubject, readonly Field[]>> {
  const hasColumn = hasColumnIn(mapping);
  const of = (subject: FieldSubject): readonly Field[] =>
    stagedFields(subject).filter((field) => hasColumn(`${subject}.${field.key}`));
  return { household: of('household'), person: of('person'), survey: of('survey') };
}

/** The tables that rows of such a table are copied into, with the columns in their order. */
export function copiedTables(mapping: Mapping): ReadonlyMap<string, readonly string[]> {
  const brought = fieldsBrought(mapping);
  const stages = subjects.map((subject) => {
    const place = subject === 'household' ? ['village_code'] : [];
    return [
      stageOf[subject],
      [...stagedHead, ...place, ...brought[subject].flatMap(columnsOf)],
    ] as const;
  });
  return new Map<string, readonly string[]>([
    ...stages,
    ['stage_fault', ['source', 'row_number', 'number_of_household', 'of_unit']],
    ['stage_finding', findingColumns],
  ]);
}

/** Checks rows of one table and encodes those in order; holds nothing from row to row. */
export class RowWork {
  readonly #order: WorkOrder;
  readonly #nextId: () => string;
  readonly #reader: RowReader;
  readonly #encoders: Readonly<Record<FieldSubject, RowEncoder>>;
  readonly #stages: Readonly<Record<FieldSubject, LineBuffer>>;
  readonly #faults = new LineBuffer();
  /** Of a file that makes two records of each row, the row is a unit with the household. */
  readonly #ofUnit: boolean;
  #findings: FindingLine[] = [];
  #rows = 0;
  #footerRows = 0;
  #faulty = 0;

  constructor(order: WorkOrder, { sealer, places, rules, nextId }: WorkTools) {
    const { mapping, date1904 } = order;
    this.#order = order;
    this.#nextId = nextId;
    this.#ofUnit = mapping.kind !== 'surveys';
    this.#reader = new RowReader({
      mapping,
      date1904,
      places,
      judge: rowJudge(rules, hasColumnIn(mapping)),
      reserved: rules.reserved,
    });
    const brought = fieldsBrought(mapping);
    this.#encoders = {
      household: new RowEncoder(brought.household, sealer),
      person: new RowEncoder(brought.person, sealer),
      survey: new RowEncoder(brought.survey, sealer),
    };
    this.#stages = {
      household: new LineBuffer(),
      person: new LineBuffer(),
      survey: new LineBuffer(),
    };
  }

  work(batch: RowBatch | LineBatch): Worked {
    const { rows, numbers } = 'lines' in batch ? rowsOfLines(batch) : batch;
    for (const [index, cells] of rows.entries()) this.#row(cells, numbers[index] ?? 0);
    return this.#takeWorked();
  }

  #row(cells: RowBatch['rows'][number], number: number): void {
    const { headerRow } = this.#order.mapping;
    if (number <= headerRow || cells.every(isEmpty)) return;
    if (this.#reader.isFooter(cells)) {
      this.#footerRows += 1;
      return;
    }
    this.#rows += 1;
    const row = this.#reader.read(cells);
    const { reasons, refused } = this.#reader.sink;
    if (reasons.length > 0) this.#tell(reasons, number);
    if (refused) this.#refuse(row, number);
    else this.#stage(row, number, reasons.length > 0);
  }

  #refuse(row: ReadRow, number: number): void {
    this.#faulty += 1;
    const household = row.householdNumber === '' ? '\\N' : copyText(row.householdNumber);
    this.#faults.add(`${this.#order.position}\t${number}\t${household}\t${this.#ofUnit}`);
  }

  #stage(row: ReadRow, number: number, warned: boolean): void {
    const household = copyText(row.householdNumber);
    for (const subject of subjects) {
      const facts = row[subject];
      if (facts === null) continue;
      const encoded = this.#encoders[subject].encode(facts as Readonly<Record<string, unknown>>);
      const place = subject === 'household' ? `\t${row.villageCode ?? '\\N'}` : '';
      const values = encoded.text === '' ? '' : `\t${encoded.text}`;
      const head = `${this.#order.position}\t${number}\t${this.#nextId()}\t${household}\t${warned}\t\\\\x${encoded.content}`;
      this.#stages[subject].add(`${head}${place}${values}`);
    }
  }

  #tell(reasons: readonly Reason[], number: number): void {
    for (const { code, column, level, details } of reasons) {
      const told = details === undefined ? '\\N' : copyText(JSON.stringify(details));
      const line = `${this.#order.position}\t${number}\t${column ?? '\\N'}\t${level}\t${code}\t${told}`;
      this.#findings.push({ code, level, line });
    }
  }

  #takeWorked(): Worked {
    const buffers = [
      ...subjects.map((subject) => [stageOf[subject], this.#stages[subject]] as const),
      ['stage_fault', this.#faults] as const,
    ];
    const worked: Worked = {
      rows: this.#rows,
      footerRows: this.#footerRows,
      faulty: this.#faulty,
      copies: buffers.flatMap(([table, buffer]) => {
        const bytes = buffer.take();
        return bytes === undefined ? [] : [{ table, bytes }];
      }),
      findings: this.#findings,
      hasValue: this.#reader.hasValue,
    };
    this.#findings = [];
    this.#rows = 0;
    this.#footerRows = 0;
    this.#faulty = 0;
    return worked;
  }
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}
