import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  CountyCode,
  HouseholdKey,
  HouseholdRecord,
  PersonRecord,
  RecordId,
  SpellRecord,
  SurveyRecord,
} from '../model/contract.ts';
import { listHouseholds } from './list-households.ts';
import { openHousehold } from './open-household.ts';
import { readHistory } from './read-history.ts';
import type { Key } from './store.ts';
import { unmaskHousehold } from './unmask-household.ts';

const tag = 'households';
const at = '/api/households/:county/:id';

const Change = z.object({
  field: z.string(),
  sensitive: z.boolean(),
  before: z.unknown(),
  after: z.unknown(),
});
const HistoryAct = z
  .object({
    id: RecordId,
    kind: z.string(),
    subject: z.string(),
    subjectId: RecordId,
    by: z.string().nullable(),
    happenedOn: z.iso.date(),
    recordedAt: z.iso.datetime(),
    reason: z.string().nullable(),
    batchId: RecordId.nullable(),
    batchRow: z.int().nullable(),
    isNew: z.boolean().describe('True if the act made the record.'),
    changes: z.array(Change),
  })
  .meta({ id: 'HistoryAct' });

const Purpose = z.string().trim().min(2).max(200);
const Values = z.record(z.string(), z.unknown());

export function keyOf(params: { county: z.output<typeof CountyCode>; id: string }): Key {
  return { county: params.county as RegionCode, id: params.id };
}

const ListedHousehold = z
  .object({
    county: CountyCode,
    id: RecordId,
    number: z.string(),
    headName: z.string(),
    villageCode: z.string(),
    villageName: z.string(),
    memberCount: z.int().nullable(),
    householdType: z.string().nullable(),
    povertyStatus: z.string().nullable(),
    mainCause: z.string().nullable(),
    surveyYear: z.int().nullable(),
    incomePerHeadFen: z.int().nullable(),
    status: z.string(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ListedHousehold' });

/** The list: search by name, initials, ID tail or number; filter and sort by any field of the facts. */
export function declareHouseholdList(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/households',
    tag,
    summary: 'A page of households: search, filters, order',
    permission: 'household.read',
    query: z.object({
      text: z.string().max(100).default(''),
      region: z
        .string()
        .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
        .optional(),
      filters: z.string().max(2000).default(''),
      sort: z.string().max(80).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ total: z.int(), rows: z.array(ListedHousehold) }),
    handle: async (context, { query }) =>
      await listHouseholds(context, { ...query, region: query.region, sort: query.sort }),
  });
}

/** Reading a household: its page, its history, and its sensitive values for a stated purpose. */
export function declareHouseholdReading(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: at,
    tag,
    summary: 'A household with members, surveys and registration spells; sensitive values masked',
    permission: 'household.read',
    params: HouseholdKey,
    response: z.object({
      household: HouseholdRecord,
      persons: z.array(PersonRecord.extend({ age: z.int().nullable() })),
      surveys: z.array(SurveyRecord),
      spells: z.array(SpellRecord),
    }),
    handle: async (context, { params }) => (await openHousehold(context, keyOf(params))) as never,
  });

  endpoint(app, {
    method: 'GET',
    url: `${at}/acts`,
    tag,
    summary: 'What was done to a household, newest first',
    permission: 'household.read',
    params: HouseholdKey,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    response: z.object({ acts: z.array(HistoryAct) }),
    handle: async (context, { params, query }) => await readHistory(context, keyOf(params), query),
  });

  endpoint(app, {
    method: 'POST',
    url: `${at}/unmask`,
    tag,
    summary: 'The sensitive values of a household and its members; the purpose is recorded',
    permission: 'household.unmask',
    params: HouseholdKey,
    body: z.object({ purpose: Purpose }),
    response: z.object({
      household: Values,
      persons: z.array(z.object({ id: RecordId, values: Values })),
    }),
    handle: async (context, { params, body }) =>
      await unmaskHousehold(context, keyOf(params), body.purpose),
  });
}
