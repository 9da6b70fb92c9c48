import type { PlainDate } from '../../kernel/plain-date.ts';

/** Where the time comes from; tests pass one that stands still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day on which an instant falls in China (UTC+8), as people there mean "today". */
export function dayInChina(instant: Date): PlainDate {
  return chinaDay.format(instant) as PlainDate;
}
