import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  findingsAnswer,
  findingsQuery,
  mappingBody,
  runAnswer,
  runParams,
  runsAnswer,
  runsQuery,
  tablesAnswer,
  templateParams,
} from '../model/contract.ts';
import { changeMapping } from './change-mapping.ts';
import { exportRefused } from './export-refused.ts';
import { listFindings } from './list-findings.ts';
import { cancelRun, getRun, startRun } from './manage-run.ts';
import { listRuns, viewRun } from './run-view.ts';
import { declareUpload } from './upload-route.ts';
import { viewTables } from './view-tables.ts';
import { templateWorkbook } from './workbooks.ts';

const tag = 'intake';
const permission = 'intake.import' as const;
const at = '/api/intake/runs/:id';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const workbook = z.unknown().describe('An .xlsx workbook.');

export function intakeRoutes(app: FastifyInstance): void {
  declareUpload(app);
  declareLooking(app);
  declareDoing(app);
  declareWorkbooks(app);
}

function declareLooking(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/intake/runs',
    tag,
    permission,
    summary: 'Imports in the posting’s reach, newest first',
    query: runsQuery,
    response: runsAnswer,
    handle: async (context, { query }) => await listRuns(context, query),
  });
  endpoint(app, {
    method: 'GET',
    url: at,
    tag,
    permission,
    summary: 'Where an import stands',
    params: runParams,
    response: runAnswer,
    handle: async (context, { params }) => await viewRun(context, await getRun(context, params.id)),
  });
  endpoint(app, {
    method: 'GET',
    url: `${at}/tables`,
    tag,
    permission,
    summary: 'How the columns of each table are read, with samples',
    params: runParams,
    response: tablesAnswer,
    handle: async (context, { params }) => await viewTables(context, params.id),
  });
  endpoint(app, {
    method: 'GET',
    url: `${at}/findings`,
    tag,
    permission,
    summary: 'Refused and warned cells, a page at a time',
    params: runParams,
    query: findingsQuery,
    response: findingsAnswer,
    handle: async (context, { params, query }) => await listFindings(context, params.id, query),
  });
}

function declareDoing(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: `${at}/mapping`,
    tag,
    permission,
    summary: 'Set how columns are read; kept for the region’s next file',
    params: runParams,
    body: mappingBody,
    response: runAnswer,
    handle: async (context, { params, body }) => await changeMapping(context, params.id, body),
  });
  endpoint(app, {
    method: 'POST',
    url: `${at}/start`,
    tag,
    permission,
    summary: 'Start the import',
    params: runParams,
    response: runAnswer,
    handle: async (context, { params }) => await startRun(context, params.id),
  });
  endpoint(app, {
    method: 'POST',
    url: `${at}/cancel`,
    tag,
    permission,
    summary: 'Cancel the import; nothing of it is taken',
    params: runParams,
    response: runAnswer,
    handle: async (context, { params }) => await cancelRun(context, params.id),
  });
}

function declareWorkbooks(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: `${at}/refused.xlsx`,
    tag,
    permission,
    summary: 'The refused rows in their own columns, with the reasons; the export is recorded',
    params: runParams,
    response: workbook,
    handle: async (context, { params, reply }) => {
      const made = await exportRefused(context, params.id);
      reply.type(WORKBOOK).header('content-disposition', 'attachment; filename="refused.xlsx"');
      return made;
    },
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/intake/templates/:kind.xlsx',
    tag,
    permission,
    summary: 'An empty table in the national layout',
    params: templateParams,
    response: workbook,
    handle: async ({ language }, { params, reply }) => {
      const made = await templateWorkbook(params.kind, language);
      reply
        .type(WORKBOOK)
        .header('content-disposition', `attachment; filename="${params.kind}.xlsx"`);
      return made;
    },
  });
}
