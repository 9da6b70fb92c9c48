import { useTranslation } from 'react-i18next';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { BarList } from './bar-list.tsx';
import type { SectionProperties } from './figures.tsx';

/** What the data rules found and nobody has settled yet; each line opens the households concerned. */
export function FindingsSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  if (summary.findings.length === 0) return null;
  return (
    <Section title={t('wall:finding.title')}>
      <BarList
        label={t('wall:finding.title')}
        bars={summary.findings.map(({ rule, level, households, filters }) => ({
          key: rule,
          label: t(`quality:${rule}.title`, { defaultValue: rule }),
          households,
          note: `${rule} · ${t(`quality:level.${level}`, { defaultValue: level })}`,
          to: behind(filters),
        }))}
      />
    </Section>
  );
}
