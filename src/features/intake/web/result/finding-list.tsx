import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../../platform/web/api.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { type Column, DataTable } from '../../../../platform/web/kit/data-table.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import type { TableView } from '../../../../platform/web/kit/table-view.ts';
import type { FindingsAnswer, FindingView, ReasonCount, RunAnswer } from '../../model/contract.ts';
import { TableName } from '../mapping/file-problems.tsx';
import { useReasonSentence, useReasonTitle } from '../words/reason-words.ts';
import { HELD_BACK } from './sum-reasons.ts';

type FindingListProperties = { run: RunAnswer; reasons: readonly ReasonCount[] };

/** Each refused or warned cell: where it is, what is wrong with it, what to do. */
export function FindingList({ run, reasons }: FindingListProperties) {
  const { t } = useTranslation();
  const titleOf = useReasonTitle();
  return (
    <DataTable<FindingView & { key: string }>
      name="intake-findings"
      caption={t('intake-desk:findings.title')}
      queryKey={['intake', 'run', run.id, 'findings', run.state]}
      load={async (view, signal) => withKeys(await loadFindings(run.id, view, signal))}
      rowKey={({ key }) => key}
      columns={useColumns(run)}
      filters={[
        {
          kind: 'choice',
          key: 'code',
          label: t('intake-desk:findings.reason'),
          choices: reasons.map(({ code }) => ({ value: code, label: titleOf(code) })),
        },
        {
          kind: 'choice',
          key: 'level',
          label: t('intake-desk:findings.level'),
          choices: (['E', 'W'] as const).map((level) => ({
            value: level,
            label: t(`intake-desk:level.${level}`),
          })),
        },
        ...(run.tables.length > 1
          ? [
              {
                kind: 'choice' as const,
                key: 'position',
                label: t('intake-desk:tables.table'),
                choices: run.tables.map(({ position, fileName, sheetName }) => ({
                  value: String(position),
                  label: [fileName, sheetName].filter((name) => name !== '').join(' · '),
                })),
              },
            ]
          : []),
        ...(reasons.some(({ code }) => code === HELD_BACK)
          ? [
              {
                kind: 'toggle' as const,
                key: 'heldBack',
                label: t('intake-desk:findings.withHeldBack'),
              },
            ]
          : []),
      ]}
      empty={<EmptyState title={t('intake-desk:findings.none')} />}
    />
  );
}

async function loadFindings(
  id: string,
  { page, size, filters }: TableView,
  signal: AbortSignal,
): Promise<FindingsAnswer> {
  const position = filters['position'];
  const query = given({
    page,
    size,
    code: filters['code'],
    without: withoutOf(filters),
    level: filters['level'] as 'E' | 'W' | undefined,
    position: position === undefined ? undefined : Number(position),
  });
  const params = { path: { id }, query };
  return await answer(api.GET('/api/intake/runs/{id}/findings', { params, signal }));
}

/** Rows that only follow from the faults of others would bury them: they come on request. */
function withoutOf(filters: TableView['filters']): string | undefined {
  const isAsked = filters['heldBack'] === 'true' || filters['code'] !== undefined;
  return isAsked ? undefined : HELD_BACK;
}

/** One cell may have several findings of one reason: the place in the answer tells them apart. */
function withKeys({ rows, total }: FindingsAnswer) {
  return { total, rows: rows.map((row, index) => ({ ...row, key: String(index) })) };
}

function useColumns(run: RunAnswer): Column<FindingView & { key: string }>[] {
  const { t } = useTranslation();
  const sentenceOf = useReasonSentence();
  return [
    {
      key: 'cell',
      title: t('intake-desk:findings.cell'),
      width: 120,
      render: ({ cell, row }) => (
        <strong className="mb-number">{cell ?? t('intake-desk:findings.row', { row })}</strong>
      ),
    },
    {
      key: 'header',
      title: t('intake-desk:findings.column'),
      width: 150,
      render: ({ header }) => header ?? t('intake-desk:findings.wholeRow'),
    },
    {
      key: 'sentence',
      title: t('intake-desk:findings.sentence'),
      render: (finding) => <span className="mb-intake-sentence">{sentenceOf(finding)}</span>,
    },
    {
      key: 'level',
      title: t('intake-desk:findings.level'),
      width: 90,
      render: ({ level }) => (
        <ToneTag tone={level === 'E' ? 'bad' : 'warn'}>{t(`intake-desk:level.${level}`)}</ToneTag>
      ),
    },
    ...(run.tables.length > 1
      ? [
          {
            key: 'table',
            title: t('intake-desk:tables.table'),
            width: 180,
            render: ({ fileName, sheetName }: FindingView) => (
              <TableName fileName={fileName} sheetName={sheetName} />
            ),
          },
        ]
      : []),
  ];
}
