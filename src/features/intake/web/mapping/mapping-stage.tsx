import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import type { MappedTable, RunAnswer, RunTable } from '../../model/contract.ts';
import { AddFiles } from '../desk/add-files.tsx';
import { useTables } from '../intake-queries.ts';
import { CancelAct } from '../run/cancel-act.tsx';
import { obstaclesOf } from './obstacles.ts';
import { TableCard } from './table-card.tsx';
import { useSaveMapping, useStart } from './use-mapping.ts';

/** Before the start: what was recognised of each table, to be put right where it is not. */
export function MappingStage({ run }: { run: RunAnswer }) {
  const { t } = useTranslation();
  const tables = useTables(run.id);
  const save = useSaveMapping(run.id);
  return (
    <>
      <div className="mb-intake-mapping-head">
        <p>{t('intake-desk:mapping.text')}</p>
        <div className="mb-page-header-actions">
          {run.actions.includes('addFile') && <AddFiles run={run.id} />}
          <CancelAct run={run}>
            <Button>{t('intake-desk:cancel.open')}</Button>
          </CancelAct>
        </div>
      </div>
      <Loaded query={tables}>
        {(found) => (
          <>
            {found.map((table) => (
              <TableCard
                key={table.position}
                table={table}
                standing={run.tables.find(({ position }) => position === table.position)}
                onChange={(change) => save.mutate({ position: table.position, ...change })}
              />
            ))}
            {save.error !== null && <ProblemView problem={save.error} />}
            <StartBar run={run} tables={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

function StartBar({ run, tables }: { run: RunAnswer; tables: readonly MappedTable[] }) {
  const { t } = useTranslation();
  const start = useStart(run.id);
  const standing = (table: MappedTable): RunTable | undefined =>
    run.tables.find(({ position }) => position === table.position);
  const taken = tables.filter(({ leftOut }) => !leftOut);
  const unsettled = taken.filter((table) => obstaclesOf(table, standing(table)).length > 0);
  return (
    <div className="mb-intake-start">
      {start.error !== null && <ProblemView problem={start.error} />}
      <div className="mb-intake-start-line">
        <p role="status">{t(...startText({ taken: taken.length, unsettled: unsettled.length }))}</p>
        <Button
          type="primary"
          size="large"
          disabled={taken.length === 0 || unsettled.length > 0}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t('intake-desk:start.do')}
        </Button>
      </div>
    </div>
  );
}

function startText({
  taken,
  unsettled,
}: {
  taken: number;
  unsettled: number;
}): [key: string, values: { count: number }] {
  if (taken === 0) return ['intake-desk:start.nothing', { count: 0 }];
  if (unsettled > 0) return ['intake-desk:start.unsettled', { count: unsettled }];
  return ['intake-desk:start.ready', { count: taken }];
}
