import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../platform/web/kit/page-header.tsx';
import { type Summary, usePath } from './wall-queries.ts';

type HeaderProperties = {
  reach: string;
  region: string;
  summary: UseQueryResult<Summary>;
  goTo: (code: string) => void;
};

/** Where the reader is, the way back up as far as the posting reaches, and how fresh the figures are. */
export function WallHeader({ reach, region, summary, goTo }: HeaderProperties) {
  const path = usePath(region);
  const above = (path.data?.path ?? []).filter(
    ({ code }) => code.length >= reach.length && code !== region,
  );
  const { t } = useTranslation();
  return (
    <>
      {above.length > 0 && (
        <nav className="mb-wall-trail" aria-label={t('wall:start.trail')}>
          <ol>
            {above.map(({ code, name }) => (
              <li key={code}>
                <button type="button" onClick={() => goTo(code)}>
                  {name}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <PageHeader
        title={path.data?.name ?? summary.data?.region.name ?? t('wall:start.title')}
        description={
          summary.data === undefined ? undefined : <AsOf seconds={summary.data.lagSeconds} />
        }
      />
    </>
  );
}

function AsOf({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation();
  return t('wall:start.asOf', { time: useAgo()(seconds ?? 0) });
}

function useAgo(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    if (seconds < 5) return t('wall:start.now');
    if (seconds < 60) return t('wall:start.secondsAgo', { count: Math.round(seconds) });
    return t('wall:start.minutesAgo', { count: Math.round(seconds / 60) });
  };
}
