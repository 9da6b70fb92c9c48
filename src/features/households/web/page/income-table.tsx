import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Absent, Money } from '../../../../platform/web/kit/values.tsx';
import { usePhone } from '../../../../platform/web/theme/use-theme.tsx';
import { incomeCategories } from '../../model/index.ts';
import { useActs } from '../acts/open-act.tsx';
import { incomeKinds } from '../form/income-facts.ts';
import type { SurveyView } from '../household-queries.ts';
import { yuanText } from '../words/value-text.ts';
import { Change } from './income-bars.tsx';
import { type IncomeYear, statedItems } from './income-years.ts';

const YEARS_ON_A_PHONE = 2;

/** Every amount of the survey by year, parts under their kinds, down to the income per head. */
export function IncomeTable({ years }: { years: readonly IncomeYear[] }) {
  const { t } = useTranslation();
  const shown = usePhone() ? years.slice(0, YEARS_ON_A_PHONE) : years;
  return (
    <table className="mb-household-table mb-household-income">
      <caption className="mb-only-heard">{t('households:income.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('households:income.item')}</th>
          {shown.map((year) => (
            <YearHead key={year.year} year={year.year} />
          ))}
        </tr>
      </thead>
      <tbody>
        {incomeKinds.map((kind) => (
          <KindRows key={kind} kind={kind} years={shown} />
        ))}
        <ExpenseRow years={shown} />
        <Row kind="sum" title={t('fields:survey.netIncomeFen')} years={shown}>
          {({ income }) => <Money fen={income.netIncomeFen} />}
        </Row>
        <Row kind="part" title={t('fields:survey.populationAtYearEnd')} years={shown}>
          {({ people }) => people ?? <Absent />}
        </Row>
        <Row kind="result" title={t('fields:survey.incomePerHeadFen')} years={shown}>
          {(year) => <PerHead year={year} />}
        </Row>
      </tbody>
    </table>
  );
}

function YearHead({ year }: { year: number }) {
  const { t } = useTranslation();
  const { mayCorrect, open } = useActs();
  return (
    <th scope="col">
      <span className="mb-number">{t('households:income.year', { year })}</span>
      {mayCorrect && (
        <Button
          type="text"
          size="small"
          className="mb-household-noprint"
          icon={<EditOutlined aria-hidden />}
          aria-label={t('households:survey.correct', { year })}
          onClick={() => open({ kind: 'survey', year })}
        />
      )}
    </th>
  );
}

type KindRowsProperties = { kind: (typeof incomeKinds)[number]; years: readonly IncomeYear[] };

function KindRows({ kind, years }: KindRowsProperties) {
  const { t } = useTranslation();
  const { total } = incomeCategories[kind];
  return (
    <>
      <Row kind="sum" title={t(`fields:survey.${total}`)} years={years}>
        {({ income }) => <Money fen={income[total as keyof typeof income]} />}
      </Row>
      {statedItems(kind, years).map((key) => (
        <Row key={key} kind="part" title={t(`fields:survey.${key}`)} years={years}>
          {({ survey }) => <Money fen={amountOf(survey, key)} />}
        </Row>
      ))}
    </>
  );
}

function amountOf(survey: SurveyView, key: keyof SurveyView): number | null {
  const value = survey[key];
  return typeof value === 'number' ? value : null;
}

function ExpenseRow({ years }: { years: readonly IncomeYear[] }) {
  const { t } = useTranslation();
  if (years.every(({ income }) => income.expenseFen === 0)) return null;
  return (
    <Row kind="sum" title={t('households:income.expense')} years={years}>
      {({ income }) => <Money fen={0 - income.expenseFen} />}
    </Row>
  );
}

/** The income per head as worked out; says so if the survey states another one. */
function PerHead({ year }: { year: IncomeYear }) {
  const { t } = useTranslation();
  const { income, statedPerHeadFen, change } = year;
  return (
    <>
      <Money fen={income.incomePerHeadFen} /> <Change change={change} />
      {statedPerHeadFen !== null && (
        <small className="mb-household-field-warn">
          {t('households:income.stated', { amount: yuanText(statedPerHeadFen) })}
        </small>
      )}
    </>
  );
}

type RowProperties = {
  kind: 'sum' | 'part' | 'result';
  title: string;
  years: readonly IncomeYear[];
  children: (year: IncomeYear) => ReactNode;
};

function Row({ kind, title, years, children }: RowProperties) {
  return (
    <tr className={`mb-household-row-${kind}`}>
      <th scope="row">{title}</th>
      {years.map((year) => (
        <td key={year.year}>{children(year)}</td>
      ))}
    </tr>
  );
}
