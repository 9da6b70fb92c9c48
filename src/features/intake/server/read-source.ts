import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { type Field, type FieldSubject, fieldOfKey } from '../../households/model/index.ts';
import type { RuleContext } from '../../quality/model/index.ts';
import { rowJudge } from '../model/judge.ts';
import type { Mapping } from '../model/mapping.ts';
import type { PlaceFinder } from '../model/places.ts';
import type { Reason } from '../model/reasons.ts';
import { type ReadRow, RowReader } from '../model/row.ts';
import { stagedFields } from './register-columns.ts';
import { RowEncoder } from './row-encoder.ts';
import { stagedHead, stageOf } from './stage-store.ts';
import type { StageWriter } from './stage-writer.ts';
import type { Table } from './table-source.ts';

export type SourceInput = {
  readonly position: number;
  readonly mapping: Mapping;
  readonly table: Table;
};

export type ReadingTools = {
  readonly writer: StageWriter;
  readonly sealer: Sealer;
  readonly places: PlaceFinder;
  readonly rules: RuleContext;
  readonly nextId: () => string;
  /** Called between batches; throws to stop the reading. */
  readonly beat: (share: number, rows: { read: number; refused: number }) => Promise<void> | void;
};

/** What reading a table came to, before the rows were held against one another and the register. */
export type SourceTally = {
  readonly position: number;
  readonly rows: number;
  readonly footerRows: number;
  /** Rows refused for what stands in them. */
  readonly faulty: number;
  /** How often each reason was met, refusals and warnings. */
  readonly reasons: ReadonlyMap<string, { readonly level: 'E' | 'W'; readonly count: number }>;
  /** Fields of which the table holds at least one value; only these change records that exist. */
  readonly stated: Readonly<Record<FieldSubject, readonly Field[]>>;
};

const WARNINGS_KEPT_OF_A_KIND = 200;
export const MOST_REFUSALS_KEPT = 1_000_000;

const subjects = ['household', 'person', 'survey'] as const;

/** What a number of a document tells though the file may have no column for it. */
const told = ['person.birthDay', 'person.sex', 'person.documentKind'];

function hasColumnIn(mapping: Mapping): (target: string) => boolean {
  const targets = new Set<string>(mapping.columns.flatMap(({ target }) => target ?? []));
  if (targets.has('person.documentNumber')) for (const target of told) targets.add(target);
  if (mapping.year !== null) targets.add('survey.year');
  return (target) => targets.has(target);
}

/** Reads one table to its end: rows in order wait in the stage, the others' reasons are written down. */
export async function readSource(source: SourceInput, tools: ReadingTools): Promise<SourceTally> {
  const reading = new SourceReading(source, tools);
  for await (const { rows, numbers } of source.table.rows((share) => reading.progress(share))) {
    for (const [index, cells] of rows.entries()) reading.row(cells, numbers[index] ?? 0);
    await tools.writer.relieve();
    await tools.beat(reading.share, { read: reading.rows, refused: reading.faulty });
  }
  await tools.writer.finish();
  return reading.tally();
}

class SourceReading {
  rows = 0;
  faulty = 0;
  share = 0;
  #footerRows = 0;
  readonly #source: SourceInput;
  readonly #tools: ReadingTools;
  readonly #reader: RowReader;
  readonly #reasons = new Map<string, { level: 'E' | 'W'; count: number }>();
  readonly #encoders: Partial<Record<FieldSubject, RowEncoder>> = {};
  readonly #staged: Record<FieldSubject, readonly Field[]>;
  readonly #hasColumn: (target: string) => boolean;
  /** Of a file that makes two records of each row, the row is a unit with the household. */
  readonly #ofUnit: boolean;

  constructor(source: SourceInput, tools: ReadingTools) {
    this.#source = source;
    this.#tools = tools;
    this.#ofUnit = source.mapping.kind !== 'surveys';
    this.#hasColumn = hasColumnIn(source.mapping);
    this.#reader = new RowReader({
      mapping: source.mapping,
      date1904: source.table.date1904,
      places: tools.places,
      judge: rowJudge(tools.rules, this.#hasColumn),
      reserved: tools.rules.reserved,
    });
    this.#staged = {
      household: this.#stagedOf('household'),
      person: this.#stagedOf('person'),
      survey: this.#stagedOf('survey'),
    };
    this.#openTables();
  }

  #stagedOf(subject: FieldSubject): readonly Field[] {
    return stagedFields(subject).filter((field) => this.#hasColumn(`${subject}.${field.key}`));
  }

  #openTables(): void {
    const { writer, sealer } = this.#tools;
    for (const subject of subjects) {
      const encoder = new RowEncoder(this.#staged[subject], sealer);
      this.#encoders[subject] = encoder;
      const place = subject === 'household' ? ['village_code'] : [];
      writer.open(stageOf[subject], [...stagedHead, ...place, ...encoder.columns]);
    }
    writer.open('stage_fault', ['source', 'row_number', 'number_of_household', 'of_unit']);
    writer.open('stage_finding', [
      'source',
      'row_number',
      'column_index',
      'level',
      'code',
      'details',
    ]);
  }

  progress(share: number): void {
    this.share = share;
  }

  row(cells: Parameters<RowReader['read']>[0], number: number): void {
    const { headerRow } = this.#source.mapping;
    if (number <= headerRow || cells.every(isEmpty)) return;
    if (this.#reader.isFooter(cells)) {
      this.#footerRows += 1;
      return;
    }
    this.rows += 1;
    const row = this.#reader.read(cells);
    const { reasons, refused } = this.#reader.sink;
    if (reasons.length > 0) this.#tell(reasons, number);
    if (refused) this.#refuse(row, number);
    else this.#stage(row, number, reasons.length > 0);
  }

  #refuse(row: ReadRow, number: number): void {
    this.faulty += 1;
    const household = row.householdNumber === '' ? '\\N' : copyText(row.householdNumber);
    this.#tools.writer.add(
      'stage_fault',
      `${this.#source.position}\t${number}\t${household}\t${this.#ofUnit}`,
    );
  }

  #stage(row: ReadRow, number: number, warned: boolean): void {
    const { position } = this.#source;
    const household = copyText(row.householdNumber);
    for (const subject of subjects) {
      const facts = row[subject];
      const encoder = this.#encoders[subject];
      if (facts === null || encoder === undefined) continue;
      const { text, content } = encoder.encode(facts as Readonly<Record<string, unknown>>);
      const place = subject === 'household' ? `\t${row.villageCode ?? '\\N'}` : '';
      const values = text === '' ? '' : `\t${text}`;
      const head = `${position}\t${number}\t${this.#tools.nextId()}\t${household}\t${warned}\t\\\\x${content}`;
      this.#tools.writer.add(stageOf[subject], `${head}${place}${values}`);
    }
  }

  #tell(reasons: readonly Reason[], number: number): void {
    for (const { code, column, level, details } of reasons) {
      const met = this.#reasons.get(code) ?? { level, count: 0 };
      met.count += 1;
      this.#reasons.set(code, met);
      const most = level === 'E' ? MOST_REFUSALS_KEPT : WARNINGS_KEPT_OF_A_KIND;
      if (met.count > most) continue;
      const told = details === undefined ? '\\N' : copyText(JSON.stringify(details));
      const line = `${this.#source.position}\t${number}\t${column ?? '\\N'}\t${level}\t${code}\t${told}`;
      this.#tools.writer.add('stage_finding', line);
    }
  }

  tally(): SourceTally {
    return {
      position: this.#source.position,
      rows: this.rows,
      footerRows: this.#footerRows,
      faulty: this.faulty,
      reasons: this.#reasons,
      stated: {
        household: this.#statedOf('household'),
        person: this.#statedOf('person'),
        survey: this.#statedOf('survey'),
      },
    };
  }

  #statedOf(subject: FieldSubject): readonly Field[] {
    const { columns } = this.#source.mapping;
    return columns.flatMap(({ target }, index) => {
      if (
        target === null ||
        !target.startsWith(`${subject}.`) ||
        this.#reader.hasValue[index] !== true
      )
        return [];
      const field = fieldOfKey(subject, target.slice(subject.length + 1));
      return field === undefined || !this.#staged[subject].includes(field) ? [] : [field];
    });
  }
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

function copyText(text: string): string {
  if (!/[\\\t\n\r]/u.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
