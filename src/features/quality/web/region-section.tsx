import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import type { FindingChoice, SummaryAnswer } from '../model/contract.ts';
import { levels } from './quality-queries.ts';
import { Shortened } from './shortened.tsx';

type RegionCount = SummaryAnswer['regions'][number];

type RegionSectionProperties = {
  summary: SummaryAnswer;
  choice: FindingChoice;
  choose: (chosen: { region: string }) => void;
};

/** The divisions just below with open findings, the most first; a click goes down into one. */
export function RegionSection({ summary, choice, choose }: RegionSectionProperties) {
  const { t } = useTranslation();
  const { regions } = summary;
  const faulty = regions
    .filter((region) => sumOf(region) > 0)
    .sort((one, other) => sumOf(other) - sumOf(one));
  const most = faulty[0] === undefined ? 1 : sumOf(faulty[0]);
  const clean = regions.length - faulty.length;
  const title =
    choice.ruleId === undefined
      ? t('quality-desk:regions.title')
      : t('quality-desk:regions.titleOf', { rule: t(`quality:${choice.ruleId}.title`) });
  return (
    <Section title={title}>
      {regions.length === 0 && <p className="mb-soft">{t('quality-desk:regions.lowest')}</p>}
      {regions.length > 0 && faulty.length === 0 && (
        <p className="mb-soft">{t('quality-desk:regions.none')}</p>
      )}
      <Shortened rows={faulty} label={t('quality-desk:regions.below')} keyOf={({ code }) => code}>
        {(region) => (
          <RegionBar region={region} most={most} onOpen={() => choose({ region: region.code })} />
        )}
      </Shortened>
      {clean > 0 && faulty.length > 0 && (
        <p className="mb-soft">{t('quality-desk:regions.rest', { count: clean })}</p>
      )}
    </Section>
  );
}

function sumOf({ E, W, I }: RegionCount): number {
  return E + W + I;
}

type RegionBarProperties = { region: RegionCount; most: number; onOpen: () => void };

function RegionBar({ region, most, onOpen }: RegionBarProperties) {
  const { t } = useTranslation();
  const { name, E, W, I } = region;
  return (
    <button type="button" className="mb-quality-bar" onClick={onOpen}>
      <span className="mb-quality-bar-label">{name}</span>
      <span className="mb-quality-bar-value">{formatNumber(sumOf(region))}</span>
      <span className="mb-only-heard">{t('quality-desk:regions.parts', { E, W, I })}</span>
      <span className="mb-quality-track" aria-hidden="true">
        {levels.map((level) => (
          <span
            key={level}
            className={`mb-quality-fill mb-quality-fill-${level}`}
            style={{ width: `${(100 * region[level]) / most}%` }}
          />
        ))}
      </span>
    </button>
  );
}
