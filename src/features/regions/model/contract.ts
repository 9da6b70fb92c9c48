import { z } from 'zod';
import { levels, parseRegionCode } from '../../../kernel/region-code.ts';
import type { Area, MapProperties } from './geojson.ts';
import type { RegionHit } from './search.ts';

/** How the nation, whose code is empty, is written where a code is part of an address. */
export const NATION_IN_ADDRESS = 'nation';

const codeShape = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;
const code = z.string().regex(codeShape);
const level = z.enum(levels);

export const regionParams = z.object({
  code: z
    .string()
    .refine(
      (text) => text === NATION_IN_ADDRESS || (text !== '' && parseRegionCode(text) !== undefined),
    ),
});

export const searchQuery = z.object({
  text: z.string().min(1).max(60),
  within: code.optional(),
  level: level.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const name = z.object({
  code: z.string(),
  name: z.string(),
  level,
  class: z.literal('placeholder').nullable(),
});

export const searchAnswer = z.object({
  regions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      level,
      fullName: z.string(),
    }) satisfies z.ZodType<Omit<RegionHit, 'code'> & { code: string }>,
  ),
});

export const regionAnswer = z.object({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  level,
  class: z.literal('placeholder').nullable(),
  formerNames: z.array(z.string()),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  successor: z.string().nullable(),
  /** From the nation down to the region itself. */
  path: z.array(name),
});

export const childrenQuery = z.object({
  /** The last code of the page before. */
  after: code.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const childrenAnswer = z.object({ regions: z.array(name), hasMore: z.boolean() });

export const mapQuery = z.object({
  /** 1: the divisions just below; 2: those below them, with outlines around the former. */
  depth: z.coerce.number().int().min(1).max(2).default(1),
});

/** Coordinates are not looked at again: they come from our own table or our own drawing. */
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({
    code: z.string(),
    name: z.string(),
    role: z.enum(['cell', 'outline']),
    label: z.tuple([z.number(), z.number()]).readonly(),
  }) satisfies z.ZodType<MapProperties>,
  geometry: z.object({
    type: z.enum(['Polygon', 'MultiPolygon']),
    coordinates: z.array(z.unknown()).readonly(),
  }),
});

export const mapAnswer = z.object({
  /** `schematic` must be labelled as such (示意图); `official` must show its review numbers. */
  kind: z.enum(['schematic', 'official']),
  reviewNumbers: z.array(z.string()),
  sources: z.array(z.string()),
  /** Divisions that the office's own map does not show. */
  missing: z.array(z.string()),
  map: z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
});

export const boundariesBody = z.object({
  /** 审图号. */
  reviewNumber: z.string().trim().max(60),
  /** Where the map is from: issuer, title, year. */
  source: z.string().trim().min(1).max(200),
  codeProperty: z.string().min(1).max(60).optional(),
  /** GeoJSON FeatureCollection or TopoJSON topology. */
  file: z.unknown(),
});

export const boundariesAnswer = z.object({ divisions: z.number().int() });

export type RegionMap = Omit<z.output<typeof mapAnswer>, 'map'> & {
  map: {
    type: 'FeatureCollection';
    features: { type: 'Feature'; properties: MapProperties; geometry: Area }[];
  };
};
