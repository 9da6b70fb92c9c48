import { z } from 'zod';
import { levels } from '../../../kernel/region-code.ts';

/** How the nation, whose code is empty, is written in an address. */
export const NATION_IN_ADDRESS = 'nation';

const RegionInAddress = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|nation)$/)
  .describe('A region code; the whole reach of the officer if left out.');
const County = z.string().regex(/^\d{6}$/);
const Day = z.iso.date();
const Instant = z.iso.datetime();
const Reason = z.string().trim().min(2).max(500);

export const RuleIdText = z.string().regex(/^R\d{3}$/);
export const Level = z.enum(['E', 'W', 'I']);
const Subject = z.enum(['household', 'person', 'survey']);

/** Open: to be put right or explained. Explained and exempted ones are settled. */
export const findingStates = ['open', 'explained', 'exempted'] as const;
const State = z.enum(findingStates);
export type FindingState = (typeof findingStates)[number];

/** Which findings are asked for; everything that is left out is not narrowed. */
export const FindingChoice = z.object({
  region: RegionInAddress.optional(),
  ruleId: RuleIdText.optional(),
  level: Level.optional(),
  state: State.optional(),
});
export type FindingChoice = z.output<typeof FindingChoice>;

export const SummaryQuery = FindingChoice.pick({ region: true, ruleId: true, level: true });
export const FindingsQuery = FindingChoice.extend({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});

const Counts = z.object({
  open: z.int(),
  explained: z.int(),
  exempted: z.int(),
  households: z.int().describe('Households with open findings.'),
});

const RegionName = z.object({ code: z.string(), name: z.string(), level: z.enum(levels) });

export const SummaryAnswer = z
  .object({
    region: RegionName,
    path: z.array(RegionName).describe('From the reach of the officer down to the region.'),
    households: z.int().describe('Active households of the region.'),
    faultyHouseholds: z.int().describe('Of them those with an open error or open warning.'),
    levels: z.object({ E: Counts, W: Counts, I: Counts }),
    rules: z.array(Counts.extend({ ruleId: RuleIdText, level: Level })),
    regions: z
      .array(RegionName.extend({ households: z.int(), E: z.int(), W: z.int(), I: z.int() }))
      .describe('Open findings of the divisions just below.'),
  })
  .meta({ id: 'QualitySummary' });
export type SummaryAnswer = z.output<typeof SummaryAnswer>;

export const FindingView = z
  .object({
    county: County,
    id: z.uuid(),
    household: z.object({
      id: z.uuid(),
      number: z.string(),
      headName: z.string(),
      villageCode: z.string(),
      villageName: z.string(),
    }),
    ruleId: RuleIdText,
    level: Level,
    subject: Subject,
    subjectId: z.uuid(),
    subjectName: z.string().nullable().describe('Whom it is about, if a member.'),
    surveyYear: z.int().nullable(),
    fields: z.array(z.string()),
    text: z.string().describe('Which sentence of the rule, filled in with the details.'),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    foundOn: Day,
    state: State,
    explanation: z
      .object({ reason: z.string(), by: z.string().nullable(), at: Instant })
      .nullable(),
    exemption: z
      .object({
        id: z.uuid(),
        reason: z.string(),
        by: z.string().nullable(),
        from: Day,
        until: Day.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'QualityFinding' });
export type FindingView = z.output<typeof FindingView>;

export const FindingsAnswer = z.object({ total: z.int(), rows: z.array(FindingView) });
export const HouseholdFindingsAnswer = z.object({ findings: z.array(FindingView) });

export const FindingKey = z.object({ county: County, id: z.uuid() });
export const HouseholdKey = z.object({ county: County, id: z.uuid() });

const RequestId = z.uuid().describe('Made by the sender; sent twice, recorded once.');

export const ExplainBody = z.object({ requestId: RequestId, reason: Reason });
export const ExemptBody = z.object({
  requestId: RequestId,
  county: County,
  findingId: z.uuid(),
  reason: Reason,
  until: Day.nullable().describe('Last day; null for as long as the record lives.'),
});
export const EndBody = z.object({ requestId: RequestId });
export const ExportBody = FindingChoice.extend({ purpose: z.string().trim().min(2).max(200) });

export const RulesAnswer = z.object({
  rules: z.array(
    z
      .object({
        id: RuleIdText,
        level: Level,
        over: z.enum(['row', 'household', 'register']),
        title: z.string(),
        sentences: z.record(z.string(), z.string()).describe('With {{…}} where values stand.'),
      })
      .meta({ id: 'QualityRule' }),
  ),
});
