import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Feature, FeatureCollection, MapProperties, Position, Ring } from './geojson.ts';
import { type Hexagon, hexagonCurve } from './hexagon-curve.ts';

/** A division with those below it, both to be in the order of their codes. */
export type MapDivision = {
  readonly code: RegionCode;
  readonly name: string;
  readonly children?: readonly Omit<MapDivision, 'children'>[];
};

// Half the distance between opposite corners of a cell, in degrees. Two thousand cells fill about
// half a degree around 0,0, where a degree is as long in either direction.
const CELL_RADIUS = 0.005;
const HALF_WIDTH = (Math.sqrt(3) / 2) * CELL_RADIUS;
const HALF_RADIUS = CELL_RADIUS / 2;

/**
 * A schematic map (示意图): one hexagon of the same size for each division at the lowest level given,
 * in the order of the codes along Gosper's curve. Says who lies in whom and who is next in the list,
 * nothing about the land.
 *
 * - The cells of one parent are one connected patch; an outline is drawn around it.
 * - The same tree always gives the same map.
 * - Adding a division moves no cell that comes before it in the order of the codes; each cell after
 *   it moves to the neighbouring place that the next one had. Ending one does the reverse.
 *
 * A parent without children is a cell itself and has no outline.
 */
export function schematicMap(divisions: readonly MapDivision[]): FeatureCollection<MapProperties> {
  const groups = [...divisions].sort(byCode).map((parent) => ({
    parent,
    hasOutline: (parent.children ?? []).length > 0,
    leaves:
      (parent.children ?? []).length > 0 ? [...(parent.children ?? [])].sort(byCode) : [parent],
  }));
  const places = hexagonCurve(groups.reduce((sum, { leaves }) => sum + leaves.length, 0));
  const cells: Feature<MapProperties>[] = [];
  const outlines: Feature<MapProperties>[] = [];
  for (const { parent, hasOutline, leaves } of groups) {
    const own = places.slice(cells.length, cells.length + leaves.length);
    own.forEach((place, at) => {
      const leaf = leaves[at] ?? parent;
      cells.push(featureOf(leaf, 'cell', { ring: ringAround(place), label: centreOf(place) }));
    });
    if (hasOutline)
      outlines.push(featureOf(parent, 'outline', { ring: outlineOf(own), label: labelOf(own) }));
  }
  return { type: 'FeatureCollection', features: [...cells, ...outlines] };
}

function byCode(one: { code: string }, other: { code: string }): number {
  return one.code < other.code ? -1 : Number(one.code > other.code);
}

function featureOf(
  { code, name }: MapDivision,
  role: MapProperties['role'],
  shape: { ring: Ring; label: Position },
): Feature<MapProperties> {
  return {
    type: 'Feature',
    properties: { code, name, role, label: shape.label },
    geometry: { type: 'Polygon', coordinates: [shape.ring] },
  };
}

/** A corner in whole half-widths and half-radii, so that neighbours share corners exactly. */
type Corner = { readonly x: number; readonly y: number };

const corners: readonly Corner[] = [
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: 0, y: 2 },
  { x: -1, y: 1 },
  { x: -1, y: -1 },
  { x: 0, y: -2 },
];

function centreCorner({ q, r }: Hexagon): Corner {
  return { x: 2 * q + r, y: 3 * r };
}

function position({ x, y }: Corner): Position {
  return [x * HALF_WIDTH, y * HALF_RADIUS];
}

function centreOf(place: Hexagon): Position {
  return position(centreCorner(place));
}

/** The six corners, counterclockwise. */
function cornersOf(place: Hexagon): Corner[] {
  const centre = centreCorner(place);
  return corners.map((corner) => ({ x: centre.x + corner.x, y: centre.y + corner.y }));
}

function ringAround(place: Hexagon): Ring {
  const ring = cornersOf(place);
  return [...ring, ...ring.slice(0, 1)].map(position);
}

/** The centre of the cell nearest to the middle of the patch: always inside, whatever its shape. */
function labelOf(places: readonly Hexagon[]): Position {
  const centres = places.map(centreCorner);
  const middle = {
    x: centres.reduce((sum, { x }) => sum + x, 0) / centres.length,
    y: centres.reduce((sum, { y }) => sum + y, 0) / centres.length,
  };
  const distance = ({ x, y }: Corner): number =>
    ((x - middle.x) * HALF_WIDTH) ** 2 + ((y - middle.y) * HALF_RADIUS) ** 2;
  const [nearest = { x: 0, y: 0 }] = centres.toSorted(
    (one, other) => distance(one) - distance(other),
  );
  return position(nearest);
}

/**
 * The ring around a connected patch of cells. Edges that two cells share run in opposite directions
 * and cancel; in a honeycomb three cells meet at a corner, so exactly one of the remaining edges
 * leaves each corner and they close to a ring without any choice. One ring, for a stretch of the
 * curve never closes around others: whoever is inside could not have got there or could not go on.
 */
function outlineOf(places: readonly Hexagon[]): Ring {
  const edges = new Map<string, { from: Corner; to: Corner }>();
  for (const place of places) {
    const around = cornersOf(place);
    around.forEach((from, at) => {
      const to = around[(at + 1) % around.length] ?? from;
      if (!edges.delete(edgeName(to, from))) edges.set(edgeName(from, to), { from, to });
    });
  }
  const next = new Map([...edges.values()].map((edge) => [cornerName(edge.from), edge]));
  const ring: Position[] = [];
  let [edge] = next.values();
  while (edge !== undefined) {
    next.delete(cornerName(edge.from));
    ring.push(position(edge.from));
    edge = next.get(cornerName(edge.to));
  }
  if (next.size > 0) throw new Error('The patch is not in one piece or has a hole');
  return [...ring, ...ring.slice(0, 1)];
}

function cornerName({ x, y }: Corner): string {
  return `${x},${y}`;
}

function edgeName(from: Corner, to: Corner): string {
  return `${cornerName(from)} ${cornerName(to)}`;
}
