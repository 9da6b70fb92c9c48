import { useTranslation } from 'react-i18next';
import { formatYuan, fen as wholeFen } from '../../../kernel/money.ts';
import { formatInstant, formatNumber } from '../format.ts';

/** An absent value: a dash for the eye, words for the ear. */
export function Absent() {
  const { t } = useTranslation();
  return (
    <span className="mb-absent">
      <span aria-hidden="true">—</span>
      <span className="mb-only-heard">{t('shell:value.absent')}</span>
    </span>
  );
}

type MoneyProperties = {
  /** Whole fen. */
  fen: number | null | undefined;
  /** Leaves out the fen: for large sums on boards. */
  whole?: boolean;
};

/** An amount in yuan with grouped digits. */
export function Money({ fen, whole = false }: MoneyProperties) {
  const { t } = useTranslation();
  if (fen === null || fen === undefined) return <Absent />;
  const [yuan = '0', part = '00'] = formatYuan(wholeFen(Math.abs(fen))).split('.');
  const amount = formatNumber(Number(yuan)) + (whole ? '' : `.${part}`);
  const heard = t(fen < 0 ? 'shell:value.yuanLess' : 'shell:value.yuan', { amount });
  return (
    <span className="mb-number">
      <span aria-hidden="true">
        {fen < 0 ? '−' : ''}
        <span className="mb-currency">¥</span>
        {amount}
      </span>
      <span className="mb-only-heard">{heard}</span>
    </span>
  );
}

/** A day, `2026-03-01`. */
export function Day({ value }: { value: string | null | undefined }) {
  if (value === null || value === undefined || value === '') return <Absent />;
  return (
    <time className="mb-number" dateTime={value}>
      {value}
    </time>
  );
}

/** A moment, in China time to the minute. */
export function Instant({ value }: { value: string | null | undefined }) {
  if (value === null || value === undefined || value === '') return <Absent />;
  return (
    <time className="mb-number" dateTime={value}>
      {formatInstant(value)}
    </time>
  );
}
