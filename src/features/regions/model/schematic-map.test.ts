import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, levelOf, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import {
  type Feature,
  type MapProperties,
  type Position,
  type Ring,
  signedArea,
} from './geojson.ts';
import { hexagonCurve } from './hexagon-curve.ts';
import { type MapDivision, schematicMap } from './schematic-map.ts';
import { fictionalDivisions } from './willow.ts';

type MapFeature = Feature<MapProperties>;

/** A county with so many villages in each of its townships; 0 is a township without villages. */
function countyWith(villageCounts: readonly number[]): MapDivision[] {
  return villageCounts.map((count, township) => {
    const code = `990101${100 + township}`;
    const children = Array.from({ length: count }, (_, village) => ({
      code: regionCode(`${code}${200 + village}`),
      name: `${village}村`,
    }));
    return { code: regionCode(code), name: `${township}镇`, children };
  });
}

const counties = fc
  .array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 15 })
  .map((villageCounts) => ({ villageCounts, map: schematicMap(countyWith(villageCounts)) }));

function cells(features: readonly MapFeature[]): MapFeature[] {
  return features.filter((feature) => feature.properties.role === 'cell');
}

function ringsOf(feature: MapFeature): readonly Ring[] {
  return feature.geometry.type === 'Polygon'
    ? feature.geometry.coordinates
    : feature.geometry.coordinates.flat();
}

function areaOf(feature: MapFeature): number {
  return ringsOf(feature).reduce((sum, ring) => sum + signedArea(ring), 0);
}

function nameOf([x, y]: Position): string {
  return `${x} ${y}`;
}

function cornersOf(cell: MapFeature): Set<string> {
  return new Set(ringsOf(cell).flat().map(nameOf));
}

/** Cells that share an edge share two corners. */
function border(one: MapFeature, other: MapFeature): boolean {
  const corners = cornersOf(other);
  return [...cornersOf(one)].filter((corner) => corners.has(corner)).length === 2;
}

function isConnected(patch: readonly MapFeature[]): boolean {
  const reached = new Set(patch.slice(0, 1));
  for (const cell of reached) {
    for (const other of patch) if (!reached.has(other) && border(cell, other)) reached.add(other);
  }
  return reached.size === patch.length;
}

/** Even-odd rule. */
function isInside([x, y]: Position, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [x0, y0] = ring[at - 1] ?? [0, 0];
      const [x1, y1] = ring[at] ?? [0, 0];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

describe('hexagonCurve', () => {
  it('visits 5,000 hexagons, none twice, each next to the one before', () => {
    const path = hexagonCurve(5000);
    expect(new Set(path.map(({ q, r }) => `${q} ${r}`)).size).toBe(5000);
    for (let at = 1; at < path.length; at += 1) {
      const dq = (path[at]?.q ?? 0) - (path[at - 1]?.q ?? 0);
      const dr = (path[at]?.r ?? 0) - (path[at - 1]?.r ?? 0);
      expect(Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr))).toBe(1);
    }
  });

  it('begins the same way however long it is', () => {
    const long = hexagonCurve(3000);
    for (const count of [0, 1, 2, 7, 8, 9, 50, 51, 343, 344, 345, 2402]) {
      expect(hexagonCurve(count)).toEqual(long.slice(0, count));
    }
  });
});

describe('schematicMap', () => {
  it('gives every division at the lowest level one cell of the same area', () => {
    fc.assert(
      fc.property(counties, ({ villageCounts, map }) => {
        const areas = cells(map.features).map(areaOf);
        expect(areas).toHaveLength(
          villageCounts.reduce((sum, count) => sum + Math.max(1, count), 0),
        );
        for (const area of areas) expect(Math.abs(area - (areas[0] ?? 0))).toBeLessThan(1e-9);
        expect(areas[0]).toBeGreaterThan(0);
      }),
    );
  });

  it('lets no two cells overlap', () => {
    fc.assert(
      fc.property(counties, ({ map }) => {
        const labels = cells(map.features).map(({ properties }) => properties.label);
        for (const cell of cells(map.features)) {
          expect(labels.filter((label) => isInside(label, ringsOf(cell)))).toEqual([
            cell.properties.label,
          ]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the cells of one parent, and the whole map, in one piece', () => {
    fc.assert(
      fc.property(counties, ({ map }) => {
        expect(isConnected(cells(map.features))).toBe(true);
        const byTownship = Map.groupBy(cells(map.features), ({ properties }) =>
          properties.code.slice(0, 9),
        );
        for (const patch of byTownship.values()) expect(isConnected(patch)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('draws each outline around exactly the cells of its parent', () => {
    fc.assert(
      fc.property(counties, ({ villageCounts, map }) => {
        const outlines = map.features.filter(({ properties }) => properties.role === 'outline');
        expect(outlines).toHaveLength(villageCounts.filter((count) => count > 0).length);
        for (const outline of outlines) {
          const within = cells(map.features).filter((cell) =>
            isInside(cell.properties.label, ringsOf(outline)),
          );
          const codes = within.map((cell) => cell.properties.code as RegionCode);
          expect(codes.every((code) => contains(outline.properties.code as RegionCode, code))).toBe(
            true,
          );
          expect(within.reduce((sum, cell) => sum + areaOf(cell), 0)).toBeCloseTo(
            areaOf(outline),
            9,
          );
          expect(isInside(outline.properties.label, ringsOf(outline))).toBe(true);
        }
      }),
    );
  });

  it('is the same at every run, whatever order the divisions come in', () => {
    fc.assert(
      fc.property(counties, ({ villageCounts, map }) => {
        const reversed = countyWith(villageCounts)
          .map((township) => ({ ...township, children: (township.children ?? []).toReversed() }))
          .toReversed();
        expect(schematicMap(reversed)).toEqual(map);
      }),
    );
  });

  it('moves nobody before an added village, and everybody after it by one cell', () => {
    fc.assert(
      fc.property(counties, fc.nat(), ({ villageCounts, map }, at) => {
        const grows = at % villageCounts.length;
        fc.pre((villageCounts[grows] ?? 0) > 0);
        const added = schematicMap(
          countyWith(villageCounts.map((count, each) => (each === grows ? count + 1 : count))),
        );
        const placeAfter = new Map(
          added.features.map((feature) => [feature.properties.code, feature]),
        );
        const newcomer = `990101${100 + grows}${200 + (villageCounts[grows] ?? 0)}`;
        const moves = cells(map.features).map((before) => {
          const after = placeAfter.get(before.properties.code);
          return {
            isBefore: before.properties.code < newcomer,
            stays: JSON.stringify(after) === JSON.stringify(before),
            movesByOne: after !== undefined && border(before, after),
          };
        });
        expect(moves.filter(({ isBefore, stays }) => isBefore && !stays)).toEqual([]);
        expect(moves.filter(({ isBefore, movesByOne }) => !isBefore && !movesByOne)).toEqual([]);
      }),
    );
  });

  it('draws Willow within half a degree of 0,0, with twelve outlines', () => {
    const all = fictionalDivisions().filter(({ code }) => contains(regionCode('990101'), code));
    const townships = all
      .filter(({ code }) => levelOf(code) === 'township')
      .map((township) => ({
        ...township,
        children: all.filter(({ code }) => code !== township.code && contains(township.code, code)),
      }));
    const map = schematicMap(townships);
    expect(cells(map.features)).toHaveLength(127);
    expect(map.features).toHaveLength(127 + 12);
    for (const [x, y] of map.features.flatMap((feature) => ringsOf(feature).flat())) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(0.5);
    }
  });

  it('closes an outline around every stretch of a long list', () => {
    for (const sizes of [
      [3, 500],
      [343, 343, 343],
      [1, 799, 1],
      [49, 7, 300, 7, 49],
    ]) {
      const count = sizes.reduce((sum, size) => sum + size, 0);
      expect(schematicMap(countyWith(sizes)).features).toHaveLength(count + sizes.length);
    }
  });

  it('is empty for a region without divisions', () => {
    expect(schematicMap([])).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
