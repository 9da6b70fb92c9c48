/** Units that are not written behind a value: a ratio is a bare number, a day and a word stand for themselves. */
const silent: ReadonlySet<string> = new Set(['ratio', 'day', 'monthDay', 'text', 'texts', 'codes']);

/** True if a value is written with its unit. */
export function isUnitWritten(unit: string): boolean {
  return !silent.has(unit);
}
