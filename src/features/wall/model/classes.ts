/** A stretch of values that is coloured alike: from, included, to below; the last one has no end. */
export type ValueClass = { readonly from: number; readonly below: number | null };

const niceSteps = [1, 2, 2.5, 5, 10];

/** The least round number that is not less. */
function roundUp(amount: number): number {
  const scale = 10 ** Math.floor(Math.log10(amount));
  return (niceSteps.find((step) => step * scale >= amount * (1 - 1e-9)) ?? 10) * scale;
}

/**
 * Cuts values into at most `most` classes with round edges, so that a legend reads as people count.
 * `least` is the finest difference that makes sense: 1 for persons. Values begin at zero unless
 * they all lie far from it. Classes are of one width; if most values would then fall into the first,
 * each is two or two and a half times as wide as the one below (1, 2, 5, 10 …). No values, no classes.
 */
export function classesOf(values: readonly number[], most: number, least: number): ValueClass[] {
  if (values.length === 0) return [];
  const even = evenEdges(values, most, least);
  const second = even[1];
  const inFirst = values.filter((value) => second === undefined || value < second).length;
  const isSkewed = even[0] === 0 && even.length > 2 && inFirst > values.length * MOST_IN_FIRST;
  const edges = isSkewed ? growingEdges(values, most, least) : even;
  return edges.map((from, index) => ({ from, below: edges[index + 1] ?? null }));
}

const MOST_IN_FIRST = 0.6;

function evenEdges(values: readonly number[], most: number, least: number): number[] {
  const smallest = values.reduce((found, value) => Math.min(found, value));
  const largest = values.reduce((found, value) => Math.max(found, value));
  const isFarFromZero = smallest > largest / 2;
  const span = isFarFromZero ? largest - smallest : Math.max(largest, 0) - Math.min(smallest, 0);
  const step = Math.max(roundUp(Math.max(span, least) / (most - 1)), least);
  const start = Math.floor((isFarFromZero ? smallest : Math.min(smallest, 0)) / step);
  const count = Math.max(1, Math.floor(largest / step) - start + 1);
  return Array.from({ length: count }, (_, index) => tidy((start + index) * step));
}

/** From the largest down: 50, 20, 10, 5, 2 … and zero. */
function growingEdges(values: readonly number[], most: number, least: number): number[] {
  const largest = values.reduce((found, value) => Math.max(found, value));
  const edges: number[] = [];
  for (let power = Math.floor(Math.log10(largest)); edges.length < most; power -= 1) {
    for (const step of [5, 2, 1]) {
      const edge = tidy(step * 10 ** power);
      if (edge < least) return [0, ...edges];
      if (edge <= largest && edges.length < most - 1) edges.unshift(edge);
    }
    if (edges.length >= most - 1) break;
  }
  return [0, ...edges];
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
