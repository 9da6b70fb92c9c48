import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { ScreenLink, useGo } from '../../../platform/web/kit/links.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { chartColours, type ThemeName } from '../../../platform/web/theme/palette.ts';
import { useTheme } from '../../../platform/web/theme/use-theme.tsx';
import { Chart, type ChartOption, ChartOrTable, tooltipOf } from './chart.tsx';
import type { SectionProperties } from './figures.tsx';
import type { Count, Summary } from './wall-queries.ts';
import { useAmounts, useBandLabel } from './words.ts';

type Incomes = NonNullable<Summary['incomes']>;
type Behind = SectionProperties['behind'];

/** How income per head is spread, and who lies below the line of the year. */
export function IncomesSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const { incomes } = summary;
  return (
    <Section title={t('wall:income.title')}>
      {incomes === null ? (
        <p className="mb-soft">{t('wall:income.empty')}</p>
      ) : (
        <>
          <BesideBands incomes={incomes} behind={behind} />
          <Bands incomes={incomes} behind={behind} />
        </>
      )}
    </Section>
  );
}

/** Those below the line, and those of whom nothing is known: they are in no band. */
function BesideBands({ incomes, behind }: { incomes: Incomes; behind: Behind }) {
  const { t } = useTranslation();
  const { line, unstated, withoutSurvey } = incomes;
  const belowLine =
    line === null
      ? undefined
      : t(`wall:income.below${line.kind}`, { line: formatNumber(line.fen / 100) });
  return (
    <ul className="mb-wall-chips">
      {line !== null && belowLine !== undefined && (
        <Chip label={belowLine} count={line.below} behind={behind} strong />
      )}
      <Chip label={t('wall:income.unstated')} count={unstated} behind={behind} />
      <Chip label={t('wall:income.withoutSurvey')} count={withoutSurvey} behind={behind} />
    </ul>
  );
}

type ChipProperties = { label: string; count: Count; behind: Behind; strong?: boolean };

function Chip({ label, count, behind, strong }: ChipProperties) {
  const { households } = useAmounts();
  if (count.households === 0 && strong !== true) return null;
  return (
    <li className={strong === true ? 'mb-wall-chip mb-wall-chip-strong' : 'mb-wall-chip'}>
      {label} <ScreenLink to={behind(count.filters)}>{households(count.households)}</ScreenLink>
    </li>
  );
}

function Bands({ incomes, behind }: { incomes: Incomes; behind: Behind }) {
  const { t } = useTranslation();
  const { theme } = useTheme();
  const go = useGo();
  const bandLabel = useBandLabel();
  const { households, persons } = useAmounts();
  const label = t('wall:income.chart', { year: String(incomes.year) });
  const option = useMemo(
    () =>
      optionOf({
        incomes,
        theme,
        names: incomes.bands.map(bandLabel),
        edges: incomes.bands.map(({ from }) => (from === null ? '' : formatNumber(from / 100))),
        axis: t('wall:chart.households'),
      }),
    [incomes, theme, bandLabel, t],
  );
  return (
    <ChartOrTable
      chart={
        <Chart
          option={option}
          label={label}
          height={220}
          onOpen={(_series, index) => {
            const band = incomes.bands[index];
            if (band !== undefined) go(behind(band.filters));
          }}
        />
      }
      table={
        <table className="mb-small-table">
          <caption className="mb-only-heard">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('wall:income.band')}</th>
              <th scope="col">{t('wall:chart.households')}</th>
              <th scope="col">{t('wall:chart.persons')}</th>
            </tr>
          </thead>
          <tbody>
            {incomes.bands.map((band) => (
              <tr key={band.filters}>
                <th scope="row">{bandLabel(band)}</th>
                <td>
                  <ScreenLink to={behind(band.filters)}>{households(band.households)}</ScreenLink>
                </td>
                <td>{persons(band.persons)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function optionOf(of: {
  incomes: Incomes;
  theme: ThemeName;
  names: readonly string[];
  /** Where each band begins; there is no room for more under a bar. */
  edges: readonly string[];
  axis: string;
}): ChartOption {
  const colours = chartColours(of.theme);
  const [usual = '', low = usual] = colours.categories;
  const line = of.incomes.line?.fen ?? Number.NEGATIVE_INFINITY;
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: tooltipOf(colours),
    xAxis: {
      type: 'category',
      data: of.names,
      axisLabel: {
        color: colours.inkSoft,
        interval: 0,
        rotate: 40,
        fontSize: 11,
        formatter: (_name: string, index: number) => of.edges[index] ?? '',
      },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.inkSoft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'bar',
        name: of.axis,
        barCategoryGap: '12%',
        data: of.incomes.bands.map(({ below, households }) => ({
          value: households,
          // A band that the line cuts is not coloured: part of it lies above.
          itemStyle: { color: below !== null && below <= line ? low : usual },
        })),
      },
    ],
  };
}
