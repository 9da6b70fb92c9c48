import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FactField, type Filter, factFieldOf } from '../../model/index.ts';
import { yuanText } from './value-text.ts';

export type FilterWords = {
  /** What a field to filter by is called; of members it says so. */
  fieldName: (key: string) => string;
  /** The filter as a sentence, `主要致贫原因：因病、因残`. */
  sentence: (filter: Filter) => string;
  /** One value of a field, as it is chosen and read. */
  valueText: (key: string, value: string) => string;
};

/** Filters in words, so that a list that a number has opened says what it shows. */
export function useFilterWords(): FilterWords {
  const { t } = useTranslation();
  return useMemo(() => wordsOf(t), [t]);
}

function wordsOf(t: TFunction): FilterWords {
  const fieldName = (key: string): string => {
    const [subject = '', name = ''] = key.split('.');
    const label = t(`fields:${subject}.${name}`, {
      defaultValue: t(`households:fact.${subject}.${name}`, { defaultValue: key }),
    });
    return subject === 'person' ? t('households:filter.ofMember', { field: label }) : label;
  };
  const valueText = (key: string, value: string): string => textOf(t, key, value);
  return {
    fieldName,
    valueText,
    sentence: ({ field, operator, values }) =>
      t(`households:filter.${sentenceOf(factFieldOf(field), operator)}`, {
        field: fieldName(field),
        values: values.map((value) => valueText(field, value)).join(t('households:listComma')),
      }),
  };
}

/** Days are before and after, amounts below and above. */
function sentenceOf(field: FactField | undefined, operator: Filter['operator']): string {
  const isTime = field?.type === 'day' || field?.type === 'text';
  if (isTime && operator === 'atLeast') return 'from';
  if (isTime && operator === 'below') return 'before';
  return operator;
}

function textOf(t: TFunction, key: string, value: string): string {
  const field = factFieldOf(key);
  const own = ownText(t, key, value);
  if (own !== undefined) return own;
  if (field?.list !== undefined) return t(`codes:${field.list}.${value}`, { defaultValue: value });
  if (field?.type === 'money') return t('households:yuan', { amount: yuanText(Number(value)) });
  if (value === 'true' || value === 'false')
    return t(value === 'true' ? 'households:yes' : 'households:no');
  return value;
}

/** Values that stand for something of their own: fields, acts, data rules. */
function ownText(t: TFunction, key: string, value: string): string | undefined {
  switch (key) {
    case 'household.missing':
    case 'person.missing':
      return t(`fields:${value}`, { defaultValue: value });
    case 'act.kind':
      return t(`register:act.${value}`, { defaultValue: value });
    case 'finding.rule':
      return t(`quality:${value}.title`, { defaultValue: value });
    case 'finding.level':
      return t(`quality:level.${value}`, { defaultValue: value });
    default:
      return undefined;
  }
}
