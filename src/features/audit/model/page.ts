import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';

/** Where a page ended: the last event's time and identifier. */
export type PageEnd = { at: string; id: string };

const SHAPE =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function formatPageEnd({ at, id }: PageEnd): string {
  return `${at}_${id}`;
}

/** Reads what `formatPageEnd` wrote; undefined if it is anything else. */
export function parsePageEnd(text: string): PageEnd | undefined {
  const match = SHAPE.exec(text);
  const [, at = '', id = ''] = match ?? [];
  return match === null || Number.isNaN(Date.parse(at)) ? undefined : { at, id };
}

/** The instants from the first moment of a day to the last of another, in China (UTC+8, no summer time). */
export function instantsOf(days: { from?: PlainDate | undefined; until?: PlainDate | undefined }): {
  from: string | undefined;
  before: string | undefined;
} {
  return {
    from: days.from === undefined ? undefined : midnight(days.from),
    before: days.until === undefined ? undefined : midnight(addDays(days.until, 1)),
  };
}

function midnight(day: PlainDate): string {
  return `${day}T00:00:00.000+08:00`;
}
