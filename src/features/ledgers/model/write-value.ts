import { type Fen, formatYuan } from '../../../kernel/money.ts';
import type { Cell, ValueKind } from './ledger.ts';

/** How days, months and years are written in the reader's language. */
export type Language = 'zh-CN' | 'en';

const ABSENT = '—';

/** A value as it stands on paper and on screen; what nobody has stated is a dash. */
export function writeValue(kind: ValueKind, value: Cell, language: Language): string {
  if (value === null || value === '') return ABSENT;
  switch (kind) {
    case 'text':
    case 'identifier':
    case 'ordinal':
      return String(value);
    case 'count':
      return grouped(String(value));
    case 'decimal':
      return grouped(Number(value).toFixed(2));
    case 'money':
      return grouped(formatYuan(value as Fen));
    case 'share':
      return `${(Number(value) * 100).toFixed(2)}%`;
    case 'day':
    case 'month':
      return writeDay(String(value), language);
    case 'year':
      return language === 'zh-CN' ? `${value}年` : String(value);
  }
}

/** `2026-11-23` as 2026年11月23日, `2026-11` as 2026年11月; in English as it is (GB/T 7408). */
export function writeDay(day: string, language: Language): string {
  if (language !== 'zh-CN') return day;
  const [year = '', month, date] = day.split('-');
  return [
    `${Number(year)}年`,
    month === undefined ? '' : `${Number(month)}月`,
    date === undefined ? '' : `${Number(date)}日`,
  ].join('');
}

/** Digits in threes, as in 1,234,567.00 (GB/T 15835, 5.1.1). */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const inThrees = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? inThrees : `${inThrees}.${fraction}`;
}

const numeric: ReadonlySet<ValueKind> = new Set(['count', 'decimal', 'money', 'share']);

/** Numbers stand to the right, below one another by their digits. */
export function isNumeric(kind: ValueKind): boolean {
  return numeric.has(kind);
}
