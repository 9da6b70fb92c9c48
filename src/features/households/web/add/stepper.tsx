import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../words/findings.ts';
import { type Draft, missingOf, type StepName, steps } from './draft.ts';

type StepperProperties = {
  step: StepName;
  onStep: (step: StepName) => void;
  draft: Draft;
  findings: readonly Finding[];
};

/** Where one is, and a way to any other step; steps with something wrong stand out. */
export function Stepper({ step, onStep, draft, findings }: StepperProperties) {
  const { t } = useTranslation();
  return (
    <ol className="mb-household-stepper" aria-label={t('households:add.steps')}>
      {steps.map((name, place) => {
        const count = findings.filter((finding) => stepOf(finding) === name).length;
        return (
          <li key={name}>
            <Button
              type="text"
              onClick={() => onStep(name)}
              className={count > 0 ? 'mb-household-step-wrong' : ''}
              {...(name === step ? { 'aria-current': 'step' } : {})}
            >
              <span className="mb-household-step-number" aria-hidden="true">
                {place + 1}
              </span>
              {t(`households:add.step.${name}`)}
              {count > 0 && (
                <span className="mb-household-step-count">
                  {t('households:add.wrong', { count })}
                </span>
              )}
              {count === 0 && isComplete(name, draft) && (
                <span className="mb-only-heard">{t('households:add.complete')}</span>
              )}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

function isComplete(name: StepName, draft: Draft): boolean {
  return missingOf(draft).every(({ step }) => step !== name);
}

/** The step in which the field of a finding is asked. */
export function stepOf({ subject, fields }: Finding): StepName {
  if (subject === 'person') return 'members';
  if (subject === 'survey') return 'survey';
  // A household's rules may also be about how its members are related.
  if (fields.includes('relation')) return 'members';
  return fields.includes('number') ? 'place' : 'household';
}
