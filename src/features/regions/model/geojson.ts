/** The part of GeoJSON (RFC 7946) that maps of divisions need. Longitude first, degrees. */
export type Position = readonly [number, number];
/** Closed: the last position is the first. The first ring of a polygon is its outside. */
export type Ring = readonly Position[];
type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] };
type MultiPolygon = {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
};
export type Area = Polygon | MultiPolygon;

export type Feature<Properties> = {
  readonly type: 'Feature';
  readonly properties: Properties;
  readonly geometry: Area;
};

export type FeatureCollection<Properties> = {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature<Properties>[];
};

/** What every feature of a map of divisions says of itself. */
export type MapProperties = {
  code: string;
  name: string;
  /** A `cell` is to be coloured; an `outline` is drawn around the cells of one division. */
  role: 'cell' | 'outline';
  /** Where its name may be written: a point inside. */
  label: Position;
};

/** Positive if the ring runs counterclockwise. In the square of the coordinates' unit. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x0, y0] = ring[at - 1] ?? [0, 0];
    const [x1, y1] = ring[at] ?? [0, 0];
    twice += x0 * y1 - x1 * y0;
  }
  return twice / 2;
}

/**
 * A point inside an area where its name may be written: on the middle latitude of its largest
 * polygon, in the middle of the widest stretch that lies inside.
 */
export function labelPointOf(area: Area): Position {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const sizeOf = ([outside = []]: readonly Ring[]): number => Math.abs(signedArea(outside));
  const [largest = []] = polygons.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const latitudes = (largest[0] ?? []).map(([, latitude]) => latitude);
  const middle = (least(latitudes) - least(latitudes.map((latitude) => -latitude))) / 2;
  const crossings = largest
    .flatMap((ring) => crossingsOf(ring, middle))
    .sort((one, other) => one - other);
  let best = { from: 0, to: 0 };
  for (let at = 1; at < crossings.length; at += 2) {
    const [from = 0, to = 0] = crossings.slice(at - 1, at + 1);
    if (at === 1 || to - from > best.to - best.from) best = { from, to };
  }
  return [(best.from + best.to) / 2, middle];
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((lowest, number) => Math.min(lowest, number), Number.POSITIVE_INFINITY);
}

/** The longitudes at which a ring crosses a latitude. */
function crossingsOf(ring: Ring, latitude: number): number[] {
  const crossings: number[] = [];
  for (let at = 1; at < ring.length; at += 1) {
    const [x0, y0] = ring[at - 1] ?? [0, 0];
    const [x1, y1] = ring[at] ?? [0, 0];
    if (y0 > latitude !== y1 > latitude)
      crossings.push(x0 + ((latitude - y0) / (y1 - y0)) * (x1 - x0));
  }
  return crossings;
}
