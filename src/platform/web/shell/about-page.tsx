import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../kit/loaded.tsx';
import { Facts, PageHeader, Section } from '../kit/page-header.tsx';
import { readHealth } from './health.ts';

/** What is running here, and that it is open. */
export function AboutPage() {
  const { t } = useTranslation();
  const health = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => readHealth(signal) });
  return (
    <>
      <PageHeader title={t('shell:about.title')} description={t('shell:about.text')} />
      <Section title={t('shell:about.server')}>
        <Loaded query={health}>
          {(found) => (
            <Facts
              items={Object.entries(found).map(([name, value]) => ({
                label: t(`shell:about.${name}`, { defaultValue: name }),
                value,
              }))}
            />
          )}
        </Loaded>
      </Section>
      <Section title={t('shell:about.open')}>
        <p className="mb-plain">{t('shell:about.licence')}</p>
      </Section>
    </>
  );
}
