import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { answerUpload, enterForUpload } from '../../../platform/server/http/upload.ts';
import type { Services } from '../../../platform/server/services.ts';
import { type UploadAnswer, uploadAnswer } from '../model/contract.ts';
import { findDocumentsOfFile, findFile } from './document-store.ts';
import { keepDocuments, refuseSameFile } from './keep-documents.ts';
import { fileLimits } from './limits.ts';
import type { ReadPacks } from './packs.ts';
import { readApart } from './read-apart.ts';
import type { ReaderOrder } from './read-worker.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/**
 * An upload goes past the usual endpoint, because no transaction may stay open while a file arrives
 * and is read. Who asks is looked up before the first byte and again when it is to be kept.
 */
export function declareUpload(app: FastifyInstance, readPacks: ReadPacks): void {
  app.route({
    method: 'POST',
    url: '/api/documents/files',
    config: { permission: 'document.edit' },
    schema: {
      summary: 'Upload a policy document: field requestId, then one part named file',
      tags: ['documents'],
      consumes: ['multipart/form-data'],
      response: { 200: uploadAnswer },
    },
    handler: async (request, reply) =>
      await answerUpload(
        { request, reply },
        async () => await receive(app.services, request, readPacks),
      ),
  });
}

async function receive(
  services: Services,
  request: FastifyRequest,
  readPacks: ReadPacks,
): Promise<UploadAnswer> {
  await services.database.transaction(
    async (tx) => await enterForUpload(tx, { services, request }, 'document.edit'),
  );
  if (!request.isMultipart()) throw new Problem(415, 'documentNeedsFile');
  const { requestId, name, bytes } = await readForm(request);
  const earlier = await services.database.transaction(async (tx) => {
    await enterForUpload(tx, { services, request }, 'document.edit');
    return await keptBefore(tx, requestId);
  });
  if (earlier !== undefined) return earlier;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = await readOrRefuse({ bytes, packs: await readPacks() });
  return await services.database.transaction(async (tx) => {
    const officer = await enterForUpload(tx, { services, request }, 'document.edit');
    const again = await keptBefore(tx, requestId);
    if (again !== undefined) return again;
    await refuseSameFile(tx, sha256);
    const now = services.clock().toISOString();
    const upload = { id: requestId, name, bytes: bytes.length, sha256, ...file };
    await keepDocuments({ tx, officer, now }, upload);
    return (await keptBefore(tx, requestId)) ?? { documents: [] };
  });
}

type Form = { requestId: string; name: string; bytes: Buffer };

const LONGEST_NAME = 255;

async function readForm(request: FastifyRequest): Promise<Form> {
  const given: Record<string, unknown> = {};
  let file: Omit<Form, 'requestId'> | undefined;
  const limits = { files: 1, fields: 5, fileSize: fileLimits.bytes };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      given[part.fieldname] = part.value;
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
    if (part.file.truncated)
      throw new Problem(413, 'documentFileTooLarge', { most: fileLimits.bytes });
    const name = part.filename.toWellFormed().replaceAll('\u0000', '').slice(-LONGEST_NAME) || '-';
    file = { name, bytes: Buffer.concat(chunks) };
  }
  const fields = z.object({ requestId: z.uuid() }).safeParse(given);
  if (!fields.success)
    throw new Problem(400, 'inputNotUnderstood', { place: 'requestId', reason: '' });
  if (file === undefined) throw new Problem(422, 'documentNeedsFile');
  return { requestId: fields.data.requestId, ...file };
}

async function readOrRefuse(order: ReaderOrder): ReturnType<typeof readApart> {
  try {
    return await readApart(order);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new Problem(422, error.code, error.details);
    throw error;
  }
}

/** The answer to an upload that was kept already: the number of the request is that of the file. */
async function keptBefore(tx: Transaction, requestId: string): Promise<UploadAnswer | undefined> {
  if ((await findFile(tx, requestId)) === undefined) return undefined;
  const rows = await findDocumentsOfFile(tx, requestId);
  return {
    documents: rows.map(({ id, title, clauses, pack_id }) => ({
      id,
      title,
      clauses,
      packId: pack_id,
    })),
  };
}
