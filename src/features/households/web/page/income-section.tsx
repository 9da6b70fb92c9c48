import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { useActs } from '../acts/open-act.tsx';
import type { WholeHousehold } from '../household-queries.ts';
import { IncomeBars } from './income-bars.tsx';
import type { IncomeLines, LinesOf } from './income-lines.ts';
import { IncomeTable } from './income-table.tsx';
import { type IncomeYear, incomeYearsOf } from './income-years.ts';
import { SheetSection } from './sheet-section.tsx';

const SHOWN_YEARS = 5;

/** Income by kind and year, per head, against the year before and the line of the year. */
export function IncomeSection({ whole, linesOf }: { whole: WholeHousehold; linesOf: LinesOf }) {
  const { t } = useTranslation();
  const years = incomeYearsOf(whole.surveys).slice(0, SHOWN_YEARS);
  const lines = useLines(whole.household.villageCode, years, linesOf);
  return (
    <SheetSection name="income" actions={<SurveyActions years={years} />}>
      {years.length === 0 ? (
        <EmptyState
          title={t('households:income.none')}
          description={t('households:income.noneText')}
        />
      ) : (
        <>
          <IncomeBars years={years} lines={lines} />
          <IncomeTable years={years} />
        </>
      )}
    </SheetSection>
  );
}

function SurveyActions({ years }: { years: readonly IncomeYear[] }) {
  const { t } = useTranslation();
  const { mayCorrect, open } = useActs();
  if (!mayCorrect) return null;
  const [latest] = years;
  return (
    <>
      {latest !== undefined && (
        <Button
          size="small"
          icon={<EditOutlined aria-hidden />}
          onClick={() => open({ kind: 'survey', year: latest.year })}
        >
          {t('households:survey.correct', { year: latest.year })}
        </Button>
      )}
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => open({ kind: 'survey' })}
      >
        {t('households:act.survey')}
      </Button>
    </>
  );
}

export type LineOfYear = ReadonlyMap<number, IncomeLines>;

function useLines(region: string, years: readonly IncomeYear[], linesOf: LinesOf): LineOfYear {
  const found = useQueries({
    queries: years.map(({ year }) => ({
      queryKey: ['incomeLines', region, year],
      queryFn: () => linesOf(region, year),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return new Map(
    years.flatMap(({ year }, place) => {
      const lines = found[place]?.data;
      return lines === undefined ? [] : [[year, lines] as const];
    }),
  );
}
