import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { Money } from '../../../../platform/web/kit/values.tsx';
import { chartColours } from '../../../../platform/web/theme/palette.ts';
import { useTheme } from '../../../../platform/web/theme/use-theme.tsx';
import { incomeKinds } from '../form/income-facts.ts';
import { yuanText } from '../words/value-text.ts';
import type { IncomeLines } from './income-lines.ts';
import type { LineOfYear } from './income-section.tsx';
import type { IncomeYear } from './income-years.ts';

const kindKeys = {
  wage: 'wageFen',
  business: 'businessFen',
  property: 'propertyFen',
  transfer: 'transferFen',
} as const;

type Line = { name: 'povertyLine' | 'monitoringLine'; fen: number };

function lineOf(lines: IncomeLines | undefined): Line | undefined {
  if (lines?.povertyLineFen !== undefined)
    return { name: 'povertyLine', fen: lines.povertyLineFen };
  if (lines?.monitoringLineFen === undefined) return undefined;
  return { name: 'monitoringLine', fen: lines.monitoringLineFen };
}

/** Income per head of each year as a bar, coloured by where it came from, with the line of the year. */
export function IncomeBars({ years, lines }: { years: readonly IncomeYear[]; lines: LineOfYear }) {
  const perHead = years.map(({ income }) => income.incomePerHeadFen ?? 0);
  const lineFens = years.map(({ year }) => lineOf(lines.get(year))?.fen ?? 0);
  const most = Math.max(1, ...perHead, ...lineFens);
  return (
    <figure className="mb-household-bars">
      <Legend hasLine={lineFens.some((fens) => fens > 0)} />
      <ol>
        {years.map((year) => (
          <YearBar key={year.year} year={year} line={lineOf(lines.get(year.year))} most={most} />
        ))}
      </ol>
    </figure>
  );
}

function Legend({ hasLine }: { hasLine: boolean }) {
  const { t } = useTranslation();
  const { categories } = chartColours(useTheme().theme);
  return (
    <figcaption>
      <span>{t('households:income.caption')}</span>
      <span className="mb-household-legend">
        {incomeKinds.map((kind, place) => (
          <span key={kind}>
            <i style={{ background: categories[place] }} aria-hidden="true" />
            {t(`fields:group.${kind}`)}
          </span>
        ))}
        {hasLine && (
          <span>
            <i className="mb-household-legend-line" aria-hidden="true" />
            {t('households:income.lineOfYear')}
          </span>
        )}
      </span>
    </figcaption>
  );
}

type YearBarProperties = { year: IncomeYear; line: Line | undefined; most: number };

function YearBar({ year, line, most }: YearBarProperties) {
  const { t } = useTranslation();
  const { income } = year;
  const perHead = income.incomePerHeadFen;
  return (
    <li>
      <span className="mb-household-bar-year mb-number">{year.year}</span>
      <span className="mb-household-bar" aria-hidden="true">
        <Segments year={year} most={most} />
        {line !== undefined && (
          <i className="mb-household-line" style={{ insetInlineStart: percent(line.fen, most) }} />
        )}
      </span>
      <span className="mb-household-bar-value">
        <strong>
          <Money fen={perHead} />
        </strong>
        <Change change={year.change} />
        {line !== undefined && perHead !== null && (
          <ToneTag tone={perHead < line.fen ? 'bad' : 'good'}>
            {t(perHead < line.fen ? 'households:income.below' : 'households:income.above', {
              line: t(`households:income.${line.name}`),
              amount: yuanText(line.fen),
            })}
          </ToneTag>
        )}
      </span>
    </li>
  );
}

/** The bar is the income per head; its colours share it out by where the income came from. */
function Segments({ year, most }: { year: IncomeYear; most: number }) {
  const { categories } = chartColours(useTheme().theme);
  const { income } = year;
  const perHead = Math.max(0, income.incomePerHeadFen ?? 0);
  const all = income.incomeFen;
  if (all <= 0 || perHead === 0) return null;
  return incomeKinds.map((kind, place) => (
    <i
      key={kind}
      style={{
        width: percent((income[kindKeys[kind]] / all) * perHead, most),
        background: categories[place],
      }}
    />
  ));
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)}%`;
}

/** The change against the year before, in words for those who hear it. */
export function Change({ change }: { change: number | undefined }) {
  const { t } = useTranslation();
  if (change === undefined) return null;
  const share = formatShare(Math.abs(change));
  return (
    <span className={change < 0 ? 'mb-household-bad' : 'mb-household-good'}>
      <span aria-hidden="true">
        {change < 0 ? '↓' : '↑'}
        {share}
      </span>
      <span className="mb-only-heard">
        {t(change < 0 ? 'households:income.less' : 'households:income.more', { share })}
      </span>
    </span>
  );
}
