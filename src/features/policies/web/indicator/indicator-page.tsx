import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { Facts, PageHeader } from '../../../../platform/web/kit/page-header.tsx';
import { usePathParameter } from '../../../../platform/web/kit/use-path-parameter.ts';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { addressed, type Behind, householdsAt, useIndicator } from '../policy-queries.ts';
import { useNames, useQuantity, useSay } from '../words.ts';
import { HouseholdsBehind } from './households-behind.tsx';
import { PlacesBelow } from './places-below.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { Reports } from './reports.tsx';
import '../policies.css';

/** One number of a document: its value here, in the divisions below, and the households or reports behind it. */
export function IndicatorPage() {
  const { t } = useTranslation();
  const say = useSay();
  const pack = usePathParameter('pack');
  const indicator = usePathParameter('indicator');
  const [state] = useUrlState();
  const region = state['region'];
  const page = Number(state['page'] ?? '1');
  const query = useIndicator({ pack, indicator, region, page });
  return (
    <>
      <PageHeader
        title={
          query.data === undefined ? t('policies:indicator.title') : say(query.data.indicator.title)
        }
        description={query.data !== undefined && say(query.data.pack.title)}
        back={region === undefined ? `/policies/${pack}` : `/policies/${pack}?region=${region}`}
        actions={query.data?.mayReport === true && <ReportButton behind={query.data} />}
      />
      <Loaded query={query}>{(behind) => <NumberBehind behind={behind} page={page} />}</Loaded>
    </>
  );
}

function ReportButton({ behind }: { behind: Behind }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('policies:indicator.report')}
      </Button>
      {isOpen && <ReportDialog behind={behind} onClose={() => setOpen(false)} />}
    </>
  );
}

function NumberBehind({ behind, page }: { behind: Behind; page: number }) {
  const { indicator } = behind;
  return (
    <>
      <Trail behind={behind} />
      <Value behind={behind} />
      {behind.places.length > 0 && <PlacesBelow behind={behind} />}
      {behind.households !== null && (
        <HouseholdsBehind households={behind.households} page={page} />
      )}
      {indicator.source === 'reported' && <Reports behind={behind} />}
    </>
  );
}

/** The way back up, as far as the posting reaches. */
function Trail({ behind }: { behind: Behind }) {
  const { t } = useTranslation();
  const { path, pack, indicator } = behind;
  return (
    <nav className="mb-policy-trail" aria-label={t('policies:indicator.trail')}>
      <ol>
        {path.map(({ code, name }) => (
          <li key={code}>
            {code === behind.region.code ? (
              <span aria-current="page">{name}</span>
            ) : (
              <ScreenLink
                to={`/policies/${pack.id}/indicators/${indicator.id}?region=${addressed(code)}`}
              >
                {name}
              </ScreenLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Value({ behind }: { behind: Behind }) {
  const { t } = useTranslation();
  const names = useNames();
  const quantity = useQuantity();
  const { indicator, region } = behind;
  const { value, unit, absence, source, reportedBy, every, report, filters } = indicator;
  return (
    <section className="mb-section" aria-label={t('policies:indicator.value')}>
      <p className="mb-policy-value">
        {value === null ? (
          <span className="mb-soft">{t(`policies:absence.${absence ?? 'nobodyAsked'}`)}</span>
        ) : (
          <strong className="mb-number">{quantity(value, unit)}</strong>
        )}
        {filters !== null && value !== null && (
          <ScreenLink to={householdsAt(region.code, filters)}>
            {t('policies:indicator.openList')}
          </ScreenLink>
        )}
      </p>
      <Facts
        items={[
          {
            label: t('policies:indicator.source'),
            value:
              source === 'register'
                ? t('policies:indicator.fromRegister')
                : [
                    t('policies:clause.reportedBy', { names: names(reportedBy) }),
                    ...(every === null ? [] : [t(`policies:every.${every}`)]),
                  ].join(' · '),
          },
          ...(report === null
            ? []
            : [
                { label: t('policies:indicator.period'), value: report.period },
                { label: t('policies:indicator.evidence'), value: report.evidence },
              ]),
        ]}
      />
    </section>
  );
}
