import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { chartColours, type ThemeName } from '../../../platform/web/theme/palette.ts';
import { useTheme } from '../../../platform/web/theme/use-theme.tsx';
import { Chart, type ChartOption, ChartOrTable, tooltipOf } from './chart.tsx';
import type { SectionProperties } from './figures.tsx';
import type { Summary } from './wall-queries.ts';
import { useAmounts } from './words.ts';

type Changes = Summary['changes'];
type Kind = Changes['kinds'][number]['kind'];

/** What happened in the last week and month, by day and kind. */
export function ChangesSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const { changes } = summary;
  const kinds = changes.kinds.filter(({ month }) => month > 0);
  return (
    <Section title={t('wall:change.title')}>
      {kinds.length === 0 ? (
        <p className="mb-soft">{t('wall:change.none')}</p>
      ) : (
        <>
          <KindTable kinds={kinds} behind={behind} />
          <ByDay
            changes={changes}
            kinds={kinds.map(({ kind }) => kind).filter((kind) => kind !== 'imported')}
          />
        </>
      )}
    </Section>
  );
}

function KindTable({
  kinds,
  behind,
}: {
  kinds: Changes['kinds'];
  behind: (filters: string) => string;
}) {
  const { t } = useTranslation();
  const { households } = useAmounts();
  const write = (kind: Kind, count: number): string =>
    kind === 'imported' ? households(count) : formatNumber(count);
  return (
    <table className="mb-small-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('wall:change.week')}</th>
          <th scope="col">{t('wall:change.month')}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, week, month, weekFilters, monthFilters }) => (
          <tr key={kind}>
            <th scope="row">{t(`wall:change.${kind}`)}</th>
            <td>
              <ScreenLink to={behind(weekFilters)}>{write(kind, week)}</ScreenLink>
            </td>
            <td>
              <ScreenLink to={behind(monthFilters)}>{write(kind, month)}</ScreenLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Without what was imported: a file of thousands would flatten everything people did. */
function ByDay({ changes, kinds }: { changes: Changes; kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  const { theme } = useTheme();
  const option = useMemo(
    () => optionOf({ changes, kinds, theme, nameOf: (kind) => t(`wall:change.${kind}`) }),
    [changes, kinds, theme, t],
  );
  if (kinds.length === 0) return null;
  const days = changes.days.filter(({ counts }) => Object.keys(counts).length > 0);
  return (
    <ChartOrTable
      chart={<Chart option={option} label={t('wall:change.chart')} height={190} />}
      table={
        <table className="mb-small-table">
          <caption className="mb-only-heard">{t('wall:change.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('wall:change.day')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`wall:change.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, counts }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {kinds.map((kind) => (
                  <td key={kind}>{formatNumber(counts[kind] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function optionOf(of: {
  changes: Changes;
  kinds: readonly Kind[];
  theme: ThemeName;
  nameOf: (kind: Kind) => string;
}): ChartOption {
  const colours = chartColours(of.theme);
  return {
    animation: false,
    color: [...colours.categories],
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      type: 'scroll',
      textStyle: { color: colours.inkSoft },
      itemHeight: 8,
      itemWidth: 12,
    },
    tooltip: tooltipOf(colours),
    xAxis: {
      type: 'category',
      data: of.changes.days.map(({ day }) => day.slice(5)),
      axisLabel: { color: colours.inkSoft },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: colours.inkSoft },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: of.kinds.map((kind) => ({
      type: 'bar',
      stack: 'all',
      name: of.nameOf(kind),
      data: of.changes.days.map(({ counts }) => counts[kind] ?? 0),
      barMaxWidth: 18,
    })),
  };
}
