/** A stretch of values that is coloured alike: from, included, to below; the last one has no end. */
export type ValueClass = { readonly from: number; readonly below: number | null };

const niceSteps = [1, 2, 2.5, 5, 10];

/** The least round number that is not less. */
function roundUp(amount: number): number {
  const scale = 10 ** Math.floor(Math.log10(amount));
  return (niceSteps.find((step) => step * scale >= amount * (1 - 1e-9)) ?? 10) * scale;
}

/**
 * Cuts values into at most so many classes of one round width, so that a legend reads as people
 * count. `least` is the smallest width that makes sense: 1 for persons. Values begin at zero unless
 * they all lie far from it. No values, no classes.
 */
export function classesOf(values: readonly number[], most: number, least: number): ValueClass[] {
  if (values.length === 0) return [];
  const smallest = values.reduce((found, value) => Math.min(found, value));
  const largest = values.reduce((found, value) => Math.max(found, value));
  const isFarFromZero = smallest > largest / 2;
  const span = isFarFromZero ? largest - smallest : Math.max(largest, 0) - Math.min(smallest, 0);
  const step = Math.max(roundUp(Math.max(span, least) / (most - 1)), least);
  const start = isFarFromZero
    ? Math.floor(smallest / step)
    : Math.floor(Math.min(smallest, 0) / step);
  const count = Math.max(1, Math.floor(largest / step) - start + 1);
  return Array.from({ length: count }, (_, index) => ({
    from: tidy((start + index) * step),
    below: index === count - 1 ? null : tidy((start + index + 1) * step),
  }));
}

/** 0.1 + 0.2 is no round number; twelve digits are. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The class that a value falls into; undefined if there is none, or no value. */
export function classIndexOf(
  classes: readonly ValueClass[],
  value: number | null,
): number | undefined {
  if (value === null) return undefined;
  const index = classes.findLastIndex(({ from }) => value >= from);
  return index === -1 ? undefined : index;
}
