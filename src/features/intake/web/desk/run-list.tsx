import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../../platform/web/format.ts';
import { type Column, DataTable } from '../../../../platform/web/kit/data-table.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { Absent, Instant } from '../../../../platform/web/kit/values.tsx';
import type { Figures, RunSummary } from '../../model/contract.ts';
import { allRunsKey, isAtWork, loadRuns } from '../intake-queries.ts';
import { RunStateTag } from '../words/run-state-tag.tsx';

const LOOK_AGAIN_MS = 3_000;

/** The imports of the officer's region, newest first; looked at again while one is at work. */
export function RunList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => {
      void queries.invalidateQueries({ queryKey: allRunsKey });
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isBusy, queries]);
  return (
    <DataTable<RunSummary>
      name="intake"
      caption={t('intake-desk:desk.runs')}
      queryKey={allRunsKey}
      load={async (view, signal) => {
        const page = await loadRuns(view, signal);
        setBusy(page.rows.some(isAtWork));
        return page;
      }}
      rowKey={(run) => run.id}
      open={(run) => `/intake/${run.id}`}
      columns={columnsOf(t)}
      empty={
        <EmptyState
          title={t('intake-desk:desk.none')}
          description={t('intake-desk:desk.noneText')}
        />
      }
    />
  );
}

function columnsOf(t: TFunction): Column<RunSummary>[] {
  const counted = (key: keyof Figures): Column<RunSummary> => ({
    key,
    title: t(`intake-desk:figure.${key}`),
    align: 'end',
    width: 96,
    render: ({ figures }) => (figures === null ? <Absent /> : formatNumber(figures[key])),
  });
  return [
    {
      key: 'createdAt',
      title: t('intake-desk:list.createdAt'),
      width: 150,
      render: (run) => <Instant value={run.createdAt} />,
    },
    {
      key: 'files',
      title: t('intake-desk:list.files'),
      render: (run) => <span className="mb-intake-run-files">{filesOf(run, t)}</span>,
    },
    {
      key: 'state',
      title: t('intake-desk:list.state'),
      width: 150,
      render: (run) => (
        <>
          <RunStateTag state={run.state} />
          {run.share !== null && isAtWork(run) && (
            <span className="mb-soft mb-number"> {formatShare(run.share)}</span>
          )}
        </>
      ),
    },
    counted('rows'),
    counted('taken'),
    counted('unchanged'),
    counted('refused'),
    {
      key: 'officer',
      title: t('intake-desk:list.officer'),
      width: 110,
      render: (run) => run.officer,
    },
    {
      key: 'region',
      title: t('intake-desk:list.region'),
      optional: true,
      render: (run) => run.regionName,
    },
  ];
}

function filesOf({ fileNames }: RunSummary, t: TFunction): string {
  const [first = '', ...others] = fileNames;
  return others.length === 0
    ? first
    : t('intake-desk:list.filesMore', { first, count: fileNames.length });
}
