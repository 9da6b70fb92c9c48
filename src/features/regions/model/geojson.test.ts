import { describe, expect, it } from 'vitest';
import { labelPointOf, type Position, signedArea } from './geojson.ts';

/** A closed ring through these corners. */
function ring(...corners: Position[]): Position[] {
  return [...corners, ...corners.slice(0, 1)];
}

const square = ring([0, 0], [2, 0], [2, 2], [0, 2]);

describe('signedArea', () => {
  it('is positive counterclockwise and negative clockwise', () => {
    expect(signedArea(square)).toBe(4);
    expect(signedArea(square.toReversed())).toBe(-4);
  });
});

describe('labelPointOf', () => {
  it('is the middle of a square', () => {
    expect(labelPointOf({ type: 'Polygon', coordinates: [square] })).toEqual([1, 1]);
  });

  it('lies in the arm of a horseshoe, not in its gap', () => {
    const horseshoe = ring([0, 0], [10, 0], [10, 4], [7, 4], [7, 1], [1, 1], [1, 4], [0, 4]);
    expect(labelPointOf({ type: 'Polygon', coordinates: [horseshoe] })).toEqual([8.5, 2]);
  });

  it('keeps out of a hole', () => {
    const hole = ring([0.5, 0.5], [0.5, 1.5], [1, 1.5], [1, 0.5]);
    expect(labelPointOf({ type: 'Polygon', coordinates: [square, hole] })).toEqual([1.5, 1]);
  });

  it('goes to the largest island', () => {
    const islet = ring([5, 5], [5.1, 5], [5.1, 5.1], [5, 5.1]);
    expect(labelPointOf({ type: 'MultiPolygon', coordinates: [[islet], [square]] })).toEqual([
      1, 1,
    ]);
  });

  it('answers even for an area that is flat', () => {
    const flat = ring([1, 1], [2, 1], [3, 1]);
    expect(labelPointOf({ type: 'Polygon', coordinates: [flat] })).toEqual([0, 1]);
  });
});
