import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { thisYear } from '../../../../platform/web/format.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { changedValues, rebased, type Values } from '../form/changed-values.ts';
import { SurveyForm } from '../form/survey-form.tsx';
import { pathOf, type SurveyView, type WholeHousehold } from '../household-queries.ts';
import { findingsOf } from '../words/findings.ts';
import { ActDrawer } from './act-drawer.tsx';
import { useChangedLabels } from './correct-drawers.tsx';
import { newSurveyFrom } from './new-survey.ts';
import { type Says, useHouseholdAct } from './use-household-act.ts';

type SurveyDrawerProperties = {
  whole: WholeHousehold;
  /** The year to correct; the first one not surveyed yet if left out. */
  year?: number | undefined;
  onClose: () => void;
};

type SurveyInput = { year: number; surveyId: string; facts: Values };

/** Records or corrects the survey of a year. */
export function SurveyDrawer({ whole, year, onClose }: SurveyDrawerProperties) {
  const { t } = useTranslation();
  const path = pathOf(whole.household);
  const form = useSurveyForm(whole, year);
  const changedBy = useChangedLabels();
  const act = useHouseholdAct({
    whole,
    send: (input: SurveyInput, says: Says) =>
      answer(
        api.PUT('/api/households/{county}/{id}/surveys/{year}', {
          params: { path: { ...path, year: input.year } },
          body: { ...says, surveyId: input.surveyId, facts: input.facts },
        }),
      ),
    done: t('households:survey.done', { year: form.year }),
    onDone: onClose,
  });
  const { surveyId } = form;
  const count = Object.keys(form.changes).length;
  return (
    <ActDrawer
      wide
      title={t('households:survey.title', { year: form.year })}
      explanation={t(form.isNew ? 'households:survey.fresh' : 'households:survey.explanation')}
      act={act}
      confirm={confirmText(t, form.isNew, count)}
      isDirty={form.isTouched}
      isReady={count > 0}
      onSubmit={() => act.submit({ year: form.year, surveyId, facts: form.changes })}
      onClose={onClose}
      onReloaded={(fresh) => {
        const before = surveyOf(act.seen, form.year) ?? {};
        const after = surveyOf(fresh, form.year) ?? {};
        form.rebase(after);
        return changedBy('survey', before, after);
      }}
    >
      <YearChoice
        whole={whole}
        year={form.year}
        onChange={form.setYear}
        isLocked={form.isTouched}
      />
      <SurveyForm
        recordId={surveyId}
        values={form.values}
        base={form.isNew ? undefined : form.base}
        onChange={form.change}
        faults={findingsOf(act.problem).filter(({ subject }) => subject === 'survey')}
        county={path.county}
        before={surveyOf(whole, form.year - 1)}
      />
    </ActDrawer>
  );
}

function confirmText(t: TFunction, isNew: boolean, count: number): string {
  if (isNew) return t('households:survey.save');
  return count === 0 ? t('shell:do.save') : t('households:correct.confirm', { count });
}

function surveyOf(whole: WholeHousehold, year: number): SurveyView | undefined {
  return whole.surveys.find((survey) => survey.year === year);
}

function useSurveyForm(whole: WholeHousehold, asked: number | undefined) {
  const [newId] = useState(newRequestId);
  const [start, setStart] = useState(() => startOf(whole, asked ?? firstUnsurveyed(whole)));
  const [values, setValues] = useState<Values>(start.values);
  const change = useCallback((changes: Values) => setValues((now) => ({ ...now, ...changes })), []);
  const existing = surveyOf(whole, start.year);
  return {
    year: start.year,
    surveyId: existing?.id ?? newId,
    isNew: existing === undefined,
    base: start.base,
    values,
    changes: changedValues('survey', start.base, values),
    isTouched: Object.keys(changedValues('survey', start.values, values)).length > 0,
    change,
    setYear: (year: number) => {
      const next = startOf(whole, year);
      setStart(next);
      setValues(next.values);
    },
    rebase: (fresh: Values) => {
      setValues((now) => rebased({ base: start.base, fresh, now }));
      setStart((now) => ({ ...now, base: fresh }));
    },
  };
}

/** What is on record for the year, or what a new survey begins with. */
function startOf(whole: WholeHousehold, year: number) {
  const survey = surveyOf(whole, year);
  if (survey !== undefined) return { year, base: survey as Values, values: survey as Values };
  return { year, base: {} as Values, values: newSurveyFrom(whole, year) };
}

function firstUnsurveyed(whole: WholeHousehold): number {
  const now = thisYear();
  return surveyOf(whole, now) === undefined ? now : now - 1;
}

const FIRST_YEAR = 2013;

type YearChoiceProperties = {
  whole: WholeHousehold;
  year: number;
  onChange: (year: number) => void;
  isLocked: boolean;
};

function YearChoice({ whole, year, onChange, isLocked }: YearChoiceProperties) {
  const { t } = useTranslation();
  const now = thisYear();
  const years = Array.from({ length: now - FIRST_YEAR + 1 }, (_, back) => now - back);
  return (
    <div className="mb-household-field mb-household-year">
      <label className="mb-household-label" htmlFor="survey-year">
        {t('fields:survey.year')}
      </label>
      <Select<number>
        id="survey-year"
        value={year}
        onChange={onChange}
        disabled={isLocked}
        options={years.map((one) => ({
          value: one,
          label:
            surveyOf(whole, one) === undefined
              ? one
              : t('households:survey.onRecord', { year: one }),
        }))}
      />
    </div>
  );
}
