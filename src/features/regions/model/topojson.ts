/** A shape as it stands in a file, not yet checked: its properties and GeoJSON coordinates. */
export type RawShape = {
  readonly id?: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: unknown;
  readonly coordinates: unknown;
};

type Arc = readonly (readonly number[])[];

/** True for what may be looked into by name. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The areas of a TopoJSON topology (version 1, quantized or not) as GeoJSON shapes; undefined if
 * it is not one, `tooManyPositions` if the shapes written out would have more than that: a small
 * file can use one long arc a million times. Geometries that are no areas are handed on without
 * coordinates.
 */
export function shapesOfTopology(
  topology: Readonly<Record<string, unknown>>,
  mostPositions: number,
): RawShape[] | 'tooManyPositions' | undefined {
  const { arcs, objects, transform } = topology;
  if (!isArcs(arcs) || !isObject(objects)) return undefined;
  const geometries = Object.values(objects).flatMap(geometriesOf);
  if (countPositions(geometries, arcs) > mostPositions) return 'tooManyPositions';
  const decoded = arcs.map((arc) => decodeArc(arc, transform));
  return geometries.map((geometry) => ({
    id: geometry['id'],
    properties: isObject(geometry['properties']) ? geometry['properties'] : {},
    type: geometry['type'],
    coordinates: coordinatesOf(geometry, decoded),
  }));
}

/** An upper bound: where two arcs of a ring meet, their common position counts twice. */
function countPositions(
  geometries: readonly Readonly<Record<string, unknown>>[],
  arcs: readonly Arc[],
): number {
  let count = 0;
  for (const { arcs: indexes } of geometries) {
    // Three deep is a MultiPolygon; whatever lies deeper is refused later.
    for (const index of Array.isArray(indexes) ? indexes.flat(2) : []) {
      if (typeof index === 'number') count += arcs[index < 0 ? ~index : index]?.length ?? 0;
    }
  }
  return count;
}

function isArcs(value: unknown): value is Arc[] {
  return Array.isArray(value) && value.every((arc) => Array.isArray(arc) && arc.every(isNumbers));
}

function isNumbers(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.length >= 2 && value.every((each) => typeof each === 'number')
  );
}

function geometriesOf(object: unknown): Readonly<Record<string, unknown>>[] {
  if (!isObject(object)) return [];
  const { type, geometries } = object;
  return type === 'GeometryCollection' && Array.isArray(geometries)
    ? geometries.filter(isObject)
    : [object];
}

/** Quantized arcs hold steps from one position to the next, in units of `scale` from `translate`. */
function decodeArc(arc: Arc, transform: unknown): Arc {
  const { scale, translate } = isObject(transform)
    ? transform
    : { scale: undefined, translate: undefined };
  if (!isNumbers(scale) || !isNumbers(translate)) return arc;
  const [scaleX = 1, scaleY = 1] = scale;
  const [left = 0, bottom = 0] = translate;
  let x = 0;
  let y = 0;
  return arc.map(([stepX = 0, stepY = 0]) => {
    x += stepX;
    y += stepY;
    return [x * scaleX + left, y * scaleY + bottom];
  });
}

function coordinatesOf(geometry: Readonly<Record<string, unknown>>, arcs: readonly Arc[]): unknown {
  const { type, arcs: indexes } = geometry;
  if (type === 'Polygon') return ringsOf(indexes, arcs);
  if (type === 'MultiPolygon' && Array.isArray(indexes))
    return indexes.map((each) => ringsOf(each, arcs));
  return undefined;
}

function ringsOf(indexes: unknown, arcs: readonly Arc[]): unknown {
  return Array.isArray(indexes) ? indexes.map((ring) => ringOf(ring, arcs)) : undefined;
}

/** Joins arcs end to end; ~n is arc n backwards. The position two arcs share is written once. */
function ringOf(indexes: unknown, arcs: readonly Arc[]): unknown {
  if (!Array.isArray(indexes)) return undefined;
  const ring: (readonly number[])[] = [];
  for (const index of indexes) {
    const arc = typeof index === 'number' ? arcs[index < 0 ? ~index : index] : undefined;
    if (arc === undefined) return undefined;
    const positions = index < 0 ? arc.toReversed() : arc;
    for (const position of ring.length === 0 ? positions : positions.slice(1)) ring.push(position);
  }
  return ring;
}
