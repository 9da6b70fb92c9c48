import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';

export type Bar = {
  key: string;
  label: string;
  households: number;
  note?: ReactNode;
  /** The list of these households. */
  to: string;
};

/** Counts of households side by side as a list of links: read by eye, ear and keyboard alike. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const { t } = useTranslation();
  const longest = bars.reduce((found, { households }) => Math.max(found, households), 1);
  return (
    <ul className="mb-bars" aria-label={label}>
      {bars.map(({ key, to, label: name, households, note }) => (
        <li key={key}>
          <ScreenLink to={to} className="mb-bar">
            <span className="mb-bar-label">{name}</span>
            <span className="mb-bar-value">
              {t('wall:unit.householdsShort', { amount: formatNumber(households) })}
              {note !== undefined && <small>{note}</small>}
            </span>
            <span className="mb-bar-track" aria-hidden="true">
              <span className="mb-bar-fill" style={{ width: `${(100 * households) / longest}%` }} />
            </span>
          </ScreenLink>
        </li>
      ))}
    </ul>
  );
}
