/** A hexagon of the honeycomb in axial coordinates: `q` to the right, `r` up and to the right. */
export type Hexagon = { readonly q: number; readonly r: number };

const directions = [
  { q: 1, r: 0 },
  { q: 0, r: 1 },
  { q: -1, r: 1 },
  { q: -1, r: 0 },
  { q: 0, r: -1 },
  { q: 1, r: -1 },
] as const;

// Gosper's flowsnake: each step of a pattern is replaced by seven smaller ones, turned by so many
// sixths of a circle. A's first piece is A unturned, so a longer curve begins with the shorter.
const patterns = {
  A: [
    ['A', 0],
    ['B', 5],
    ['B', 3],
    ['A', 4],
    ['A', 0],
    ['A', 0],
    ['B', 1],
  ],
  B: [
    ['A', 1],
    ['B', 0],
    ['B', 0],
    ['B', 4],
    ['A', 3],
    ['A', 5],
    ['B', 0],
  ],
} as const;

/**
 * The first `count` hexagons of Gosper's curve: each borders the one before, none comes twice, any
 * stretch of them is a compact patch, and hexagon n is the same however many are asked for.
 */
export function hexagonCurve(count: number): Hexagon[] {
  const path: Hexagon[] = [{ q: 0, r: 0 }];
  let order = 0;
  while (7 ** order + 1 < count) order += 1;
  walk('A', order, 0, (heading) => {
    const last = path.at(-1);
    const step = directions[heading];
    if (path.length >= count || last === undefined || step === undefined) return false;
    path.push({ q: last.q + step.q, r: last.r + step.r });
    return path.length < count;
  });
  return path.slice(0, count);
}

/** Takes the steps of a pattern; false as soon as no more are wanted. */
function walk(
  pattern: keyof typeof patterns,
  order: number,
  heading: number,
  step: (heading: number) => boolean,
): boolean {
  if (order === 0) return step(heading);
  return patterns[pattern].every(([piece, turn]) =>
    walk(piece, order - 1, (heading + turn) % 6, step),
  );
}
