import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { FindingList } from '../acts/finding-list.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import { addressOf } from '../household-queries.ts';
import type { Finding } from '../words/findings.ts';
import { type Draft, type Missing, missingOf, type StepName, steps } from './draft.ts';
import { stepOf } from './stepper.tsx';
import type { Adding } from './use-add-household.ts';

type AddFooterProperties = {
  draft: Draft;
  step: StepName;
  onStep: (step: StepName) => void;
  adding: Adding;
};

/** What stands in the way, the reason where one is due, and the way on. */
export function AddFooter({ draft, step, onStep, adding }: AddFooterProperties) {
  const { t } = useTranslation();
  const place = steps.indexOf(step);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  const missing = missingOf(draft);
  const isLast = after === undefined;
  const mustExplain =
    adding.findings.length > 0 && adding.findings.every(({ level }) => level !== 'E');
  const lacksReason = mustExplain && adding.reason.trim() === '';
  return (
    <div className="mb-household-add-footer">
      <Hindrance draft={draft} adding={adding} onStep={onStep} />
      {(isLast || mustExplain) && <ReasonField of={adding} isRequired={mustExplain} />}
      {isLast && missing.length > 0 && <StillMissing missing={missing} onStep={onStep} />}
      <div className="mb-household-buttons">
        {before !== undefined && (
          <Button onClick={() => onStep(before)}>{t('households:add.back')}</Button>
        )}
        {after !== undefined && (
          <Button
            type={adding.problem === null ? 'primary' : 'default'}
            onClick={() => onStep(after)}
          >
            {t('households:add.next')}
          </Button>
        )}
        {(isLast || adding.problem !== null) && (
          <Button
            type="primary"
            loading={adding.isSending}
            disabled={missing.length > 0 || lacksReason || adding.isDone}
            onClick={adding.save}
          >
            {t(adding.added === undefined ? 'households:add.save' : 'households:add.saveSurvey')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Why the last try was refused. If only the survey was, the household is there already. */
function Hindrance({ draft, adding, onStep }: Omit<AddFooterProperties, 'step'>) {
  const { t } = useTranslation();
  if (adding.problem === null) return null;
  const nameOf = ({ subjectId }: Finding): string | undefined => {
    const name = draft.persons.find(({ id }) => id === subjectId)?.values['name'];
    return typeof name === 'string' ? name : undefined;
  };
  return (
    <>
      {adding.added !== undefined && (
        <p className="mb-household-field-warn">
          {t('households:add.surveyRefused')}{' '}
          <ScreenLink to={addressOf(adding.added)}>{t('households:add.toPage')}</ScreenLink>
        </p>
      )}
      {adding.findings.length > 0 ? (
        <FindingList
          findings={adding.findings}
          nameOf={nameOf}
          onLead={(finding) => onStep(stepOf(finding))}
        />
      ) : (
        <ProblemView problem={adding.problem} />
      )}
    </>
  );
}

type StillMissingProperties = { missing: readonly Missing[]; onStep: (step: StepName) => void };

function StillMissing({ missing, onStep }: StillMissingProperties) {
  const { t } = useTranslation();
  return (
    <div className="mb-household-missing" role="status">
      <span>{t('households:add.missing')}</span>
      {missing.map(({ step, what, place }) => (
        <Button
          key={`${step}.${what}.${place ?? 0}`}
          size="small"
          type="link"
          onClick={() => onStep(step)}
        >
          {place === undefined
            ? t(`households:add.lacks.${what}`)
            : t('households:add.lacksOf', { number: place, what: t(`fields:person.${what}`) })}
        </Button>
      ))}
    </div>
  );
}
