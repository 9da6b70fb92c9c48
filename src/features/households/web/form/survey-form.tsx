import { useTranslation } from 'react-i18next';
import { Facts } from '../../../../platform/web/kit/page-header.tsx';
import { Money } from '../../../../platform/web/kit/values.tsx';
import {
  type IncomeCategory,
  incomeCategories,
  incomeOf,
  statesIncome,
  sumOfItems,
} from '../../model/index.ts';
import type { Finding } from '../words/findings.ts';
import { isAbsent, yuanText } from '../words/value-text.ts';
import type { Values } from './changed-values.ts';
import { FieldsForm } from './fields-form.tsx';
import { incomeFactsOf, incomeKinds } from './income-facts.ts';

type SurveyFormProperties = {
  recordId: string;
  values: Values;
  base: Values | undefined;
  onChange: (changes: Values) => void;
  faults: readonly Finding[];
  county: string;
  /** The survey of the year before, to compare with. */
  before?: Values | undefined;
};

const people = ['populationAtYearEnd', 'populationAtYearStart', 'incomePeriod'];

/** The survey of a year: people, income with sums worked out while it is typed, living, land. */
export function SurveyForm({ before, ...form }: SurveyFormProperties) {
  const { t } = useTranslation();
  const common = { ...form, of: 'survey', groups: [] } as const;
  return (
    <>
      <fieldset className="mb-household-group">
        <legend>{t('households:survey.people')}</legend>
        <FieldsForm {...common} only={people} />
      </fieldset>
      {incomeKinds.map((category) => (
        <IncomeGroup key={category} category={category} form={form} />
      ))}
      <FieldsForm {...common} groups={['expense']} />
      <Result values={form.values} before={before} />
      <FieldsForm {...common} groups={['living', 'housing', 'land']} />
    </>
  );
}

type IncomeGroupProperties = { category: IncomeCategory; form: SurveyFormProperties };

/** Parts of an income and their sum; where a form has only the sum, it may be given instead. */
function IncomeGroup({ category, form }: IncomeGroupProperties) {
  const { t } = useTranslation();
  const { total, items } = incomeCategories[category];
  const hasParts = items.some((key) => !isAbsent(form.values[key]));
  const sum = sumOfItems(incomeFactsOf(form.values), items);
  return (
    <fieldset className="mb-household-group">
      <legend>{t(`fields:group.${category}`)}</legend>
      <FieldsForm {...form} of="survey" groups={[]} only={hasParts ? items : [...items, total]} />
      <p className="mb-household-field-note" aria-live="polite">
        {hasParts
          ? t('households:survey.sum', { amount: yuanText(sum ?? 0) })
          : t('households:survey.totalOnly')}
      </p>
    </fieldset>
  );
}

/** What the numbers come to, before anything is saved. */
function Result({ values, before }: { values: Values; before: Values | undefined }) {
  const { t } = useTranslation();
  const facts = incomeFactsOf(values);
  if (!statesIncome(facts)) return null;
  const income = incomeOf(facts);
  const last = before?.['incomePerHeadFen'];
  return (
    <div className="mb-household-result" aria-live="polite">
      <Facts
        items={[
          { label: t('fields:survey.incomeFen'), value: <Money fen={income.incomeFen} /> },
          { label: t('fields:survey.netIncomeFen'), value: <Money fen={income.netIncomeFen} /> },
          {
            label: t('fields:survey.incomePerHeadFen'),
            value: (
              <strong>
                <Money fen={income.incomePerHeadFen} />
              </strong>
            ),
          },
          ...(typeof last === 'number'
            ? [{ label: t('households:survey.lastYear'), value: <Money fen={last} /> }]
            : []),
        ]}
      />
    </div>
  );
}
