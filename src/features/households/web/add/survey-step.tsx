import { Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { thisYear } from '../../../../platform/web/format.ts';
import type { Values } from '../form/changed-values.ts';
import { SurveyForm } from '../form/survey-form.tsx';
import { countyOf, type StepProperties } from './place-step.tsx';

const YEARS_BACK = 3;

/** The survey of a year: may be left out and recorded later. */
export function SurveyStep({ draft, change, findings }: StepProperties) {
  const { t } = useTranslation();
  const changeSurvey = useCallback(
    (changes: Values) => change(({ survey }) => ({ survey: { ...survey, ...changes } })),
    [change],
  );
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear() - back);
  return (
    <>
      <p className="mb-dialog-text">{t('households:add.surveyText')}</p>
      <div className="mb-household-field mb-household-year">
        <label className="mb-household-label" htmlFor="add-year">
          {t('fields:survey.year')}
        </label>
        <Select<number>
          id="add-year"
          value={draft.surveyYear}
          onChange={(surveyYear) => change(() => ({ surveyYear }))}
          options={years.map((value) => ({ value, label: value }))}
        />
      </div>
      <SurveyForm
        recordId={draft.surveyId}
        values={draft.survey}
        base={undefined}
        onChange={changeSurvey}
        faults={findings.filter(({ subject }) => subject === 'survey')}
        county={countyOf(draft)}
      />
    </>
  );
}
