import { z } from 'zod';
import {
  ClauseView,
  ItemView,
  itemKinds,
  NATION_IN_ADDRESS,
  PackSummary,
} from '../../packs/model/index.ts';
import { lights } from './light.ts';

const RegionInAddress = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|nation)$/)
  .describe(`A region code, or ${NATION_IN_ADDRESS}.`);
const RegionText = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/);
const Day = z.iso.date();
const Instant = z.iso.datetime();
const Both = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.string(), title: Both });
const Region = z.object({ code: RegionText, name: z.string() });
const Light = z.enum(lights);

export const PackKey = z.object({ pack: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/) });
export const IndicatorKey = PackKey.extend({
  indicator: z.string().regex(/^[a-z][A-Za-z0-9]{1,63}$/),
});
export const StatusQuery = z.object({ region: RegionInAddress.optional() });

/** Why there is no number, or no light. */
export const absences = [
  'notReported',
  'placesNotStated',
  'nobodyAsked',
  'factsNotReady',
  'regionTooSmall',
  'notSound',
  'noMeasure',
  'ofOtherRegion',
  'valueNotKnown',
] as const;
export type Absence = (typeof absences)[number];

export const ReportView = z
  .object({
    id: z.uuid(),
    period: z.string(),
    value: z.number(),
    evidence: z.string(),
    department: z.string(),
    reportedBy: z.string(),
    reportedAt: Instant,
    state: z.enum(['inForce', 'replaced', 'withdrawn']),
    endedBecause: z.string().nullable(),
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'IndicatorReport' });
export type ReportView = z.output<typeof ReportView>;

export const IndicatorView = Named.extend({
  pack: z.string().describe('The pack that says so: this one, or one that it extends.'),
  unit: z.string(),
  better: z.enum(['more', 'less']),
  source: z.enum(['register', 'reported']),
  value: z.number().nullable().describe('In the unit: yuan, percent before the sign.'),
  absence: z.enum(absences).nullable(),
  filters: z
    .string()
    .nullable()
    .describe('Finds the households behind the number in the list; null where it cannot.'),
  hasHouseholds: z.boolean().describe('The number counts households or persons.'),
  every: z.string().nullable(),
  reportedBy: z.array(Named),
  report: ReportView.nullable().describe('The report in force that gives the value.'),
  cites: z.array(z.string()),
}).meta({ id: 'PolicyIndicator' });
export type IndicatorView = z.output<typeof IndicatorView>;

const Judged = {
  light: Light.nullable().describe('Null where nothing is to be judged here.'),
  absence: z.enum(absences).nullable(),
};

export const TargetView = Named.extend({
  ...Judged,
  indicator: z.string(),
  unit: z.string(),
  compare: z.enum(['atLeast', 'atMost', 'equals', 'moreThan', 'lessThan']),
  value: z.number().nullable(),
  actual: z.number().nullable(),
  planned: z.number().nullable().describe('What the straight line of the plan says for today.'),
  begins: Day,
  due: Day,
  cites: z.array(z.string()),
}).meta({ id: 'PolicyTarget' });
export type TargetView = z.output<typeof TargetView>;

export const MilestoneView = z.object({
  ...Judged,
  by: Day,
  title: Both.nullable(),
  count: z.number().nullable(),
  persons: z.number().nullable(),
  reached: z.number().nullable().describe('So many by now, of all milestones together.'),
  wanted: z.number().nullable().describe('So many are wanted by this day, earlier ones included.'),
  regions: z.array(Region.extend({ done: z.boolean().nullable() })),
});
export type MilestoneView = z.output<typeof MilestoneView>;

export const ScheduleView = Named.extend({
  subject: z.string(),
  indicator: z.string().nullable(),
  light: Light.nullable(),
  milestones: z.array(MilestoneView),
  cites: z.array(z.string()),
}).meta({ id: 'PolicySchedule' });
export type ScheduleView = z.output<typeof ScheduleView>;

export const ObligationView = Named.extend({
  who: z.array(Named),
  toWhom: z.array(Named),
  ifMissed: Both.nullable(),
  nextDue: Day.nullable(),
  after: z
    .object({ within: z.number(), unit: z.string(), of: z.string() })
    .nullable()
    .describe('Where it counts from an event.'),
  cites: z.array(z.string()),
}).meta({ id: 'PolicyObligation' });
export type ObligationView = z.output<typeof ObligationView>;

export const StandingClause = ClauseView.extend({
  light: Light.nullable().describe('The worst of what it is judged by.'),
}).meta({ id: 'PolicyClause' });
export type StandingClause = z.output<typeof StandingClause>;

const LightCounts = z.record(Light, z.int());

export const StatusAnswer = z
  .object({
    region: Region.extend({ level: z.string() }),
    on: Day,
    lagSeconds: z.number().nullable(),
    pack: PackSummary,
    note: Both.nullable(),
    isFollowed: z.boolean().describe('The pack is the one that holds in the region today.'),
    followed: Named.nullable(),
    regions: z.array(Region).describe('Where the pack holds, as far as the officer reaches.'),
    clauses: z.array(StandingClause),
    indicators: z.array(IndicatorView),
    targets: z.array(TargetView),
    schedules: z.array(ScheduleView),
    obligations: z.array(ObligationView),
    clauseLights: LightCounts,
    departments: z.array(
      Named.extend({
        clauses: z.int(),
        supports: z.int(),
        lights: LightCounts,
        nextDue: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'PolicyStatus' });
export type StatusAnswer = z.output<typeof StatusAnswer>;

export const IndicatorQuery = StatusQuery.extend({
  page: z.coerce.number().int().min(1).max(2_000).default(1),
});

export const BehindAnswer = z
  .object({
    region: Region.extend({ level: z.string() }),
    path: z.array(Region).describe('The region and those around it that the officer reaches.'),
    pack: Named,
    indicator: IndicatorView,
    places: z.array(
      Region.extend({ value: z.number().nullable(), filters: z.string().nullable() }),
    ),
    households: z
      .object({
        total: z.int(),
        size: z.int(),
        rows: z.array(
          z.object({
            county: z.string(),
            id: z.uuid(),
            number: z.string(),
            headName: z.string(),
            village: Region,
          }),
        ),
      })
      .nullable()
      .describe('Null where the list of households can be filtered to them, or there are none.'),
    reports: z.array(ReportView).describe('For this very region, the newest first.'),
    mayReport: z.boolean(),
  })
  .meta({ id: 'PolicyIndicatorBehind' });
export type BehindAnswer = z.output<typeof BehindAnswer>;

export const LibraryQuery = z.object({
  text: z.string().trim().max(80).optional(),
  theme: z.string().max(40).optional(),
  level: z.string().max(20).optional(),
  audience: z.enum(['household', 'person', 'village', 'county', 'department']).optional(),
  region: RegionInAddress.optional(),
});
export type LibraryQuery = z.output<typeof LibraryQuery>;

export const LibraryAnswer = z
  .object({
    region: Region,
    followed: z.string().nullable(),
    chain: z.array(z.string()).describe('The pack that holds here and those that it extends.'),
    packs: z.array(
      PackSummary.extend({
        themes: z.array(z.string()),
        audiences: z.array(z.string()),
        hits: z
          .array(
            z.object({
              kind: z.enum(['clauses', ...itemKinds]),
              id: z.string(),
              clause: z.string().nullable(),
              number: z.string(),
              text: Both,
            }),
          )
          .describe('What was found in the pack, in its order, the first of them.'),
        hitCount: z.int(),
      }),
    ),
    themes: z.array(z.string()),
  })
  .meta({ id: 'PolicyLibrary' });
export type LibraryAnswer = z.output<typeof LibraryAnswer>;

export const ClauseKey = PackKey.extend({ clause: z.string().max(40) });

/** A clause as the drawer shows it. Sentences are in the language of the request. */
export const ClauseInWords = z
  .object({
    clause: ClauseView,
    items: z.array(ItemView),
    rules: z.array(
      z.object({
        id: z.string(),
        when: z.string(),
        amount: z.string().nullable(),
        receives: z.string().nullable(),
      }),
    ),
    measures: z.array(z.object({ id: z.string(), when: z.string() })),
    parameters: z
      .array(
        Named.extend({
          unit: z.string(),
          note: Both.nullable(),
          pack: z.string(),
          values: z.array(
            z.object({
              value: z.union([z.number(), z.string(), z.array(z.string())]),
              region: RegionText,
              from: Day,
              until: Day.nullable(),
              cites: z.array(z.string()).describe('In words, not as packs write them.'),
              pack: z.string().nullable().describe('Null for a value that an office set.'),
              holds: z.boolean().describe('It is the one that holds here today.'),
            }),
          ),
        }),
      )
      .describe('Those of the clause and those that its rules read.'),
  })
  .meta({ id: 'PolicyClauseInWords' });
export type ClauseInWords = z.output<typeof ClauseInWords>;

const Reason = z.string().trim().min(2).max(500);

export const ReportBody = z.strictObject({
  requestId: z.uuid(),
  region: RegionInAddress,
  period: z
    .string()
    .regex(/^(\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?)$/)
    .describe('2019, 2019-H1, 2019-Q3 or 2019-03, as often as the indicator is reported.'),
  value: z.number().min(-1e15).max(1e15),
  department: z.string().max(64),
  evidence: Reason.describe('From which document or statistic the number comes.'),
  replaces: z.uuid().optional().describe('The report that this one corrects.'),
  reason: Reason.optional().describe('Why the report before is corrected.'),
});
export type ReportBody = z.output<typeof ReportBody>;

export const ReportKey = z.object({ id: z.uuid() });
export const WithdrawBody = z.strictObject({ reason: Reason });
export const IdAnswer = z.object({ id: z.uuid() });
