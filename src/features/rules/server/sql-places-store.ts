import type { RegionCode } from '../../../kernel/region-code.ts';
import type { ParameterInForce, ParameterValue } from '../model/parameter.ts';

const columnByDigits: Readonly<Record<number, string>> = {
  2: 'province',
  4: 'prefecture',
  6: 'county',
  9: 'township',
  12: 'village',
};

/**
 * The values of a parameter that can matter within a scope: the nearest one above it, and those of places below.
 * `everywhere` is false if some place of the scope has none.
 */
export type ScopedValues = {
  readonly values: readonly ParameterInForce[];
  readonly everywhere: boolean;
};

export function valuesWithin(
  values: readonly ParameterInForce[] | undefined,
  scope: RegionCode,
): ScopedValues {
  const below = (values ?? []).filter(
    ({ region }) => region.length > scope.length && region.startsWith(scope),
  );
  const above = (values ?? [])
    .filter(({ region }) => scope.startsWith(region))
    .toSorted((one, other) => other.region.length - one.region.length)
    .slice(0, 1);
  return { values: [...below, ...above], everywhere: above.length > 0 };
}

/** The value that holds in the row's place, each written by `write`; the nearest region first. */
export function valueByPlace(
  { values }: ScopedValues,
  scope: RegionCode,
  { alias, write }: { alias: string; write: (value: ParameterValue) => string },
): string {
  const outer = values.find(({ region }) => scope.startsWith(region));
  const below = values
    .filter((candidate) => candidate !== outer)
    .toSorted((one, other) => other.region.length - one.region.length);
  const last = outer === undefined ? 'NULL' : write(outer.value);
  if (below.length === 0) return last;
  const cases = below.map(({ region, value }) => {
    const column = columnByDigits[region.length];
    if (column === undefined || !/^\d+$/.test(region)) throw new Error('Not a region code');
    return `WHEN ${alias}.${column} = ${Number(region)} THEN ${write(value)}`;
  });
  return `(CASE ${cases.join(' ')} ELSE ${last} END)`;
}
