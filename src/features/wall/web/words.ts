import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../platform/web/format.ts';
import { useCodeLabel } from '../../../platform/web/kit/codes.tsx';
import type { IncomeBand } from '../model/incomes.ts';
import type { Unit } from '../model/indicators.ts';

/** Amounts with their unit, as people say them. */
export function useAmounts() {
  const { t } = useTranslation();
  return useMemo(() => {
    const households = (count: number): string =>
      t('wall:unit.households', { count, amount: formatNumber(count) });
    const persons = (count: number): string =>
      t('wall:unit.persons', { count, amount: formatNumber(count) });
    const inUnit = (value: number, unit: Unit): string => {
      switch (unit) {
        case 'share':
          return formatShare(value);
        case 'persons':
          return persons(value);
        case 'households':
          return households(value);
        case 'fen':
          return t('wall:unit.yuan', { amount: formatNumber(Math.round(value / 100)) });
      }
    };
    return { households, persons, inUnit };
  }, [t]);
}

/** The label of a code, or of its absence. */
export function useValueLabel(list: string): (value: string | null) => string {
  const { t } = useTranslation();
  const label = useCodeLabel();
  return (value) => (value === null ? t('wall:breakdown.unstated') : label(list, value));
}

/** What a missing field is called: persons' and surveys' fields say whose they are. */
export function useFieldLabel(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    if (field === 'survey.year') return t('wall:missing.noSurvey');
    const name = t(`fields:${field}`, { defaultValue: field });
    if (field.startsWith('person.')) return t('wall:missing.ofPersons', { field: name });
    return field.startsWith('survey.') ? t('wall:missing.ofSurvey', { field: name }) : name;
  };
}

/** A band of incomes in whole yuan. */
export function useBandLabel(): (band: IncomeBand) => string {
  const { t } = useTranslation();
  const yuan = (fen: number): string => formatNumber(fen / 100);
  return ({ from, below }) => {
    if (from === null) return t('wall:income.loss');
    if (below === null) return t('wall:income.from', { from: yuan(from) });
    return t('wall:income.between', { from: yuan(from), below: yuan(below) });
  };
}
