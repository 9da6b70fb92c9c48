import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../platform/web/format.ts';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { BarList } from './bar-list.tsx';
import type { SectionProperties } from './figures.tsx';
import type { Summary } from './wall-queries.ts';
import { useAmounts, useValueLabel } from './words.ts';

type Row = Summary['causes'][number];

/** Why households are poor: main causes, the most frequent first. */
export function CausesSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  return (
    <Section title={t('wall:cause.title')}>
      <Rows
        rows={summary.causes}
        list="povertyCause"
        label={t('wall:cause.title')}
        empty={t('wall:cause.empty')}
        behind={behind}
      />
    </Section>
  );
}

const ways = [
  { key: 'povertyStatus', list: 'povertyStatus', of: 'statuses' },
  { key: 'kind', list: 'poorHouseholdKind', of: 'kinds' },
  { key: 'monitoredCategory', list: 'monitoredCategory', of: 'monitored' },
] as const;

/** Who the households are: by exit status, kind, or category of monitoring. */
export function MakeUpSection({ summary, behind }: SectionProperties) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string>('povertyStatus');
  const way = ways.find(({ key }) => key === chosen) ?? ways[0];
  return (
    <Section
      title={t('wall:breakdown.title')}
      actions={
        <Select<string>
          size="small"
          className="mb-map-indicator"
          aria-label={t('wall:breakdown.by')}
          value={way.key}
          onChange={choose}
          popupMatchSelectWidth={false}
          options={ways.map(({ key }) => ({ value: key, label: t(`wall:breakdown.${key}`) }))}
        />
      }
    >
      <Rows
        rows={summary[way.of]}
        list={way.list}
        label={t(`wall:breakdown.${way.key}`)}
        empty={t('wall:breakdown.empty')}
        behind={behind}
      />
    </Section>
  );
}

type RowsProperties = {
  rows: readonly Row[];
  list: string;
  label: string;
  empty: string;
  behind: (filters: string) => string;
};

function Rows({ rows, list, label, empty, behind }: RowsProperties) {
  const nameOf = useValueLabel(list);
  const { persons } = useAmounts();
  const all = rows.reduce((sum, row) => sum + row.households, 0);
  if (rows.length === 0) return <p className="mb-soft">{empty}</p>;
  return (
    <BarList
      label={label}
      bars={rows.map((row) => ({
        key: row.value ?? '',
        label: nameOf(row.value),
        households: row.households,
        note: `${persons(row.persons)} · ${formatShare(row.households / all)}`,
        to: behind(row.filters),
      }))}
    />
  );
}
