import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { MappedTable, RunTable } from '../../model/contract.ts';
import { useFileProblem, useMappingProblem } from '../words/problem-words.ts';
import { formatBytes } from '../words/sizes.ts';
import { ColumnTable } from './column-table.tsx';
import { type Obstacle, obstaclesOf } from './obstacles.ts';
import { TableSettings } from './table-settings.tsx';
import type { TableChange } from './use-mapping.ts';

type Change = Omit<TableChange, 'position'>;

export type TableCardProperties = {
  table: MappedTable;
  standing: RunTable | undefined;
  onChange: (change: Change) => void;
};

/** One table of an import: what it is, where its columns go, and what is still open. */
export function TableCard({ table, standing, onChange }: TableCardProperties) {
  const { t } = useTranslation();
  const { kind, leftOut } = table;
  const maySet = isReadable(standing);
  const obstacles = leftOut ? [] : obstaclesOf(table, standing);
  return (
    <Section
      title={useTableTitle(table)}
      actions={
        <Checkbox
          checked={leftOut}
          onChange={({ target }) => onChange({ leftOut: target.checked })}
        >
          {t('intake-desk:mapping.leaveOut')}
        </Checkbox>
      }
    >
      {leftOut ? (
        <p className="mb-soft">{t('intake-desk:mapping.isLeftOut')}</p>
      ) : (
        <>
          <TableWords table={table} standing={standing} />
          <Obstacles obstacles={obstacles} />
          {maySet && <TableSettings table={table} onChange={onChange} />}
          {kind !== null && table.columns.length > 0 && (
            <ColumnTable
              kind={kind}
              columns={table.columns}
              onChange={(columns) => onChange({ leftOut, columns })}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** A file that could be opened can be read in another way; a broken one cannot. */
function isReadable(standing: RunTable | undefined): boolean {
  const problem = standing?.problem ?? null;
  return problem === null || standing?.kind !== null || problem.code === 'headerNotFound';
}

function useTableTitle({ fileName, sheetName }: MappedTable): string {
  const { t } = useTranslation();
  return sheetName === '' ? fileName : t('intake-desk:mapping.sheet', { fileName, sheetName });
}

function TableWords({ table, standing }: Pick<TableCardProperties, 'table' | 'standing'>) {
  const { t } = useTranslation();
  const facts = [
    ...(standing === undefined ? [] : [formatBytes(standing.fileBytes)]),
    ...(standing?.encoding === null || standing?.encoding === undefined
      ? []
      : [t('intake-desk:mapping.encoding', { encoding: standing.encoding.toUpperCase() })]),
    ...(standing?.hidden === true ? [t('intake-desk:mapping.hiddenSheet')] : []),
  ];
  return (
    <>
      <p className="mb-soft">{facts.join(' · ')}</p>
      {table.notes.length > 0 && (
        <ul className="mb-intake-notes">
          {table.notes.map(({ code, details }) => {
            const note = t(`intake:note.${code}`, { ...details });
            return <li key={note}>{note}</li>;
          })}
        </ul>
      )}
    </>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const { t } = useTranslation();
  const fileText = useFileProblem();
  const mappingText = useMappingProblem();
  if (obstacles.length === 0) return null;
  return (
    <div className="mb-intake-notice mb-intake-notice-bad">
      {obstacles.map((obstacle) => (
        <p key={obstacle.problem.code}>
          {obstacle.of === 'file' ? fileText(obstacle.problem) : mappingText(obstacle.problem)}
        </p>
      ))}
      <p className="mb-soft">{t('intake-desk:mapping.orLeaveOut')}</p>
    </div>
  );
}
