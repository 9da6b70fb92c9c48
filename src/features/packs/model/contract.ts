import { z } from 'zod';
import { itemKinds } from './pack.ts';

/** How the nation, whose code is empty, is written in an address. */
export const NATION_IN_ADDRESS = 'nation';

const RegionInAddress = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|nation)$/)
  .describe('A region code, or nation.');
const RegionText = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/);
const Day = z.iso.date();
const Instant = z.iso.datetime();
const Reason = z.string().trim().min(2).max(500);
const Both = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.string(), title: Both });
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const ValueOut = z.union([z.number(), z.string(), z.array(z.string())]);

const CoverageView = z.object({
  clauses: z.int(),
  covered: z.int().describe('Carried out, or said why software cannot.'),
  exhortations: z.int().describe('Of the covered ones those that only appeal.'),
  uncovered: z.array(z.string()),
});

const PackWords = {
  id: z.string(),
  title: Both,
  issuer: Both,
  level: z.string(),
  regions: z.array(RegionText),
  from: Day,
  until: Day.nullable(),
  extends: z.string().nullable(),
  version: Hash.describe('Of the pack with everything that it extends.'),
  coverage: CoverageView,
  items: z.record(z.string(), z.int()).describe('How many items of each kind are its own.'),
};

export const PackSummary = z.object(PackWords).meta({ id: 'PackSummary' });
export type PackSummary = z.output<typeof PackSummary>;
export const PacksAnswer = z.object({ packs: z.array(PackSummary) });

export const ItemView = z
  .object({
    kind: z.enum(itemKinds),
    id: z.string(),
    title: Both,
    pack: z.string().describe('The pack that says so: this one, or one that it extends.'),
    cites: z.array(z.string()),
    content: z.record(z.string(), z.unknown()).describe('The item as the pack has it.'),
  })
  .meta({ id: 'PackItem' });
export type ItemView = z.output<typeof ItemView>;

const clauseWords = {
  id: z.string(),
  number: z.string(),
  parent: z.string().nullable(),
  heading: z.boolean(),
  summary: Both,
  lead: z.array(Named),
  supporting: z.array(Named),
  exhortation: Both.nullable(),
  reading: Both.nullable(),
  carrying: z.enum(['items', 'below', 'exhortation', 'nothing']),
};

export const ClauseView = z
  .object({
    ...clauseWords,
    carriers: z.array(Named.extend({ kind: z.enum(itemKinds) })),
  })
  .meta({ id: 'PackClause' });
export type ClauseView = z.output<typeof ClauseView>;

export const PackAnswer = z
  .object({
    ...PackWords,
    note: Both.nullable(),
    chain: z.array(Named).describe('The pack and those that it extends, nearest first.'),
    sources: z.array(
      Named.extend({ issuer: Both, number: z.string().nullable(), date: Day.nullable() }),
    ),
    clauses: z.array(ClauseView),
    ownItems: z.array(ItemView),
  })
  .meta({ id: 'Pack' });
export type PackAnswer = z.output<typeof PackAnswer>;

export const PackKey = z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/) });
export const ClauseKey = PackKey.extend({ clause: z.string().max(40) });
export const ClauseAnswer = z
  .object({ pack: Named, clause: ClauseView, items: z.array(ItemView) })
  .meta({ id: 'PackClauseWithItems' });
export type ClauseAnswer = z.output<typeof ClauseAnswer>;

const Place = { region: RegionInAddress.optional(), on: Day.optional() };
export const FollowedQuery = z.object(Place);

export const AdoptionView = z
  .object({
    id: z.uuid(),
    region: RegionText,
    packId: z.string(),
    version: Hash,
    from: Day,
    until: Day.nullable(),
    reason: z.string(),
    adoptedBy: z.string(),
    adoptedAt: Instant,
    endedBecause: z.string().nullable(),
  })
  .meta({ id: 'PackAdoption' });
export type AdoptionView = z.output<typeof AdoptionView>;

export const FollowedAnswer = z
  .object({
    region: RegionText,
    on: Day,
    followed: Named.extend({ version: Hash }).nullable(),
    adoption: AdoptionView.nullable().describe('Null if the pack was written for the region.'),
    chain: z.array(Named),
    adoptions: z.array(AdoptionView).describe('Of the region and those around it, newest first.'),
  })
  .meta({ id: 'PackFollowed' });
export type FollowedAnswer = z.output<typeof FollowedAnswer>;

export const AdoptBody = z.strictObject({
  requestId: z.uuid(),
  region: RegionInAddress,
  packId: PackKey.shape.id,
  from: Day,
  reason: Reason,
});
export const IdAnswer = z.object({ id: z.uuid() });
export const IdKey = z.object({ id: z.uuid() });
export const EndBody = z.strictObject({ until: Day, reason: Reason });

export const ValueView = z.object({
  value: ValueOut,
  region: RegionText,
  from: Day,
  until: Day.nullable(),
  cites: z.array(z.string()),
  pack: z.string().nullable().describe('Null for a value that an office set.'),
});
export type ValueView = z.output<typeof ValueView>;

const parameterWords = {
  id: z.string(),
  title: Both,
  unit: z.string(),
  note: Both.nullable(),
  pack: z.string(),
};

export const ParametersQuery = z.object({ ...Place, pack: PackKey.shape.id.optional() });
export const ParametersAnswer = z.object({
  region: RegionText,
  on: Day,
  pack: z.string().nullable(),
  parameters: z.array(
    z.object({
      ...parameterWords,
      inForce: ValueView.nullable().describe('Null if there is no value on that day and place.'),
    }),
  ),
});
export type ParametersAnswer = z.output<typeof ParametersAnswer>;

export const ProposalView = z
  .object({
    id: z.uuid(),
    parameterId: z.string(),
    region: RegionText,
    from: Day,
    until: Day.nullable(),
    value: ValueOut,
    unit: z.string(),
    clause: z.string(),
    reason: z.string(),
    proposedBy: z.string(),
    proposedAt: Instant,
    mine: z.boolean().describe('Proposed by whoever asks, who may not decide it.'),
    state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decidedBecause: z.string().nullable(),
  })
  .meta({ id: 'ParameterProposal' });
export type ProposalView = z.output<typeof ProposalView>;

export const ParameterKey = z.object({ id: z.string().regex(/^[a-z][A-Za-z0-9]{1,63}$/) });
export const ParameterAnswer = z.object({
  ...parameterWords,
  region: RegionText,
  values: z.array(ValueView).describe('Every value for the region and those around it, by date.'),
  proposals: z.array(ProposalView),
});
export type ParameterAnswer = z.output<typeof ParameterAnswer>;

export const ProposalsQuery = z.object({
  region: RegionInAddress.optional(),
  state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']).optional(),
});
export const ProposalsAnswer = z.object({ proposals: z.array(ProposalView) });

export const ProposeBody = z.strictObject({
  requestId: z.uuid(),
  parameterId: ParameterKey.shape.id,
  region: RegionInAddress,
  from: Day,
  until: Day.optional(),
  value: z.union([z.number(), z.string().max(80), z.array(z.string().max(80)).max(400)]),
  clause: z.string().trim().min(2).max(200).describe('Document and clause that sets the value.'),
  reason: Reason,
});
export type ProposeBody = z.output<typeof ProposeBody>;
export const DecideBody = z.strictObject({ reason: Reason.optional() });
