type Stretch = { at: number; from: number; to: number };
type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Coordinates are rounded to tenths, of which two may differ by one. */
const SAME = 0.11;

/**
 * The lines of ruled tables. Neighbouring rows and cells draw the same ones; here each is kept once,
 * from end to end, as long as they are added from the top to the bottom and from the left to the right.
 */
export class Rules {
  readonly #across = new Map<number, Stretch[]>();
  readonly #down = new Map<number, Stretch[]>();

  across(y: number, fromX: number, toX: number): void {
    add(this.#across, { at: y, from: fromX, to: toX });
  }

  down(x: number, fromY: number, toY: number): void {
    add(this.#down, { at: x, from: fromY, to: toY });
  }

  all(): Line[] {
    const lines: Line[] = [];
    for (const stretches of this.#across.values())
      for (const { at, from, to } of stretches) lines.push([from, at, to, at]);
    for (const stretches of this.#down.values())
      for (const { at, from, to } of stretches) lines.push([at, from, at, to]);
    return lines;
  }
}

function add(lines: Map<number, Stretch[]>, stretch: Stretch): void {
  const along = lines.get(stretch.at);
  const last = along?.at(-1);
  if (last !== undefined && stretch.from <= last.to + SAME && stretch.from >= last.from) {
    last.to = Math.max(last.to, stretch.to);
  } else if (along === undefined) lines.set(stretch.at, [stretch]);
  else along.push(stretch);
}
