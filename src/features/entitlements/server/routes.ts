import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  DayQuery,
  ExportBody,
  HouseholdAnswer,
  HouseholdKey,
  ListAnswer,
  ListBody,
  ListQuery,
  SummaryAnswer,
  SummaryQuery,
  UnveilBody,
} from '../model/contract.ts';
import { askHousehold, unveilHousehold } from './ask-household.ts';
import { exportEntitled } from './export-entitled.ts';
import { listEntitled } from './list-entitled.ts';
import { summarise } from './summarise.ts';

const tag = 'entitlements';
const ofHousehold = '/api/households/:county/:id/entitlements';

/** What people are due by the packs that hold where they live: for one household, and for all. */
export function entitlementRoutes(app: FastifyInstance): void {
  declareHousehold(app);
  declareEverybody(app);
}

function keyOf(params: { county: string; id: string }): { county: RegionCode; id: string } {
  return { county: params.county as RegionCode, id: params.id };
}

function declareHousehold(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: ofHousehold,
    tag,
    summary: 'What a household and its members are due on a day, what they get, and why',
    permission: 'household.read',
    params: HouseholdKey,
    query: DayQuery,
    response: HouseholdAnswer,
    handle: async (context, { params, query }) =>
      await askHousehold(context, keyOf(params), {
        on: (query.on ?? context.today) as PlainDate,
        clear: false,
      }),
  });

  endpoint(app, {
    method: 'POST',
    url: `${ofHousehold}/unmask`,
    tag,
    summary: 'The same with what follows from sensitive values; the purpose is recorded',
    permission: 'household.unmask',
    params: HouseholdKey,
    body: UnveilBody,
    response: HouseholdAnswer,
    handle: async (context, { params, body }) =>
      await unveilHousehold(context, keyOf(params), {
        on: (body.on ?? context.today) as PlainDate,
        purpose: body.purpose,
      }),
  });
}

function declareEverybody(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/entitlements',
    tag,
    summary: 'How many in a region are due what, how many get it, by rule and by place',
    permission: 'household.read',
    query: SummaryQuery,
    response: SummaryAnswer,
    handle: async (context, { query }) => await summarise(context, query),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/entitlements/list',
    tag,
    summary: 'The households or persons behind a number',
    permission: 'household.read',
    query: ListQuery,
    response: ListAnswer,
    handle: async (context, { query }) => await listEntitled(context, query, undefined),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/entitlements/list',
    tag,
    summary: 'The same where the list tells of health; the purpose is recorded',
    permission: 'household.unmask',
    body: ListBody,
    response: ListAnswer,
    handle: async (context, { body }) => await listEntitled(context, body, body.purpose),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/entitlements/export',
    tag,
    summary: 'The households or persons behind a number as an .xlsx workbook',
    permission: 'household.export',
    body: ExportBody,
    response: z.unknown().describe('An .xlsx workbook.'),
    handle: async (context, { body, reply }) => {
      const file = await exportEntitled(context, body);
      const name = encodeURIComponent(
        text(context.language, 'entitlements:export.fileName', { day: context.today }),
      );
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="entitlements-${context.today}.xlsx"; filename*=UTF-8''${name}`,
        );
      return file;
    },
  });
}
