import { z } from 'zod';
import { levels } from '../../../kernel/region-code.ts';
import { dimensions } from './breakdowns.ts';
import { changeKinds } from './changes.ts';
import { indicators } from './indicators.ts';
import type { MeasureKey } from './measures.ts';

/** How the nation, whose code is empty, is written in an address. */
export const NATION_IN_ADDRESS = 'nation';

const Region = z
  .string()
  .regex(/^(nation|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  .optional();

/** Without a region: all that the officer's posting reaches. */
export const SummaryQuery = z.object({ region: Region });

export const MapQuery = z.object({
  region: Region,
  indicator: z.enum(indicators).default('incidence'),
  /** 1: the divisions just below; 2: those below them. */
  depth: z.coerce.number().int().min(1).max(2).optional(),
});

export const breakdownWays = ['region', ...dimensions] as const;

export const BreakdownQuery = z.object({ region: Region, by: z.enum(breakdownWays) });

const Count = z.object({
  households: z.int(),
  persons: z.int(),
  /** Finds exactly these households in the list of households. */
  filters: z.string(),
});

const PlaceAnswer = z.object({ code: z.string(), name: z.string(), level: z.enum(levels) });

const Measured = z.object({
  counts: z.object({
    households: Count,
    poor: Count,
    exited: Count,
    monitored: Count,
    incomplete: Count,
  } satisfies Record<MeasureKey, z.ZodType>),
  incomePerHeadFen: z.int().nullable(),
  population: z.int().nullable(),
  incidence: z.object({
    value: z.number().nullable(),
    /** `register`: nobody has stated the population, so it is a share of the persons registered. */
    of: z.enum(['population', 'register']),
  }),
});

export const BreakdownRow = z.object({
  /** Null: nothing is stated. */
  value: z.string().nullable(),
  ...Count.shape,
});

const Day = z.iso.date();

export const SummaryAnswer = z
  .object({
    region: PlaceAnswer,
    /** How old the newest state of the register is that the figures are known to show. */
    lagSeconds: z.number().nullable(),
    ...Measured.shape,
    statuses: z.array(BreakdownRow),
    kinds: z.array(BreakdownRow),
    monitored: z.array(BreakdownRow),
    causes: z.array(BreakdownRow),
    missing: z.array(
      z.object({
        /** `<subject>.<key>` of the field dictionary. */
        field: z.string(),
        households: z.int(),
        /** Records that lack it: households, or persons where a person's field is missing. */
        records: z.int(),
        filters: z.string(),
      }),
    ),
    /** Open findings of the data rules, the gravest and most frequent first. */
    findings: z.array(
      z.object({
        rule: z.string(),
        /** E refuses, W needs an explanation, I is a hint. */
        level: z.string(),
        households: z.int(),
        filters: z.string(),
      }),
    ),
    changes: z.object({
      since: Day,
      weekSince: Day,
      days: z.array(z.object({ day: Day, counts: z.partialRecord(z.enum(changeKinds), z.int()) })),
      kinds: z.array(
        z.object({
          kind: z.enum(changeKinds),
          /** Decisions; for what was imported, households. */
          week: z.int(),
          month: z.int(),
          weekFilters: z.string(),
          monthFilters: z.string(),
        }),
      ),
    }),
    incomes: z
      .object({
        year: z.int(),
        bands: z.array(
          z.object({ from: z.int().nullable(), below: z.int().nullable(), ...Count.shape }),
        ),
        unstated: Count,
        withoutSurvey: Count,
        line: z
          .object({
            kind: z.enum(['poverty', 'monitoring']),
            fen: z.int(),
            below: Count,
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'WallSummary' });

export const MapAnswer = z
  .object({
    region: PlaceAnswer,
    indicator: z.enum(indicators),
    unit: z.enum(['share', 'persons', 'households', 'fen']),
    /** For the incidence: of what the values are shares, where not all are of the same. */
    of: z.enum(['population', 'register', 'mixed']).nullable(),
    kind: z.enum(['schematic', 'official']),
    reviewNumbers: z.array(z.string()),
    sources: z.array(z.string()),
    /** Divisions that the office's own map does not show; they are in the values all the same. */
    missing: z.array(z.string()),
    map: z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(
        z.object({
          type: z.literal('Feature'),
          properties: z.object({
            code: z.string(),
            name: z.string(),
            role: z.enum(['cell', 'outline']),
            label: z.tuple([z.number(), z.number()]).readonly(),
          }),
          geometry: z.object({
            type: z.enum(['Polygon', 'MultiPolygon']),
            coordinates: z.array(z.unknown()).readonly(),
          }),
        }),
      ),
    }),
    values: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        value: z.number().nullable(),
        households: z.int(),
        filters: z.string(),
      }),
    ),
  })
  .meta({ id: 'WallMap' });

export const BreakdownAnswer = z
  .object({
    region: PlaceAnswer,
    by: z.enum(breakdownWays),
    rows: z.array(BreakdownRow),
    /** Only for a breakdown by region: the divisions just below, all of them. */
    regions: z.array(z.object({ ...PlaceAnswer.shape, ...Measured.shape })),
  })
  .meta({ id: 'WallBreakdown' });

export const PopulationParams = z.object({ region: z.string().regex(/^\d{9}(\d{3})?$/) });

export const PopulationsAnswer = z
  .object({
    region: PlaceAnswer,
    villages: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        latest: z.object({ year: z.int(), population: z.int(), source: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'VillagePopulations' });

export const PopulationsBody = z.object({
  year: z.int().min(2000).max(2100),
  /** Where the figures are from: yearbook, household registration … */
  source: z.string().trim().min(1).max(200),
  villages: z
    .array(
      z.object({
        code: z.string().regex(/^\d{12}$/),
        /** 农业户籍人口. */
        population: z.int().min(1).max(200_000),
      }),
    )
    .min(1)
    .max(500),
});
