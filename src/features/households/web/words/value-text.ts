import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fen, formatYuan } from '../../../../kernel/money.ts';
import { formatNumber } from '../../../../platform/web/format.ts';
import { useCodeLabel } from '../../../../platform/web/kit/codes.tsx';
import { type Field, fieldOfKey } from '../../model/index.ts';

/** A sensitive value as it comes without a stated purpose. */
export type MaskedValue = { masked: true; shown: string };

export function isMasked(value: unknown): value is MaskedValue {
  return typeof value === 'object' && value !== null && 'masked' in value;
}

export function isAbsent(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Values of a record that are in no dictionary, and the list or form in which they are written. */
const recordValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  household: { status: 'householdStatus', closeReason: 'closeReason' },
  person: { status: 'personStatus' },
  spell: { kind: 'spellKind', startReason: 'spellStart', endReason: 'spellEnd' },
};

type Words = (of: string, key: string, value: unknown) => string;

/** Any value of a record as a person reads it; `未填` where there is none. */
export function useValueText(): Words {
  const { t } = useTranslation();
  const label = useCodeLabel();
  return useCallback(
    (of, key, value) => {
      if (isAbsent(value)) return t('shell:value.absent');
      if (isMasked(value)) return value.shown;
      const list = recordValues[of]?.[key];
      if (list !== undefined) return label(list, String(value));
      const field = fieldOfKey(of, key);
      if (field === undefined) return String(value);
      return fieldText(field, value, { t, label });
    },
    [t, label],
  );
}

type Language = {
  t: TFunction;
  label: (list: string, code: string) => string;
};

function fieldText(field: Field, value: unknown, { t, label }: Language): string {
  switch (field.type) {
    case 'boolean':
      return t(value === true ? 'households:yes' : 'households:no');
    case 'code':
      return label(field.list ?? '', String(value));
    case 'codes':
      return (value as string[])
        .map((code) => label(field.list ?? '', code))
        .join(t('households:listComma'));
    case 'money':
      return t('households:yuan', { amount: yuanText(Number(value)) });
    case 'integer':
    case 'decimal':
      return field.unit === undefined || field.unit === 'year'
        ? String(value)
        : t('households:withUnit', {
            number: formatNumber(Number(value)),
            unit: t(`fields:unit.${field.unit}`),
          });
    default:
      return String(value);
  }
}

/** Yuan with grouped digits, without fen where there are none. */
export function yuanText(amount: number): string {
  const [yuan = '0', part = '00'] = formatYuan(fen(Math.abs(amount))).split('.');
  const sign = amount < 0 ? '−' : '';
  return `${sign}${formatNumber(Number(yuan))}${part === '00' ? '' : `.${part}`}`;
}

/** What a field or another value of a record is called. */
export function useFieldLabel(): (of: string, key: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (of, key) =>
      t(`fields:${of}.${key}`, {
        defaultValue: t(`households:record.${key}`, { defaultValue: key }),
      }),
    [t],
  );
}
