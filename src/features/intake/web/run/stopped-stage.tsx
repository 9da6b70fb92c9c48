import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import type { RunAnswer } from '../../model/contract.ts';
import { FileProblems } from '../mapping/file-problems.tsx';
import { ReasonsAndRows } from '../result/reasons-and-rows.tsx';
import { useRunProblem } from '../words/problem-words.ts';

/** An import that ended without touching the register: why, and what to do now. */
export function StoppedStage({ run }: { run: RunAnswer }) {
  const { t } = useTranslation();
  const problemText = useRunProblem();
  const isBad = run.state !== 'cancelled';
  return (
    <>
      <Section title={t(`intake-desk:stopped.${run.state}`)}>
        <div className={isBad ? 'mb-intake-notice mb-intake-notice-bad' : 'mb-intake-notice'}>
          <p className="mb-intake-notice-title">{t('intake-desk:stopped.nothingChanged')}</p>
          {run.problem !== null && <p>{problemText(run.problem)}</p>}
          <FileProblems tables={run.tables} />
        </div>
        <p className="mb-soft">{t(`intake-desk:stopped.${run.state}Text`)}</p>
        <p>
          <ScreenLink to="/intake">{t('intake-desk:stopped.again')}</ScreenLink>
        </p>
      </Section>
      {run.tables.some(({ reasons }) => reasons.length > 0) && <ReasonsAndRows run={run} />}
    </>
  );
}
