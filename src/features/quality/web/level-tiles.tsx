import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../platform/web/format.ts';
import type { SummaryAnswer } from '../model/contract.ts';
import { type Level, levels } from './quality-queries.ts';

type LevelTilesProperties = {
  summary: SummaryAnswer;
  chosen: Level | undefined;
  choose: (chosen: { level: Level | undefined }) => void;
};

/** How many households are without fault, and how many findings of each level are open; a click keeps to one level. */
export function LevelTiles({ summary, chosen, choose }: LevelTilesProperties) {
  const { t } = useTranslation();
  const { households, faultyHouseholds } = summary;
  const clean = households - faultyHouseholds;
  return (
    <div className="mb-quality-tiles">
      <div className="mb-figure">
        <span className="mb-figure-label">{t('quality-desk:figure.clean')}</span>
        <span className="mb-figure-value">
          {households === 0 ? formatNumber(0) : formatShare(clean / households)}
        </span>
        <span className="mb-figure-note">
          {t('quality-desk:figure.cleanNote', {
            clean: formatNumber(clean),
            households: formatNumber(households),
          })}
        </span>
      </div>
      {levels.map((level) => {
        const counts = summary.levels[level];
        return (
          <button
            key={level}
            type="button"
            className={`mb-figure mb-quality-tile mb-quality-tile-${level}`}
            aria-pressed={chosen === level}
            onClick={() => choose({ level: chosen === level ? undefined : level })}
          >
            <span className="mb-figure-label">{t(`quality-desk:level.${level}`)}</span>
            <span className="mb-figure-value">{formatNumber(counts.open)}</span>
            <span className="mb-figure-note">
              {t('quality-desk:figure.households', {
                count: counts.households,
                number: formatNumber(counts.households),
              })}
            </span>
            {counts.explained + counts.exempted > 0 && (
              <span className="mb-figure-note">
                {t('quality-desk:figure.settled', {
                  explained: formatNumber(counts.explained),
                  exempted: formatNumber(counts.exempted),
                })}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
