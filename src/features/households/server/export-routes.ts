import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import { exportHouseholds } from './export-households.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ExportBody = z
  .object({
    text: z.string().max(100).default(''),
    region: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
      .optional(),
    filters: z.string().max(2000).default(''),
    sort: z.string().max(80).optional(),
    clear: z
      .object({ purpose: z.string().trim().min(2).max(200) })
      .optional()
      .describe('Sensitive values in clear, which needs household.unmask; masked without it.'),
  })
  .meta({ id: 'HouseholdExport' });

/** Taking a list of households out as a spreadsheet. A POST, because it writes into the audit log. */
export function declareHouseholdExport(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/households/export',
    tag: 'households',
    summary: 'The households of a list as an .xlsx workbook in the national layout',
    permission: 'household.export',
    body: ExportBody,
    response: z.unknown().describe('An .xlsx workbook.'),
    handle: async (context, { body, reply }) => {
      const { region, sort, clear } = body;
      const file = await exportHouseholds(context, { ...body, region, sort, clear });
      reply.raw.once('close', () => file.destroy());
      reply.type(WORKBOOK).header('content-disposition', attachment(context));
      return file;
    },
  });
}

/** The name in the reader's language (RFC 5987), and a plain one for programs that cannot read it. */
function attachment({ language, today }: { language: Language; today: string }): string {
  const name = text(language, 'household-export:fileName', { day: today });
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="households-${today}.xlsx"; filename*=UTF-8''${encoded}`;
}
