import { z } from 'zod';
import { levels } from '../../../kernel/region-code.ts';
import { effects, NATION_IN_ADDRESS, themes } from '../../packs/model/index.ts';
import { standings } from './standing.ts';

const RegionInAddress = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|nation)$/)
  .describe(`A region code, or ${NATION_IN_ADDRESS}; the whole reach of the officer if left out.`);
const Day = z.iso.date();
const Both = z.object({ zh: z.string(), en: z.string() });
const Purpose = z.string().trim().min(2).max(200);
const Standing = z.enum(standings);

export const HouseholdKey = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() });
export const DayQuery = z.object({ on: Day.optional().describe('Today if left out.') });
export const UnveilBody = z.strictObject({ on: Day.optional(), purpose: Purpose });

/** Where something stands: a clause of a pack, a document that a pack cites, or an office's own. */
export const Source = z
  .object({
    pack: z.string().nullable(),
    clause: z.string().nullable(),
    number: z.string(),
    title: Both,
  })
  .meta({ id: 'EntitlementSource' });
export type Source = z.output<typeof Source>;

const Reading = z.object({
  label: z.string(),
  value: z.string(),
  from: Day.nullable().describe('Of a parameter: since when the value holds.'),
  sources: z.array(Source).describe('Of a parameter: where its value stands.'),
});

/** Depth first, so that a line belongs to the nearest one above it that is less deep. */
export const ExplanationLine = z
  .object({
    depth: z.int(),
    kind: z.enum(['all', 'any', 'not', 'members', 'single', 'amount']),
    met: z.boolean().nullable(),
    veil: z.enum(['sensitive', 'placeNotStated']).nullable(),
    sentence: z.string(),
    because: z.string().nullable().describe('Why there is no answer.'),
    readings: z.array(Reading),
    members: z.array(z.string()).describe('Names of those of the household whom it speaks of.'),
  })
  .meta({ id: 'EntitlementExplanationLine' });
export type ExplanationLine = z.output<typeof ExplanationLine>;

const RuleWords = {
  id: z.string(),
  pack: z.string().describe('The pack that says so: the one followed, or one that it extends.'),
  title: Both,
  summary: Both.nullable(),
  effect: z.enum(effects),
  theme: z.enum(themes),
  subject: z.enum(['household', 'person']),
  per: z.enum(['year', 'month', 'once']).nullable(),
};

export const EntitlementView = z
  .object({
    ...RuleWords,
    personId: z.uuid().nullable(),
    standing: Standing,
    due: z.boolean().nullable().describe('Null: it cannot be told, or only for a purpose.'),
    amountFen: z
      .int()
      .nullable()
      .describe('What is due; null if nothing is paid or it is not due.'),
    amountBecause: z.string().nullable().describe('Why the amount cannot be told.'),
    amountHidden: z.boolean(),
    outrankedBy: Both.nullable().describe('The rule that leaves nothing to this one.'),
    sources: z.array(Source),
    sentence: z.string().describe('The whole rule in words.'),
    why: z.array(ExplanationLine),
    amountWhy: z.array(ExplanationLine),
    receivedWhy: z.array(ExplanationLine),
  })
  .meta({ id: 'HouseholdEntitlement' });
export type EntitlementView = z.output<typeof EntitlementView>;

const Followed = z.object({
  id: z.string(),
  title: Both,
  version: z.string(),
  adopted: z.boolean().describe('An office adopted it; else it was written for the place.'),
});

export const HouseholdAnswer = z
  .object({
    on: Day,
    isOnRegister: z.boolean(),
    pack: Followed.nullable(),
    members: z.array(z.object({ id: z.uuid(), name: z.string() })),
    entitlements: z.array(EntitlementView),
    hidden: z.int().describe('Answers that are given only for a purpose.'),
  })
  .meta({ id: 'HouseholdEntitlements' });
export type HouseholdAnswer = z.output<typeof HouseholdAnswer>;

const RuleKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}\.[a-z][A-Za-z0-9]{1,63}$/)
  .describe('Pack and rule: willow.kindergartenAid.');

export const SummaryQuery = z.object({
  region: RegionInAddress.optional(),
  on: Day.optional(),
  theme: z.enum(themes).optional(),
  effect: z.enum(effects).optional(),
  rule: RuleKey.optional().describe('By place only for this rule.'),
});
export type SummaryQuery = z.output<typeof SummaryQuery>;

const counts = {
  due: z.int(),
  gotAndDue: z.int(),
  dueNotGot: z.int(),
  gotNotDue: z.int(),
  open: z.int().describe('Of whom it cannot be told.'),
  amountFen: z.int().nullable().describe('What is due to all of them; null if nothing is paid.'),
  notGotFen: z.int().nullable().describe('Of it what those who do not get it are due.'),
};
export const RuleTotals = z
  .object({
    key: RuleKey,
    ...RuleWords,
    isRecorded: z.boolean().describe('The register says who receives it.'),
    isSensitive: z.boolean().describe('Its lists are shown only for a purpose.'),
    absence: z.enum(['placesNotStated']).nullable(),
    ...counts,
  })
  .meta({ id: 'EntitlementTotals' });
export type RuleTotals = z.output<typeof RuleTotals>;

const Region = z.object({ code: z.string(), name: z.string(), level: z.enum(levels) });
const Money = z.object({ amountFen: z.int(), notGotFen: z.int() });

export const SummaryAnswer = z
  .object({
    region: Region,
    path: z.array(Region),
    on: Day,
    packs: z.array(z.object({ id: z.string(), title: Both, regions: z.array(Region) })),
    asked: z.object({ households: z.int(), persons: z.int() }),
    rules: z.array(RuleTotals),
    money: z.object({ year: Money, month: Money, once: Money }),
    places: z
      .array(Region.extend(counts))
      .describe('The divisions just below, of all rules shown.'),
  })
  .meta({ id: 'EntitlementSummary' });
export type SummaryAnswer = z.output<typeof SummaryAnswer>;

export const listedStandings = ['due', 'gotAndDue', 'dueNotGot', 'gotNotDue', 'open'] as const;
export type ListedStanding = (typeof listedStandings)[number];

export const ListQuery = z.object({
  region: RegionInAddress.optional(),
  on: Day.optional(),
  rule: RuleKey,
  standing: z.enum(listedStandings).default('due'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type ListQuery = z.output<typeof ListQuery>;
export const ListBody = ListQuery.extend({ purpose: Purpose });

export const EntitledRow = z
  .object({
    county: z.string(),
    householdId: z.uuid(),
    personId: z.uuid().nullable(),
    number: z.string(),
    headName: z.string(),
    personName: z.string().nullable(),
    village: z.string(),
    villageName: z.string(),
    amountFen: z.int().nullable(),
  })
  .meta({ id: 'EntitledRow' });
export type EntitledRow = z.output<typeof EntitledRow>;
export const ListAnswer = z
  .object({ total: z.int(), rows: z.array(EntitledRow) })
  .meta({ id: 'EntitledList' });
export type ListAnswer = z.output<typeof ListAnswer>;

export const ExportBody = ListQuery.omit({ page: true, size: true }).extend({ purpose: Purpose });
export type ExportBody = z.output<typeof ExportBody>;
