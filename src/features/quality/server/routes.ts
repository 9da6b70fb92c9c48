import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import { reachOf } from '../../../platform/server/identity/officer.ts';
import {
  EndBody,
  ExemptBody,
  ExplainBody,
  ExportBody,
  FindingKey,
  FindingsAnswer,
  FindingsQuery,
  HouseholdFindingsAnswer,
  HouseholdKey,
  NATION_IN_ADDRESS,
  RulesAnswer,
  SummaryAnswer,
  SummaryQuery,
} from '../model/contract.ts';
import { exportFindings } from './export-findings.ts';
import { listFindings, listHouseholdFindings } from './list-findings.ts';
import { rulesInWords } from './rule-texts.ts';
import { explainFinding, grantExemption, withdrawExemption } from './settle-findings.ts';
import { summarise } from './summarise.ts';

const tag = 'quality';

function keyOf(params: { county: string; id: string }): { county: RegionCode; id: string } {
  return { county: params.county as RegionCode, id: params.id };
}

/** What the data rules found, why it may stand, and the rules themselves. */
export function qualityRoutes(app: FastifyInstance): void {
  declareReading(app);
  declareSettling(app);
  declareExport(app);
}

function declareReading(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/quality/summary',
    tag,
    summary: 'How many findings a region has, by level, by rule and by the divisions below it',
    permission: 'household.read',
    query: SummaryQuery,
    response: SummaryAnswer,
    handle: async (context, { query }) => await summarise(context, query),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/quality/findings',
    tag,
    summary: 'A page of findings, household by household',
    permission: 'household.read',
    query: FindingsQuery,
    response: FindingsAnswer,
    handle: async (context, { query }) => await listFindings(context, query, query),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/households/:county/:id/findings',
    tag,
    summary: 'What the data rules found in a household, its members and surveys',
    permission: 'household.read',
    params: HouseholdKey,
    response: HouseholdFindingsAnswer,
    handle: async (context, { params }) => ({
      findings: await listHouseholdFindings(context, keyOf(params)),
    }),
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/quality/rules',
    tag,
    summary: 'The data rules with their titles and sentences',
    permission: 'household.read',
    response: RulesAnswer,
    handle: async ({ language }) => await Promise.resolve({ rules: rulesInWords(language) }),
  });
}

function declareSettling(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/quality/findings/:county/:id/explain',
    tag,
    summary: 'Explain why a record is right although a rule doubts it',
    permission: 'quality.explain',
    params: FindingKey,
    body: ExplainBody,
    response: FindingKey,
    handle: async (context, { params, body }) => {
      await explainFinding(context, keyOf(params), body);
      return params;
    },
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/quality/exemptions',
    tag,
    summary: 'Allow a record to differ from a rule, with a reason, until a day',
    permission: 'quality.explain',
    body: ExemptBody,
    response: FindingKey,
    handle: async (context, { body }) => {
      const key = keyOf({ county: body.county, id: body.findingId });
      const until = body.until as PlainDate | null;
      return {
        county: body.county,
        id: await grantExemption(context, key, { ...body, until }),
      };
    },
  });

  endpoint(app, {
    method: 'POST',
    url: '/api/quality/exemptions/:county/:id/end',
    tag,
    summary: 'End an exemption today',
    permission: 'quality.explain',
    params: FindingKey,
    body: EndBody,
    response: FindingKey,
    handle: async (context, { params }) => {
      await withdrawExemption(context, keyOf(params));
      return params;
    },
  });
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function declareExport(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/quality/findings/export',
    tag,
    summary: 'The chosen findings as an .xlsx workbook; the purpose is recorded',
    permission: 'household.export',
    body: ExportBody,
    response: z.unknown().describe('An .xlsx workbook.'),
    handle: async (context, { body, reply }) => {
      const workbook = await exportFindings(context, body);
      const name = text(context.language, 'quality-desk:export.fileName', {
        region: (body.region ?? reachOf(context.officer)) || NATION_IN_ADDRESS,
        day: context.today,
      });
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
      reply.type(WORKBOOK).header('content-disposition', disposition);
      return workbook;
    },
  });
}
