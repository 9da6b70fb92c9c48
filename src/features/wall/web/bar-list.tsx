import type { ReactNode } from 'react';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';

export type Bar = {
  key: string;
  label: string;
  /** What the bar's length stands for. */
  amount: number;
  /** The number as it is written. */
  value: ReactNode;
  note?: ReactNode;
  to: string;
};

/** Numbers side by side, longest first, as a list of links: read by eye, ear and keyboard alike. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const longest = bars.reduce((found, { amount }) => Math.max(found, amount), 0);
  return (
    <ul className="mb-bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <ScreenLink to={bar.to} className="mb-bar">
            <span className="mb-bar-label">{bar.label}</span>
            <span className="mb-bar-value">
              {bar.value}
              {bar.note !== undefined && <small>{bar.note}</small>}
            </span>
            <span className="mb-bar-track" aria-hidden="true">
              <span
                className="mb-bar-fill"
                style={{ width: `${longest === 0 ? 0 : (100 * bar.amount) / longest}%` }}
              />
            </span>
          </ScreenLink>
        </li>
      ))}
    </ul>
  );
}
