import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { Figures, RunTable } from '../../model/contract.ts';
import { TableName } from '../mapping/file-problems.tsx';

const keys = [
  'rows',
  'added',
  'changed',
  'unchanged',
  'refused',
  'warned',
] as const satisfies readonly (keyof Figures)[];

/** The figures of each table. */
export function TableFigures({ tables }: { tables: readonly RunTable[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('intake-desk:tables.title')}>
      <table className="mb-intake-grid mb-intake-table-figures">
        <thead>
          <tr>
            <th scope="col">{t('intake-desk:tables.table')}</th>
            {keys.map((key) => (
              <th key={key} scope="col" className="mb-intake-end">
                {t(`intake-desk:figure.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <TableRow key={table.position} table={table} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function TableRow({ table }: { table: RunTable }) {
  const { t } = useTranslation();
  const { figures, kind, leftOut } = table;
  return (
    <tr>
      <th scope="row">
        <TableName fileName={table.fileName} sheetName={table.sheetName} />
        <small className="mb-soft mb-intake-kind-of">
          {leftOut || kind === null
            ? t('intake-desk:tables.leftOut')
            : t(`intake-desk:kind.${kind}`)}
        </small>
      </th>
      {keys.map((key) => (
        <td
          key={key}
          className="mb-intake-end mb-number"
          data-label={t(`intake-desk:figure.${key}`)}
        >
          {figures === null ? '' : formatNumber(figures[key])}
        </td>
      ))}
    </tr>
  );
}
