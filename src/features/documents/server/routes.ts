import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../../../platform/server/http/application.ts';
import { endpoint } from '../../../platform/server/http/endpoint.ts';
import {
  clauseParams,
  correctionBody,
  documentAnswer,
  documentParams,
  documentsAnswer,
  documentsQuery,
  matchBody,
  originalsAnswer,
  originalsParams,
  packBody,
  withdrawalBody,
} from '../model/contract.ts';
import { findOriginals } from './clause-store.ts';
import { correctDocument } from './correct-document.ts';
import { setMatch, setPack } from './match-document.ts';
import type { ReadPacks } from './packs.ts';
import { declareUpload } from './upload-route.ts';
import { draftPack, listDocuments, readDocument } from './view-documents.ts';
import { withdraw } from './withdraw-document.ts';

const tag = 'documents';

/** Uploaded policy documents, cut into clauses and held against the packs that are handed in. */
export function documentRoutes(readPacks: ReadPacks): Routes {
  return (app) => {
    declareUpload(app, readPacks);
    readingRoutes(app, readPacks);
    correctingRoutes(app, readPacks);
    matchingRoutes(app, readPacks);
  };
}

function readingRoutes(app: FastifyInstance, readPacks: ReadPacks): void {
  endpoint(app, {
    method: 'GET',
    url: '/api/documents',
    summary: 'Policy documents that were uploaded, newest first',
    tag,
    permission: 'document.read',
    query: documentsQuery,
    response: documentsAnswer,
    handle: async (context, { query }) => await listDocuments(context, query, readPacks),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/documents/:id',
    summary: 'One document, clause by clause, with the pack it is held against',
    tag,
    permission: 'document.read',
    params: documentParams,
    response: documentAnswer,
    handle: async (context, { params }) => await readDocument(context, params.id, readPacks),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/documents/originals/:pack',
    summary: "The texts that stand beside a pack's clauses",
    tag,
    permission: 'document.read',
    params: originalsParams,
    response: originalsAnswer,
    handle: async (context, { params }) => ({
      originals: await findOriginals(context.tx, params.pack),
    }),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/documents/:id/clauses.yaml',
    summary: "A draft of a pack's clauses.yaml from a document",
    tag,
    permission: 'document.read',
    params: documentParams,
    response: z.string(),
    handle: async (context, { params, reply }) => {
      const { outline } = await draftPack(context, params.id);
      reply.header('content-type', 'application/yaml; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="clauses.yaml"');
      return outline;
    },
  });
}

function correctingRoutes(app: FastifyInstance, readPacks: ReadPacks): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/documents/:id/corrections',
    summary: 'Joins, splits or renumbers a clause that was cut wrongly',
    tag,
    permission: 'document.edit',
    params: documentParams,
    body: correctionBody,
    response: documentAnswer,
    handle: async (context, { params, body }) => {
      await correctDocument(context, params.id, body);
      return await readDocument(context, params.id, readPacks);
    },
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/documents/:id/withdrawal',
    summary: 'Withdraws a document, with the reason',
    tag,
    permission: 'document.edit',
    params: documentParams,
    body: withdrawalBody,
    response: documentAnswer,
    handle: async (context, { params, body }) => {
      await withdraw(context, params.id, body);
      return await readDocument(context, params.id, readPacks);
    },
  });
}

function matchingRoutes(app: FastifyInstance, readPacks: ReadPacks): void {
  endpoint(app, {
    method: 'PUT',
    url: '/api/documents/:id/pack',
    summary: 'Chooses the pack that a document is held against',
    tag,
    permission: 'document.edit',
    params: documentParams,
    body: packBody,
    response: documentAnswer,
    handle: async (context, { params, body }) => {
      await setPack(context, params.id, { body, readPacks });
      return await readDocument(context, params.id, readPacks);
    },
  });
  endpoint(app, {
    method: 'PUT',
    url: '/api/documents/:id/clauses/:clause/match',
    summary: 'Says which clause of the pack a clause of the document says',
    tag,
    permission: 'document.edit',
    params: clauseParams,
    body: matchBody,
    response: documentAnswer,
    handle: async (context, { params, body }) => {
      await setMatch(context, params, { body, readPacks });
      return await readDocument(context, params.id, readPacks);
    },
  });
}
