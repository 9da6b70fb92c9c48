import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  BehindAnswer,
  ClauseInWords,
  ClauseKey,
  IdAnswer,
  IndicatorKey,
  IndicatorQuery,
  LibraryAnswer,
  LibraryQuery,
  PackKey,
  ReportBody,
  ReportKey,
  StatusAnswer,
  StatusQuery,
  WithdrawBody,
} from '../model/contract.ts';
import { exportStatus } from './export-status.ts';
import { reportIndicator, withdrawReport } from './report-indicator.ts';
import { searchLibrary } from './search-library.ts';
import { showClauseInWords } from './show-clause.ts';
import { showIndicator } from './show-indicator.ts';
import { showStatus } from './show-status.ts';

const tag = 'policies';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The policy library, the documents as they stand today, and what departments report. */
export function policyRoutes(app: FastifyInstance): void {
  declareReading(app);
  declareExport(app);
  declareReporting(app);
}

function declareReading(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/policies',
    tag,
    summary: 'The policy library: packs by words, theme, level and audience, and the one followed',
    permission: 'policy.read',
    query: LibraryQuery,
    response: LibraryAnswer,
    handle: async (context, { query }) => await searchLibrary(context, query),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/policies/:pack',
    tag,
    summary: 'A document as it stands today: its clauses with lights, targets against actuals',
    permission: 'policy.read',
    params: PackKey,
    query: StatusQuery,
    response: StatusAnswer,
    handle: async (context, { params, query }) =>
      await showStatus(context, { id: params.pack, region: query.region }),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/policies/:pack/clauses/:clause',
    tag,
    summary: 'One clause with all that carries it out, rules as sentences',
    permission: 'policy.read',
    params: ClauseKey,
    query: StatusQuery,
    response: ClauseInWords,
    handle: async (context, { params, query }) =>
      await showClauseInWords(context, { ...params, region: query.region }),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/policies/:pack/indicators/:indicator',
    tag,
    summary: 'One number of a document on its way down: divisions, households, reports',
    permission: 'policy.read',
    params: IndicatorKey,
    query: IndicatorQuery,
    response: BehindAnswer,
    handle: async (context, { params, query }) =>
      await showIndicator(context, { ...params, region: query.region, page: query.page }),
  });
}

function declareExport(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/policies/:pack/export',
    tag,
    summary: 'The document as it stands today as an .xlsx workbook',
    permission: 'policy.read',
    params: PackKey,
    query: StatusQuery,
    response: z.unknown().describe('An .xlsx workbook.'),
    handle: async (context, { params, query, reply }) => {
      const asked = { id: params.pack, region: query.region };
      const status = await showStatus(context, asked);
      const name = text(context.language, 'policies:export.fileName', {
        pack: params.pack,
        region: status.region.name,
        day: status.on,
      });
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
      reply.type(WORKBOOK).header('content-disposition', disposition);
      return await exportStatus(status, context.language);
    },
  });
}

function declareReporting(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/policies/:pack/indicators/:indicator/reports',
    tag,
    summary: 'A department reports an indicator for a period, or corrects what it reported',
    permission: 'policy.propose',
    params: IndicatorKey,
    body: ReportBody,
    response: IdAnswer,
    handle: async (context, { params, body }) => ({
      id: await reportIndicator(context, { ...params, body }),
    }),
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/indicator-reports/:id/withdrawal',
    tag,
    summary: 'A report of an indicator is taken back, with the reason',
    permission: 'policy.propose',
    params: ReportKey,
    body: WithdrawBody,
    response: IdAnswer,
    handle: async (context, { params, body }) => {
      await withdrawReport(context, params.id, body.reason);
      return params;
    },
  });
}
