import { useTranslation } from 'react-i18next';
import { api } from '../../../../platform/web/api.ts';
import { PageHeader, Section } from '../../../../platform/web/kit/page-header.tsx';
import { useOfficer } from '../../../../platform/web/session/officer.tsx';
import { sourceKinds } from '../../model/mapping.ts';
import { DownloadButton } from '../words/download-button.tsx';
import { RunList } from './run-list.tsx';
import { UploadPanel } from './upload-panel.tsx';
import '../intake.css';

/** Where spreadsheets come in: the place for files, what is taken, and the imports so far. */
export function IntakePage() {
  const { t } = useTranslation();
  const { posting } = useOfficer();
  return (
    <>
      <PageHeader
        title={t('intake-desk:desk.title')}
        description={t('intake-desk:desk.description', { region: posting?.regionName ?? '' })}
      />
      <div className="mb-intake-desk">
        <UploadSection />
        <Accepted />
      </div>
      <Section title={t('intake-desk:desk.runs')}>
        <RunList />
      </Section>
    </>
  );
}

function UploadSection() {
  const { t } = useTranslation();
  return (
    <section className="mb-intake-desk-upload" aria-label={t('intake-desk:upload.label')}>
      <UploadPanel />
    </section>
  );
}

const points = ['columns', 'titles', 'together', 'again'] as const;

function Accepted() {
  const { t } = useTranslation();
  return (
    <Section title={t('intake-desk:accepted.title')}>
      <ul className="mb-intake-accepted">
        {points.map((point) => (
          <li key={point}>{t(`intake-desk:accepted.${point}`)}</li>
        ))}
      </ul>
      <h3 className="mb-intake-accepted-head">{t('intake-desk:accepted.templates')}</h3>
      <ul className="mb-intake-templates">
        {sourceKinds.map((kind) => (
          <li key={kind}>
            <DownloadButton
              type="link"
              call={() =>
                api.GET('/api/intake/templates/{kind}.xlsx', {
                  params: { path: { kind } },
                  parseAs: 'blob',
                })
              }
            >
              {t(`intake-desk:kind.${kind}`)}
            </DownloadButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
