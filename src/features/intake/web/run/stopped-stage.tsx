import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { RunAnswer } from '../../model/contract.ts';
import { FileProblems } from '../mapping/file-problems.tsx';
import { ReasonsAndRows } from '../result/reasons-and-rows.tsx';
import { useRunProblem } from '../words/problem-words.ts';

type Stopped = RunAnswer & { state: 'refused' | 'cancelled' | 'failed' };

/** An import that ended without touching the register: why, and what to do now. */
export function StoppedStage({ run }: { run: Stopped }) {
  const { t } = useTranslation();
  const isBad = run.state !== 'cancelled';
  return (
    <>
      <Section title={t(`intake-desk:stopped.${run.state}`)}>
        <div className={isBad ? 'mb-intake-notice mb-intake-notice-bad' : 'mb-intake-notice'}>
          <p className="mb-intake-notice-title">{t('intake-desk:stopped.nothingChanged')}</p>
          <Why run={run} />
        </div>
        <p className="mb-intake-to">{t(`intake-desk:stopped.${run.state}Text`)}</p>
        <p className="mb-intake-to">
          <ScreenLink to="/intake">{t('intake-desk:stopped.again')}</ScreenLink>
        </p>
      </Section>
      {run.tables.some(({ reasons }) => reasons.length > 0) && <ReasonsAndRows run={run} />}
    </>
  );
}

/** Refused because of a file, or broken off for a reason of our own. */
function Why({ run }: { run: Stopped }) {
  const problemText = useRunProblem();
  if (run.state === 'refused') return <FileProblems tables={run.tables} />;
  if (run.state === 'cancelled' || run.problem === null) return null;
  return <p>{problemText(run.problem)}</p>;
}
