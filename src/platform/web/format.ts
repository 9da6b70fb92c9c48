import { currentLanguage } from './language/language.ts';

/** A whole or broken number with grouped digits, at most two decimals. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 2 }).format(value);
}

/** A share (0.123) as a percentage with one decimal. */
export function formatShare(share: number): string {
  const style = { style: 'percent', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(currentLanguage(), style).format(share);
}

/** An instant in China time to the minute, `2026-03-01 10:00`. */
export function formatInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(instant));
}

/** The day in China on which an instant falls, `2026-03-01`. */
export function dayInChina(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);
}

/** Today in China, `2026-03-01`. */
export function todayInChina(): string {
  return dayInChina(new Date());
}

/** This year in China. */
export function thisYear(): number {
  return Number(todayInChina().slice(0, 4));
}
