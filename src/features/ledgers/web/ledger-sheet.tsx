import { useTranslation } from 'react-i18next';
import { Facts, Figure, Section } from '../../../platform/web/kit/page-header.tsx';
import { Absent } from '../../../platform/web/kit/values.tsx';
import type { LedgerAnswer } from '../model/contract.ts';
import type { Cell, ValueKind } from '../model/ledger.ts';
import { isNumeric, type Language, writeValue } from '../model/write-value.ts';
import './ledgers.css';

type Block = LedgerAnswer['blocks'][number];
type Table = Extract<Block, { type: 'table' }>;

/** A ledger on screen: the blocks that paper and workbook show too, without what is only signed. */
export function LedgerSheet({ ledger }: { ledger: LedgerAnswer }) {
  return (
    <>
      {ledger.cover.length > 0 && (
        <div className="mb-ledger-cover">
          {ledger.cover.map(({ label, kind, value }) => (
            <Figure key={label} label={label} value={<Value kind={kind} value={value} />} />
          ))}
        </div>
      )}
      {sectionsOf(ledger.blocks).map(([first, ...more]) => (
        <Section key={first.id} title={first.title}>
          <div className="mb-ledger-parts">
            {[first, ...more].map((block) => (
              <Part key={block.id} block={block} title={first.title} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}

type Shown = Extract<Block, { title: string }>;

/** Blocks with a title, each with those without one that go on with it. */
function sectionsOf(blocks: readonly Block[]): [Shown, ...Shown[]][] {
  const sections: [Shown, ...Shown[]][] = [];
  for (const block of blocks) {
    if (block.type !== 'facts' && block.type !== 'table') continue;
    const last = sections.at(-1);
    if (block.title === '' && last !== undefined) last.push(block);
    else sections.push([block]);
  }
  return sections;
}

function Part({ block, title }: { block: Shown; title: string }) {
  if (block.type === 'table') return <LedgerTable table={block} title={title} />;
  return (
    <Facts
      items={block.items.map(({ label, kind, value }) => ({
        label,
        value: <Value kind={kind} value={value} />,
      }))}
    />
  );
}

function LedgerTable({ table, title }: { table: Table; title: string }) {
  if (table.rows.length === 0) return <p className="mb-soft">{table.empty}</p>;
  return (
    // A wide table scrolls by itself, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className={table.half ? 'mb-ledger-table mb-ledger-half' : 'mb-ledger-table'}
      role="group"
      aria-label={title}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" className={classOf(column.kind, column.title)}>
                <span>{column.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // The rows of a ledger have no names of their own and never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place} className={`mb-ledger-${row.role}`}>
              {row.cells.map((cell, index) => {
                const column = table.columns[index];
                if (column === undefined) return null;
                return (
                  <td
                    key={column.title}
                    className={classOf(column.kind, wordsOf(column.kind, cell))}
                  >
                    <span>
                      <Value kind={column.kind} value={cell} />
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Characters that stay on one line, in a heading as in a text. */
const STAYS_WHOLE = 6;

function classOf(kind: ValueKind, words: string): string {
  const names = [
    isNumeric(kind) ? 'mb-ledger-number' : '',
    words.length > STAYS_WHOLE ? 'mb-ledger-long' : '',
  ];
  return names.join(' ').trim();
}

/** What may go over several lines: words, but neither days nor numbers. */
function wordsOf(kind: ValueKind, cell: Cell): string {
  return kind === 'text' ? String(cell ?? '') : '';
}

function Value({ kind, value }: { kind: ValueKind; value: Cell }) {
  const { i18n } = useTranslation();
  if (value === null || value === '') return <Absent />;
  return writeValue(kind, value, i18n.language as Language);
}
