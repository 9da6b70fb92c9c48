import { useTranslation } from 'react-i18next';
import { api } from '../../../../platform/web/api.ts';
import { formatNumber } from '../../../../platform/web/format.ts';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import type { ReasonCount, RunAnswer } from '../../model/contract.ts';
import { DownloadButton } from '../words/download-button.tsx';
import { useReasonTitle } from '../words/reason-words.ts';
import { FindingList } from './finding-list.tsx';
import { HELD_BACK, sumReasons } from './sum-reasons.ts';

/** Why rows stayed out or want a look, and each of them with its cell and its cure. */
export function ReasonsAndRows({ run }: { run: RunAnswer }) {
  const { t } = useTranslation();
  const reasons = sumReasons(run.tables);
  const hasRefused = reasons.some(({ level }) => level === 'E');
  return (
    <>
      <Section title={t('intake-desk:reasons.title')}>
        <div className="mb-intake-reason-groups">
          {(['E', 'W'] as const).map((level) => (
            <ReasonGroup
              key={level}
              level={level}
              reasons={reasons.filter((reason) => reason.level === level)}
            />
          ))}
        </div>
      </Section>
      <Section
        title={t('intake-desk:findings.title')}
        actions={
          hasRefused && (
            <DownloadButton
              type="primary"
              call={() =>
                api.GET('/api/intake/runs/{id}/refused.xlsx', {
                  params: { path: { id: run.id } },
                  parseAs: 'blob',
                })
              }
            >
              {t('intake-desk:findings.download')}
            </DownloadButton>
          )
        }
      >
        {hasRefused && (
          <p className="mb-soft mb-intake-how">{t('intake-desk:findings.howToCure')}</p>
        )}
        <FindingList run={run} reasons={reasons} />
      </Section>
    </>
  );
}

type ReasonGroupProperties = { level: 'E' | 'W'; reasons: readonly ReasonCount[] };

function ReasonGroup({ level, reasons }: ReasonGroupProperties) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ code, count }) => (code === HELD_BACK ? 1 : count)));
  return (
    <div>
      <h3>{t(`intake-desk:reasons.${level}`)}</h3>
      <ul className={`mb-intake-reasons mb-intake-reasons-${level}`}>
        {reasons.map((reason) => (
          <ReasonLine key={reason.code} reason={reason} share={reason.count / most} />
        ))}
      </ul>
    </div>
  );
}

function ReasonLine({ reason, share }: { reason: ReasonCount; share: number }) {
  const { t } = useTranslation();
  const titleOf = useReasonTitle();
  const [address, change] = useUrlState();
  const { code, count } = reason;
  const isChosen = address['code'] === code;
  return (
    <li>
      <button
        type="button"
        className="mb-intake-reason"
        aria-pressed={isChosen}
        onClick={() => change({ code: isChosen ? undefined : code, page: undefined })}
      >
        <span className="mb-intake-reason-title">{titleOf(code)}</span>
        <span className="mb-intake-reason-count">
          {t('intake-desk:reasons.times', { count, number: formatNumber(count) })}
        </span>
        {code !== HELD_BACK && (
          <span className="mb-intake-reason-bar" aria-hidden>
            <span style={{ width: `${Math.max(2, share * 100)}%` }} />
          </span>
        )}
      </button>
    </li>
  );
}
