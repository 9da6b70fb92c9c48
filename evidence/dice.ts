/** Numbers that look random and are the same for the same seed, so that a run can be made again. */
export type Dice = {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
};

/** Mulberry32: a 32-bit counter, scattered; good enough to choose moments, not for secrets. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let scattered = Math.imul(state ^ (state >>> 15), state | 1);
    scattered ^= scattered + Math.imul(scattered ^ (scattered >>> 7), scattered | 61);
    return ((scattered ^ (scattered >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}
