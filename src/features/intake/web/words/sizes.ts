import { currentLanguage } from '../../../../platform/web/language/language.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file as people say it: 640 B, 12.3 MB. */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'narrow' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** step);
}

/** What is left of a wait, in parts that a text puts into words; whole minutes from two minutes on. */
export function remainingParts(seconds: number): { unit: 'seconds' | 'minutes'; count: number } {
  if (seconds < 120) return { unit: 'seconds', count: Math.max(1, Math.round(seconds)) };
  return { unit: 'minutes', count: Math.round(seconds / 60) };
}
