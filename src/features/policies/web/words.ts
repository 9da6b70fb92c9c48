import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../platform/web/format.ts';
import { isUnitWritten } from '../model/unit.ts';

type Both = { zh: string; en: string };

/** What a pack says, in the reader's language. */
export function useSay(): (words: Both) => string {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return useCallback((words) => (isEnglish ? words.en : words.zh), [isEnglish]);
}

/** Names one after the other, as the language joins them. */
export function useNames(): (named: readonly { title: Both }[]) => string {
  const { t } = useTranslation();
  const say = useSay();
  return (named) => named.map(({ title }) => say(title)).join(t('policies:separator'));
}

/** A value with its unit: 92.5%, 1,200 户, done. */
export function useQuantity(): (value: number, unit: string) => string {
  const { t } = useTranslation();
  return (value, unit) => {
    if (unit === 'percent') return `${formatNumber(value)}%`;
    if (unit === 'done') {
      return t(value >= 1 ? 'policies:indicator.isDone' : 'policies:indicator.isNotDone');
    }
    if (!isUnitWritten(unit)) return formatNumber(value);
    return t('policies:quantity', {
      value: formatNumber(value),
      unit: t(`policies:unit.${unit}`),
    });
  };
}

/** How a clause is called: its printed number, or what it is where it has none. */
export function useClauseNumber(): (clause: { id: string; number: string }) => string {
  const { t } = useTranslation();
  return ({ id, number }) => {
    if (number !== '') return number;
    if (id === 'preamble' || id === 'closing') return t(`policies:page.${id}`);
    return id;
  };
}
