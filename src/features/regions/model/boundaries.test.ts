import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import { type BoundaryUpload, MOST_AREAS, MOST_POSITIONS, readBoundaries } from './boundaries.ts';
import { schematicMap } from './schematic-map.ts';

const square = [
  [
    [110, 30],
    [110.1, 30],
    [110.1, 30.1],
    [110, 30.1],
    [110, 30],
  ],
];

function area(code: unknown, coordinates: unknown = square, type = 'Polygon'): object {
  return { type: 'Feature', properties: { code }, geometry: { type, coordinates } };
}

function collection(...features: unknown[]): object {
  return { type: 'FeatureCollection', features };
}

function read(file: unknown, more: Partial<BoundaryUpload> = {}) {
  return readBoundaries({
    file,
    region: regionCode('990101'),
    reviewNumber: 'GS(2026)0001号',
    ...more,
  });
}

/** Two squares side by side that share the arc 1, quantized to tenths of a degree from 110,30. */
const topology = {
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [110, 30] },
  objects: {
    townships: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', properties: { code: '990101100' }, arcs: [[0, 1]] },
        { type: 'MultiPolygon', properties: { code: '990101101' }, arcs: [[[~1, 2]]] },
      ],
    },
  },
  arcs: [
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
};

describe('readBoundaries', () => {
  it('takes the areas of an office, with their codes', () => {
    const islands = area('990101102', [square, square], 'MultiPolygon');
    const found = read(collection(area('990101100'), area(990101101), islands));
    expect(found.ok && found.value.map(({ code, geometry }) => [code, geometry.type])).toEqual([
      ['990101100', 'Polygon'],
      ['990101101', 'Polygon'],
      ['990101102', 'MultiPolygon'],
    ]);
  });

  it('takes a schematic map of its own county back', () => {
    const map = schematicMap([{ code: regionCode('990101100'), name: '城关镇' }]);
    expect(read(map).ok).toBe(true);
  });

  it('puts the arcs of a topology together, forwards and backwards', () => {
    const found = read(topology);
    if (!found.ok) throw new Error(found.problem.code);
    expect(found.value.map(({ code }) => code)).toEqual(['990101100', '990101101']);
    expect(found.value[0]?.geometry.coordinates).toEqual([
      [
        [110.1, 30.1],
        [110, 30.1],
        [110, 30],
        [110.1, 30],
        [110.1, 30.1],
      ],
    ]);
    expect(found.value[1]?.geometry.coordinates).toEqual([
      [
        [
          [110.1, 30.1],
          [110.1, 30],
          [110.2, 30],
          [110.2, 30.1],
          [110.1, 30.1],
        ],
      ],
    ]);
  });

  it.each([
    ['510000', '51'],
    ['510100', '5101'],
    ['510104', '510104'],
    ['510104000000', '510104'],
    ['510104019000', '510104019'],
    ['510104019001', '510104019001'],
    ['51', '51'],
  ])('reads the code %s as %s', (written, code) => {
    const found = read(collection(area(written)), { region: regionCode('51') });
    expect(found.ok && found.value[0]?.code).toBe(code);
  });

  it('finds the code under another name, or in the feature itself', () => {
    const named = {
      type: 'Feature',
      properties: { ZONE: '990101100' },
      geometry: { type: 'Polygon', coordinates: square },
    };
    expect(read(collection(named)).ok).toBe(false);
    expect(read(collection(named), { codeProperty: 'ZONE' }).ok).toBe(true);
    expect(read(collection({ ...named, id: '990101100' })).ok).toBe(true);
  });

  it('drops heights and rounds to a millionth of a degree', () => {
    const high = square.map((ring) => ring.map(([x = 0, y = 0]) => [x + 1e-9, y, 250]));
    const found = read(collection(area('990101100', high)));
    expect(found.ok && found.value[0]?.geometry.coordinates).toEqual(square);
  });

  const open = [square[0]?.slice(0, 4)];
  const inMetres = square.map((ring) => ring.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5]));
  it.each([
    [
      'no review number',
      collection(area('990101100')),
      { reviewNumber: ' ' },
      { code: 'boundaryReviewNumberMissing' },
    ],
    ['something else', { type: 'Feature' }, {}, { code: 'boundaryFileUnknown' }],
    ['a text', 'x', {}, { code: 'boundaryFileUnknown' }],
    [
      'a topology without arcs',
      { type: 'Topology', objects: {} },
      {},
      { code: 'boundaryFileUnknown' },
    ],
    ['no areas', collection(), {}, { code: 'boundaryFileEmpty' }],
    [
      'an area without a code',
      collection(area('990101100'), area('')),
      {},
      { code: 'boundaryCodeMissing', feature: 2 },
    ],
    [
      'a code that is none',
      collection(area('99010')),
      {},
      { code: 'boundaryCodeUnreadable', feature: 1, found: '99010' },
    ],
    [
      'the next county',
      collection(area('990102100')),
      {},
      { code: 'boundaryCodeOutside', division: '990102100', region: '990101' },
    ],
    [
      'the prefecture above',
      collection(area('9901')),
      {},
      { code: 'boundaryCodeOutside', division: '9901', region: '990101' },
    ],
    [
      'a code twice',
      collection(area('990101100'), area('990101100')),
      {},
      { code: 'boundaryCodeTwice', division: '990101100' },
    ],
    [
      'a line',
      collection(area('990101100', square[0], 'LineString')),
      {},
      { code: 'boundaryNotAnArea', division: '990101100' },
    ],
    [
      'no coordinates',
      collection(area('990101100', null)),
      {},
      { code: 'boundaryNotAnArea', division: '990101100' },
    ],
    [
      'no polygons',
      collection(area('990101100', [], 'MultiPolygon')),
      {},
      { code: 'boundaryNotAnArea', division: '990101100' },
    ],
    [
      'a position that is no number',
      collection(area('990101100', [[['110', '30']]])),
      {},
      { code: 'boundaryNotAnArea', division: '990101100' },
    ],
    [
      'an open ring',
      collection(area('990101100', open)),
      {},
      { code: 'boundaryRingOpen', division: '990101100' },
    ],
    [
      'metres',
      collection(area('990101100', inMetres)),
      {},
      { code: 'boundaryNotInDegrees', division: '990101100' },
    ],
  ])('refuses %s by name', (_case, file, more, problem) => {
    expect(read(file, more)).toEqual({ ok: false, problem });
  });

  it('refuses an arc that is not there', () => {
    const [first, second] = topology.arcs;
    expect(read({ ...topology, arcs: [first, second] })).toMatchObject({
      problem: { code: 'boundaryNotAnArea' },
    });
  });

  it('refuses a small topology that would unfold to a huge map', () => {
    const arc = Array.from({ length: 10_000 }, () => [110, 30]);
    const geometries = [
      { type: 'Polygon', properties: { code: '990101100' }, arcs: [Array(100).fill(0)] },
    ];
    const objects = { townships: { type: 'GeometryCollection', geometries } };
    expect(read({ type: 'Topology', arcs: [arc], objects })).toEqual({
      ok: false,
      problem: { code: 'boundaryTooManyPositions', most: MOST_POSITIONS },
    });
  });

  it('holds the limits on both sides', () => {
    const areas = (count: number) =>
      collection(
        ...Array.from({ length: count }, (_, at) => area(`990101${String(100_000 + at)}`)),
      );
    expect(read(areas(MOST_AREAS)).ok).toBe(true);
    expect(read(areas(MOST_AREAS + 1))).toMatchObject({
      problem: { code: 'boundaryTooManyAreas' },
    });
    const ring = (count: number) => [
      [...Array.from({ length: count - 1 }, () => [110, 30]), [110, 30]],
    ];
    expect(read(collection(area('990101100', ring(MOST_POSITIONS)))).ok).toBe(true);
    expect(read(collection(area('990101100', ring(MOST_POSITIONS + 1))))).toMatchObject({
      problem: { code: 'boundaryTooManyPositions' },
    });
  });

  it('never throws, whatever the file is', () => {
    fc.assert(fc.property(fc.jsonValue(), (file) => typeof read(file).ok === 'boolean'));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
        (coordinates, type) => {
          expect(typeof read(collection(area('990101100', coordinates, type))).ok).toBe('boolean');
        },
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (arcs, objects, transform) => {
        expect(typeof read({ type: 'Topology', arcs, objects, transform }).ok).toBe('boolean');
      }),
    );
  });
});
