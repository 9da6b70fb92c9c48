import { Progress, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import type { PrintAnswer } from '../model/contract.ts';

const colours = {
  queued: 'default',
  running: 'processing',
  done: 'success',
  cancelled: 'default',
  failed: 'error',
} as const;

/** How far a print is, what came of it, and which characters must be written in by hand. */
export function PrintProgress({ print }: { print: PrintAnswer }) {
  const { t } = useTranslation();
  const { state, done, total, pages, missing, problemText } = print;
  if (state === 'running') {
    return (
      <Progress
        size="small"
        className="mb-ledger-progress"
        aria-label={t('ledgers:print.progress')}
        percent={Math.floor((100 * done) / Math.max(total, 1))}
        format={() =>
          t('ledgers:print.done', { done: formatNumber(done), total: formatNumber(total) })
        }
      />
    );
  }
  return (
    <span className="mb-ledger-state">
      <Tag color={colours[state]}>{t(`ledgers:print.state.${state}`)}</Tag>
      {state === 'done' &&
        pages !== null &&
        t('ledgers:print.pages', { pages: formatNumber(pages) })}
      {problemText !== null && <span>{problemText}</span>}
      {missing.length > 0 && (
        <span className="mb-ledger-missing">
          {t('ledgers:print.missing', {
            characters: missing.map(({ codePoint, count }) => `${codePoint} × ${count}`).join(' '),
          })}
        </span>
      )}
    </span>
  );
}
