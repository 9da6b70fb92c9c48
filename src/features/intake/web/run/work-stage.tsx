import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { Facts, Section } from '../../../../platform/web/kit/page-header.tsx';
import type { RunAnswer, RunProgress } from '../../model/contract.ts';
import { Bar } from '../words/bar.tsx';
import { remainingParts } from '../words/sizes.ts';
import { CancelAct } from './cancel-act.tsx';

/** An import at work: how far, how fast, how long still, and how to stop it. */
export function WorkStage({ run }: { run: RunAnswer }) {
  const { t } = useTranslation();
  const { progress } = run;
  const phase = phaseOf(run);
  const share = progress?.share ?? 0;
  const percent = Math.floor(share * 100);
  const mayCancel = run.actions.includes('cancel') && !run.cancelRequested;
  return (
    <Section
      title={t(`intake-desk:phase.${phase}`)}
      actions={
        mayCancel && (
          <CancelAct run={run}>
            <Button danger>{t('intake-desk:cancel.open')}</Button>
          </CancelAct>
        )
      }
    >
      <div className="mb-intake-work">
        <p className="mb-intake-work-percent">{t('intake-desk:work.percent', { percent })}</p>
        <Bar label={t('intake-desk:work.progress')} share={share} />
        {progress !== null && progress.phase !== 'waiting' && <WorkFacts progress={progress} />}
        <p className="mb-soft">{t(`intake-desk:phaseText.${phase}`)}</p>
        {phase !== 'stopping' && <p className="mb-soft">{t('intake-desk:work.mayLeave')}</p>}
      </div>
      <p className="mb-only-heard" role="status">
        {t('intake-desk:work.heard', {
          phase: t(`intake-desk:phase.${phase}`),
          percent: percent - (percent % 25),
        })}
      </p>
    </Section>
  );
}

function phaseOf(run: RunAnswer): RunProgress['phase'] | 'stopping' {
  if (run.cancelRequested) return 'stopping';
  return run.progress?.phase ?? 'waiting';
}

function WorkFacts({ progress }: { progress: RunProgress }) {
  const { t } = useTranslation();
  const { rowsRead, rowsRefused, rowsPerSecond, secondsLeft } = progress;
  const left = secondsLeft === null ? undefined : remainingParts(secondsLeft);
  return (
    <Facts
      items={[
        { label: t('intake-desk:work.rowsRead'), value: formatNumber(rowsRead) },
        { label: t('intake-desk:work.rowsRefused'), value: formatNumber(rowsRefused) },
        {
          label: t('intake-desk:work.rate'),
          value: t('intake-desk:work.rowsPerSecond', { rows: formatNumber(rowsPerSecond) }),
        },
        {
          label: t('intake-desk:work.left'),
          value:
            left === undefined
              ? t('intake-desk:work.leftUnknown')
              : t(`intake-desk:work.${left.unit}`, { count: left.count }),
        },
      ]}
    />
  );
}
