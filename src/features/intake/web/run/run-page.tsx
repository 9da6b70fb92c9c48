import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../platform/web/format.ts';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { usePathParameter } from '../../../../platform/web/kit/use-path-parameter.ts';
import type { RunAnswer } from '../../model/contract.ts';
import { useRun } from '../intake-queries.ts';
import { MappingStage } from '../mapping/mapping-stage.tsx';
import { ResultStage } from '../result/result-stage.tsx';
import { RunStateTag } from '../words/run-state-tag.tsx';
import { Steps } from './steps.tsx';
import { StoppedStage } from './stopped-stage.tsx';
import { WorkStage } from './work-stage.tsx';
import '../intake.css';

/** One import: its columns until it starts, its progress while it works, its result afterwards. */
export function RunPage() {
  const id = usePathParameter('run');
  const run = useRun(id);
  return (
    <Loaded query={run}>
      {(found) => <RunSheet run={found} isOutOfReach={run.isRefetchError} />}
    </Loaded>
  );
}

function RunSheet({ run, isOutOfReach }: { run: RunAnswer; isOutOfReach: boolean }) {
  const { t } = useTranslation();
  const stage = useFocusOnChange(run.state);
  return (
    <>
      <PageHeader
        back="/intake"
        title={t('intake-desk:run.titleOf', { at: formatInstant(run.createdAt) })}
        description={t('intake-desk:run.description', {
          officer: run.officer,
          region: run.regionName,
          count: run.fileNames.length,
        })}
        actions={<RunStateTag state={run.state} />}
      />
      <Steps run={run} />
      {isOutOfReach && (
        <p className="mb-intake-notice mb-intake-notice-warn" role="status">
          {t('intake-desk:run.outOfReach')}
        </p>
      )}
      <div ref={stage} tabIndex={-1} className="mb-intake-stage">
        <Stage run={run} />
      </div>
    </>
  );
}

function Stage({ run }: { run: RunAnswer }) {
  switch (run.state) {
    case 'mapping':
      return <MappingStage run={run} />;
    case 'queued':
    case 'checking':
    case 'taking':
      return <WorkStage run={run} />;
    case 'done':
      return <ResultStage run={run} />;
    case 'refused':
    case 'cancelled':
    case 'failed':
      return <StoppedStage run={{ ...run, state: run.state }} />;
  }
}

/** When one stage takes the other's place, the keyboard goes on there and not at the top of the page. */
function useFocusOnChange(state: RunAnswer['state']) {
  const stage = useRef<HTMLDivElement>(null);
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    const isFocusLost = document.activeElement === document.body;
    if (isFocusLost) stage.current?.focus({ preventScroll: true });
    shown.current = state;
  }, [state]);
  return stage;
}
