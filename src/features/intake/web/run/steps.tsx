import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { RunAnswer } from '../../model/contract.ts';
import { type StepState, stepsOf } from './steps-of.ts';

/** The way from the upload to the register, and where this import is on it. */
export function Steps({ run }: { run: RunAnswer }) {
  const { t } = useTranslation();
  return (
    <ol className="mb-intake-steps" aria-label={t('intake-desk:step.label')}>
      {stepsOf(run).map(({ step, state }, index) => (
        <li
          key={step}
          className={`mb-intake-step mb-intake-step-${state}`}
          aria-current={state === 'current' || state === 'stopped' ? 'step' : undefined}
        >
          <span className="mb-intake-step-mark" aria-hidden>
            <StepMark state={state} number={index + 1} />
          </span>
          <span>
            {t(`intake-desk:step.${step}`)}
            <span className="mb-only-heard">{t(`intake-desk:stepState.${state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === 'done') return <CheckOutlined />;
  return state === 'stopped' ? <StopOutlined /> : number;
}
