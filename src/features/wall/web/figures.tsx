import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../platform/web/format.ts';
import { Figure } from '../../../platform/web/kit/page-header.tsx';
import { Absent, Money } from '../../../platform/web/kit/values.tsx';
import type { Summary } from './wall-queries.ts';
import { useAmounts } from './words.ts';

export type SectionProperties = { summary: Summary; behind: (filters: string) => string };

/** The numbers that a leader asks for first; each opens the households that it counts. */
export function Figures({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const { persons } = useAmounts();
  const { counts } = summary;
  return (
    <section className="mb-wall-figures" aria-label={t('wall:figure.title')}>
      {(['households', 'poor', 'exited', 'monitored'] as const).map((key) => (
        <Figure
          key={key}
          label={t(`wall:figure.${key}`)}
          value={t('wall:unit.householdsShort', {
            amount: formatNumber(counts[key].households),
          })}
          note={t('wall:figure.note', { persons: persons(counts[key].persons) })}
          to={behind(counts[key].filters)}
        />
      ))}
      <IncidenceFigure summary={summary} behind={behind} />
      <IncomeFigure summary={summary} behind={behind} />
      <CompleteFigure summary={summary} behind={behind} />
    </section>
  );
}

function IncidenceFigure({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const { value, of } = summary.incidence;
  const { population } = summary;
  return (
    <Figure
      label={t(`wall:figure.incidence${of}`)}
      value={value === null ? <Absent /> : formatShare(value)}
      note={
        population === null
          ? t('wall:figure.populationMissing')
          : t('wall:figure.population', { amount: formatNumber(population) })
      }
      to={behind(summary.counts.poor.filters)}
    />
  );
}

function IncomeFigure({ summary }: SectionProperties) {
  const { t } = useTranslation();
  const year = summary.incomes?.year;
  return (
    <Figure
      label={t('wall:figure.income')}
      value={<Money fen={summary.incomePerHeadFen} whole />}
      note={year === undefined ? undefined : t('wall:figure.incomeNote', { year: String(year) })}
    />
  );
}

function CompleteFigure({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const { households, incomplete } = summary.counts;
  const share = households.households === 0 ? 1 : 1 - incomplete.households / households.households;
  return (
    <Figure
      label={t('wall:figure.complete')}
      value={formatShare(share)}
      note={t('wall:figure.completeNote', { amount: formatNumber(incomplete.households) })}
      to={behind(incomplete.filters)}
    />
  );
}
