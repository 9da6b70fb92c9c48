import { contains, parseRegionCode, type RegionCode } from '../../../kernel/region-code.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { Area, Position, Ring } from './geojson.ts';
import { isObject, type RawShape, shapesOfTopology } from './topojson.ts';

/** Limits of one upload. A county at the village level has at most some 1,500 areas. */
export const MOST_AREAS = 5000;
export const MOST_POSITIONS = 500_000;

/** What an office says of the map it loads. */
export type BoundaryUpload = {
  /** The parsed file: GeoJSON FeatureCollection or TopoJSON topology. */
  file: unknown;
  /** Only divisions of this region may be in it. */
  region: RegionCode;
  /** 审图号, which must be shown with every published map (地图管理条例, Regulation on Map Management). */
  reviewNumber: string;
  /** The property that holds the code; if absent the usual names are tried. */
  codeProperty?: string | undefined;
};

export type Boundary = { code: RegionCode; geometry: Area };

export type BoundaryProblem =
  | { code: 'boundaryReviewNumberMissing' }
  | { code: 'boundaryFileUnknown' }
  | { code: 'boundaryFileEmpty' }
  | { code: 'boundaryTooManyAreas'; most: number }
  | { code: 'boundaryTooManyPositions'; most: number }
  | { code: 'boundaryCodeMissing'; feature: number }
  | { code: 'boundaryCodeUnreadable'; feature: number; found: string }
  | { code: 'boundaryCodeOutside'; division: RegionCode; region: RegionCode }
  | { code: 'boundaryCodeTwice'; division: RegionCode }
  | { code: 'boundaryNotAnArea'; division: RegionCode }
  | { code: 'boundaryRingOpen'; division: RegionCode }
  | { code: 'boundaryNotInDegrees'; division: RegionCode };

// As exported by the usual programs; XZQDM is the field of the national land survey databases.
const usualCodeProperties = [
  'code',
  'adcode',
  'division_code',
  'XZQDM',
  '区划代码',
  '行政区划代码',
  'id',
];

const LONGEST_SHOWN_CODE = 30;
const MICRODEGREES = 1e6;

/**
 * Reads an office's own boundaries, or says by name what is wrong with the first thing that is.
 * Codes filled up with zeros to 6 or 12 digits (`510100`) are understood; positions are rounded to
 * a millionth of a degree (0.1 m), heights dropped.
 */
export function readBoundaries(upload: BoundaryUpload): Result<Boundary[], BoundaryProblem> {
  if (upload.reviewNumber.trim() === '') return refused({ code: 'boundaryReviewNumberMissing' });
  const shapes = shapesOf(upload.file);
  if (shapes === undefined) return refused({ code: 'boundaryFileUnknown' });
  if (shapes === 'tooManyPositions')
    return refused({ code: 'boundaryTooManyPositions', most: MOST_POSITIONS });
  if (shapes.length === 0) return refused({ code: 'boundaryFileEmpty' });
  if (shapes.length > MOST_AREAS)
    return refused({ code: 'boundaryTooManyAreas', most: MOST_AREAS });

  const boundaries = new Map<RegionCode, Boundary>();
  let positions = 0;
  for (const [at, shape] of shapes.entries()) {
    const code = codeOf(shape, at + 1, upload);
    if (!code.ok) return code;
    if (boundaries.has(code.value))
      return refused({ code: 'boundaryCodeTwice', division: code.value });
    const geometry = areaOf(shape, code.value);
    if (!geometry.ok) return geometry;
    positions += countPositions(geometry.value);
    if (positions > MOST_POSITIONS)
      return refused({ code: 'boundaryTooManyPositions', most: MOST_POSITIONS });
    boundaries.set(code.value, { code: code.value, geometry: geometry.value });
  }
  return ok([...boundaries.values()]);
}

function shapesOf(file: unknown): RawShape[] | 'tooManyPositions' | undefined {
  if (!isObject(file)) return undefined;
  if (file['type'] === 'Topology') return shapesOfTopology(file, MOST_POSITIONS);
  const { features } = file;
  if (file['type'] !== 'FeatureCollection' || !Array.isArray(features)) return undefined;
  return features.map((feature: unknown) => {
    const { id, properties, geometry } = isObject(feature) ? feature : {};
    const { type, coordinates } = isObject(geometry) ? geometry : {};
    return { id, properties: isObject(properties) ? properties : {}, type, coordinates };
  });
}

function codeOf(
  shape: RawShape,
  feature: number,
  upload: BoundaryUpload,
): Result<RegionCode, BoundaryProblem> {
  const named = upload.codeProperty === undefined ? usualCodeProperties : [upload.codeProperty];
  const found = [...named.map((name) => shape.properties[name]), shape.id]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).trim())
    .find((value) => value !== '');
  if (found === undefined) return refused({ code: 'boundaryCodeMissing', feature });
  const code = parseRegionCode(withoutFillingZeros(found));
  if (code === undefined || code === '') {
    return refused({
      code: 'boundaryCodeUnreadable',
      feature,
      found: found.slice(0, LONGEST_SHOWN_CODE),
    });
  }
  if (!contains(upload.region, code)) {
    return refused({ code: 'boundaryCodeOutside', division: code, region: upload.region });
  }
  return ok(code);
}

/** `510100` and `510100000000` are both prefecture 5101; GB/T 2260 writes six digits at every level. */
function withoutFillingZeros(code: string): string {
  return code
    .replace(/^(\d{9})000$/, '$1')
    .replace(/^(\d{6})000$/, '$1')
    .replace(/^(\d{4})00$/, '$1')
    .replace(/^(\d{2})00$/, '$1');
}

function areaOf(
  { type, coordinates }: RawShape,
  division: RegionCode,
): Result<Area, BoundaryProblem> {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if (
    (type !== 'Polygon' && type !== 'MultiPolygon') ||
    !isListOf(polygons, isRings) ||
    polygons.length === 0
  ) {
    return refused({ code: 'boundaryNotAnArea', division });
  }
  const rings = polygons.flat();
  if (rings.some((ring) => !isClosed(ring))) return refused({ code: 'boundaryRingOpen', division });
  if (rings.flat().some((position) => !isOnEarth(position))) {
    return refused({ code: 'boundaryNotInDegrees', division });
  }
  const rounded = polygons.map((each) => each.map((ring) => ring.map(roundPosition)));
  const [only] = rounded;
  return ok(
    type === 'Polygon' && only !== undefined
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: rounded },
  );
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isRings(value: unknown): value is Ring[] {
  return isListOf(value, isRing) && value.length > 0;
}

function isRing(value: unknown): value is Ring {
  return isListOf(value, isPosition);
}

/** A position may carry a height, which is let go. */
function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((each) => Number.isFinite(each));
}

function isClosed(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isOnEarth([longitude, latitude]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function roundPosition([longitude, latitude]: Position): Position {
  return [
    Math.round(longitude * MICRODEGREES) / MICRODEGREES,
    Math.round(latitude * MICRODEGREES) / MICRODEGREES,
  ];
}

function countPositions(area: Area): number {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  return rings.reduce((sum, ring) => sum + ring.length, 0);
}
