import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { RegionMap } from '../model/contract.ts';
import { labelPointOf, type MapProperties } from '../model/geojson.ts';
import type { RegionName } from '../model/region.ts';
import { type MapDivision, schematicMap } from '../model/schematic-map.ts';
import { findBoundaries, type StoredBoundary } from './boundary-store.ts';
import { findChildren, findGrandchildren } from './store.ts';

// More than any division of China has below it; a parent with more would lose the rest.
const MOST_CHILDREN = 5000;

/**
 * The map of what lies in a region: the divisions just below it (depth 1) or those below them with
 * outlines around the former (depth 2). Drawn from the offices' own boundaries as soon as one
 * division to be coloured has one, with the others listed as missing; schematic otherwise.
 */
export async function drawMap(
  tx: Transaction,
  code: RegionCode,
  depth: number,
): Promise<RegionMap> {
  const children = await findChildren(tx, code, { limit: MOST_CHILDREN });
  const grandchildren = depth === 2 ? await findGrandchildren(tx, code) : [];
  const divisions = withChildren(children, grandchildren);
  const leaves = divisions.flatMap((division) =>
    division.children.length > 0 ? division.children : [division],
  );
  const parents = divisions.filter((division) => division.children.length > 0);
  const boundaries = await findBoundaries(
    tx,
    [...leaves, ...parents].map((each) => each.code),
  );
  return leaves.some((leaf) => boundaries.has(leaf.code))
    ? officialMap({ leaves, parents }, boundaries)
    : schematic(divisions);
}

type DivisionWithChildren = { code: RegionCode; name: string; children: MapDivision[] };

function withChildren(
  children: readonly RegionName[],
  grandchildren: readonly RegionName[],
): DivisionWithChildren[] {
  return children.map(({ code, name }) => ({
    code,
    name,
    children: grandchildren
      .filter((each) => contains(code, each.code))
      .map((each) => ({ code: each.code, name: each.name })),
  }));
}

function schematic(divisions: readonly DivisionWithChildren[]): RegionMap {
  const { features } = schematicMap(divisions);
  return {
    kind: 'schematic',
    reviewNumbers: [],
    sources: [],
    missing: [],
    map: { type: 'FeatureCollection', features: [...features] },
  };
}

function officialMap(
  divisions: { leaves: readonly MapDivision[]; parents: readonly MapDivision[] },
  boundaries: ReadonlyMap<RegionCode, StoredBoundary>,
): RegionMap {
  const shown = [...divisions.leaves, ...divisions.parents]
    .map(({ code }) => boundaries.get(code))
    .filter((boundary) => boundary !== undefined);
  const feature = (role: MapProperties['role']) => (division: MapDivision) => {
    const boundary = boundaries.get(division.code);
    if (boundary === undefined) return [];
    const { code, name } = division;
    const properties = { code, name, role, label: labelPointOf(boundary.geometry) };
    return [{ type: 'Feature' as const, properties, geometry: boundary.geometry }];
  };
  const cells = divisions.leaves.flatMap(feature('cell'));
  const outlines = divisions.parents.flatMap(feature('outline'));
  return {
    kind: 'official',
    reviewNumbers: [...new Set(shown.map(({ reviewNumber }) => reviewNumber))],
    sources: [...new Set(shown.map(({ source }) => source))],
    missing: divisions.leaves.filter(({ code }) => !boundaries.has(code)).map(({ code }) => code),
    map: { type: 'FeatureCollection', features: [...cells, ...outlines] },
  };
}
