import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../platform/web/format.ts';
import type { ValueClass } from '../model/classes.ts';
import type { Unit } from '../model/indicators.ts';

type LegendProperties = {
  classes: readonly ValueClass[];
  ramp: readonly string[];
  /** The colour of cells without a value. */
  none: string;
  unit: Unit;
};

export function MapLegend({ classes, ramp, none, unit }: LegendProperties) {
  const { t } = useTranslation();
  return (
    <ul className="mb-map-legend">
      {classes.map(({ from, below }, index) => (
        <li key={from}>
          <span className="mb-map-swatch" style={{ background: ramp[index] }} />
          {below === null
            ? t('wall:map.from', { from: write(from, unit) })
            : t('wall:map.between', { from: write(from, unit), below: write(below, unit) })}
        </li>
      ))}
      <li>
        <span className="mb-map-swatch" style={{ background: none }} />
        {t('wall:map.noData')}
      </li>
    </ul>
  );
}

/** Bare numbers: the unit stands in the indicator's name. */
function write(value: number, unit: Unit): string {
  if (unit === 'share') return formatShare(value);
  return formatNumber(unit === 'fen' ? value / 100 : value);
}
