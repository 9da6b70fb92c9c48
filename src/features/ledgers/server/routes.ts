import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Routes } from '../../../platform/server/http/application.ts';
import { type Context, endpoint } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { type Language, problemText } from '../../../platform/server/http/problem-catalogue.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { Services } from '../../../platform/server/services.ts';
import {
  HouseholdPath,
  LedgerAnswer,
  type PrintAnswer,
  PrintAnswer as PrintAnswerSchema,
  PrintBody,
  PrintPath,
  PrintsAnswer,
  RegionPath,
} from '../model/contract.ts';
import { openBook, openCard, type Reading } from './open-ledger.ts';
import { orderPrint } from './order-print.ts';
import { PrintDesk } from './print-desk.ts';
import type { PrintJob } from './print-folder.ts';
import { wordsIn } from './words.ts';

const tag = 'ledgers';

/** Ledgers on screen, and prints of them. */
export const ledgerRoutes: Routes = ledgerRoutesAt((services) => new PrintDesk(services));

/** The same with a desk that the caller knows, so that a test can wait for what it makes. */
export function ledgerRoutesAt(openDesk: (services: Services) => PrintDesk): Routes {
  return (app) => {
    // Opened by the first order: whoever only lists the routes has no services.
    let opened: PrintDesk | undefined;
    const desk: OpenDesk = () => (opened ??= openDesk(app.services));
    app.addHook('onClose', async () => await opened?.close());
    declareReading(app);
    declarePrinting(app, desk);
    declareFetching(app, desk);
  };
}

type OpenDesk = () => PrintDesk;

function declareReading(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/ledgers/household/:county/:id',
    tag,
    summary: 'The card of a household, sensitive values masked',
    permission: 'ledger.print',
    params: HouseholdPath,
    response: LedgerAnswer,
    handle: async (context, { params }) => {
      const key = { county: params.county as RegionCode, id: params.id };
      const card = await openCard(readingOf(context), key, false);
      requireWithinReach(context.officer, card.region);
      return card;
    },
  });
  for (const [kind, path] of [
    ['village', 'villages'],
    ['township', 'townships'],
    ['county', 'counties'],
  ] as const) {
    endpoint(app, {
      method: 'GET',
      url: `/api/ledgers/${path}/:region`,
      tag,
      summary: `The ledger of a ${kind}`,
      permission: 'ledger.print',
      params: RegionPath,
      response: LedgerAnswer,
      handle: async (context, { params }) => {
        const region = params.region as RegionCode;
        requireWithinReach(context.officer, region);
        return await openBook(readingOf(context), kind, region);
      },
    });
  }
}

function readingOf({ tx, services, today, language }: Context): Reading {
  return { tx, facts: services.facts, sealer: services.sealer, words: wordsIn(language), today };
}

function declarePrinting(app: FastifyInstance, desk: OpenDesk): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/ledgers/prints',
    tag,
    summary: 'Order a print of a ledger; it is made in the background and kept for a day',
    permission: 'ledger.print',
    body: PrintBody,
    response: PrintAnswerSchema,
    handle: async (context, { body, reply }) => {
      const job = await orderPrint(context, desk(), body);
      beginAfter(reply.raw, desk(), job.id);
      return answerOf(job, context.language);
    },
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/ledgers/prints',
    tag,
    summary: "The officer's own prints of the last day, newest first",
    permission: 'ledger.print',
    response: PrintsAnswer,
    handle: async ({ officer, language }) => {
      const jobs = await desk().list(officer.accountId);
      return { prints: jobs.map((job) => answerOf(job, language)) };
    },
  });

  endpoint(app, {
    method: 'GET',
    url: '/api/ledgers/prints/:id',
    tag,
    summary: 'How far a print is',
    permission: 'ledger.print',
    params: PrintPath,
    response: PrintAnswerSchema,
    handle: async (context, { params }) =>
      answerOf(await getPrint(context, desk, params.id), context.language),
  });

  endpoint(app, {
    method: 'DELETE',
    url: '/api/ledgers/prints/:id',
    tag,
    summary: 'Stop a print, or throw a finished one away',
    permission: 'ledger.print',
    params: PrintPath,
    response: z.object({}),
    handle: async (context, { params }) => {
      await desk().cancel(await getPrint(context, desk, params.id));
      return {};
    },
  });
}

/** The answer goes out after commit; only then may the work begin. Whoever hung up before orders anew. */
function beginAfter(response: ServerResponse, desk: PrintDesk, id: string): void {
  const drop = (): void => void desk.drop(id);
  response.once('close', drop);
  response.once('finish', () => {
    response.off('close', drop);
    if (response.statusCode === 200) desk.begin(id);
    else drop();
  });
}

const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function declareFetching(app: FastifyInstance, desk: OpenDesk): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/ledgers/prints/:id/file',
    tag,
    summary: 'The file of a finished print',
    permission: 'ledger.print',
    params: PrintPath,
    response: z.any().describe('application/pdf or a workbook'),
    handle: async (context, { params, reply }) => {
      const job = await getPrint(context, desk, params.id);
      if (job.state !== 'done') throw new Problem(409, 'printNotReady', { state: job.state });
      const file = Readable.from(desk().read(job), { objectMode: false });
      reply.raw.once('close', () => file.destroy());
      reply
        .type(contentTypes[job.format])
        .header('content-disposition', disposition(job.fileName))
        .header('content-length', job.bytes ?? 0);
      // Sent after the transaction, whose connection a slow reader would hold.
      return file;
    },
  });
}

/** A name in Chinese needs the long form (RFC 6266, 4.3); the short one is for old programs. */
function disposition(fileName: string): string {
  const suffix = fileName.slice(fileName.lastIndexOf('.'));
  return `attachment; filename="ledger${suffix}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

/** The officer's own print, as long as its region still lies within the officer's reach. */
async function getPrint({ officer }: Context, desk: OpenDesk, id: string): Promise<PrintJob> {
  const job = await desk().find(officer.accountId, id);
  if (job === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, job.region as RegionCode);
  return job;
}

function answerOf(job: PrintJob, language: Language): PrintAnswer {
  const { accountId: _account, heardAt: _heard, ...rest } = job;
  return {
    ...rest,
    missing: [...rest.missing],
    problemText: job.problem === null ? null : problemText(language, job.problem),
  };
}
