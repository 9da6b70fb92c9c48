import { type Field, type FieldSubject, fieldOfKey } from '../../households/model/index.ts';
import type { CheckCrew } from './check-crew.ts';
import { copiedTables, fieldsBrought, type Worked, type WorkOrder } from './row-work.ts';
import type { StageWriter } from './stage-writer.ts';
import type { Table } from './table-source.ts';

export type SourceInput = Omit<WorkOrder, 'date1904'> & { readonly table: Table };

export type ReadingTools = {
  readonly writer: StageWriter;
  readonly crew: CheckCrew;
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

/** Reads one table to its end: rows in order wait in the stage, the others' reasons are written down. */
export async function readSource(
  { position, mapping, table }: SourceInput,
  { writer, crew, beat }: ReadingTools,
): Promise<SourceTally> {
  for (const [name, columns] of copiedTables(mapping)) writer.open(name, columns);
  const tallying = new SourceTallying({ position, mapping, date1904: table.date1904 }, writer);
  crew.begin({ position, mapping, date1904: table.date1904 }, (worked) => tallying.add(worked));
  let share = 0;
  const batches = table.batches((read) => {
    share = read;
  });
  for await (const batch of batches) {
    await crew.give(batch);
    await writer.relieve();
    await beat(share, { read: tallying.rows, refused: tallying.faulty });
  }
  await crew.finish();
  await writer.finish();
  return tallying.tally();
}

class SourceTallying {
  rows = 0;
  faulty = 0;
  #footerRows = 0;
  readonly #order: WorkOrder;
  readonly #writer: StageWriter;
  readonly #reasons = new Map<string, { level: 'E' | 'W'; count: number }>();
  readonly #hasValue: boolean[];

  constructor(order: WorkOrder, writer: StageWriter) {
    this.#order = order;
    this.#writer = writer;
    this.#hasValue = order.mapping.columns.map(() => false);
  }

  add(worked: Worked): void {
    this.rows += worked.rows;
    this.faulty += worked.faulty;
    this.#footerRows += worked.footerRows;
    for (const [index, has] of worked.hasValue.entries()) if (has) this.#hasValue[index] = true;
    for (const { table, bytes } of worked.copies) this.#writer.add(table, bytes);
    const kept = worked.findings.filter(({ code, level }) => this.#count(code, level));
    if (kept.length > 0) {
      const lines = kept.map(({ line }) => `${line}\n`).join('');
      this.#writer.add('stage_finding', Buffer.from(lines, 'utf8'));
    }
  }

  /** Counts a reason; says whether it is among those that are kept one by one. */
  #count(code: string, level: 'E' | 'W'): boolean {
    const met = this.#reasons.get(code) ?? { level, count: 0 };
    met.count += 1;
    this.#reasons.set(code, met);
    return met.count <= (level === 'E' ? MOST_REFUSALS_KEPT : WARNINGS_KEPT_OF_A_KIND);
  }

  tally(): SourceTally {
    const { position, mapping } = this.#order;
    const brought = fieldsBrought(mapping);
    const statedOf = (subject: FieldSubject): readonly Field[] =>
      mapping.columns.flatMap(({ target }, index) => {
        if (target === null || !target.startsWith(`${subject}.`)) return [];
        const field = fieldOfKey(subject, target.slice(subject.length + 1));
        const isStated = field !== undefined && this.#hasValue[index] === true;
        return isStated && brought[subject].includes(field) ? [field] : [];
      });
    return {
      position,
      rows: this.rows,
      footerRows: this.#footerRows,
      faulty: this.faulty,
      reasons: this.#reasons,
      stated: {
        household: statedOf('household'),
        person: statedOf('person'),
        survey: statedOf('survey'),
      },
    };
  }
}
