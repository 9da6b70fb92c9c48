import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { answerUpload, enterForUpload } from '../../../platform/server/http/upload.ts';
import {
  type Officer,
  reachOf,
  requireWithinReach,
} from '../../../platform/server/identity/officer.ts';
import type { Services } from '../../../platform/server/services.ts';
import { uploadAnswer } from '../model/contract.ts';
import type { RememberedTargets } from '../model/recognise.ts';
import { mayDo } from '../model/states.ts';
import { type InspectedSource, LARGEST_FILE_BYTES, receiveFile } from './inspect-file.ts';
import { findRemembered } from './remembered-store.ts';
import { findRun, findRunForUpdate, findSources, insertRun, insertSources } from './run-store.ts';
import { UnreadableFile } from './unreadable-file.ts';

const MOST_FILES = 20;
const MOST_TABLES = 200;
/**
 * Uploads go past the usual endpoint: a file may take minutes to arrive, and no transaction may stay
 * open for so long. Who asks is looked up before the first byte and again when all have arrived.
 */
export function declareUpload(app: FastifyInstance): void {
  app.route({
    method: 'POST',
    url: '/api/intake/files',
    config: { permission: 'intake.import' },
    schema: {
      summary:
        'Upload spreadsheets: fields requestId and (to add to an import) run, then parts named file',
      tags: ['intake'],
      consumes: ['multipart/form-data'],
      response: { 200: uploadAnswer },
    },
    handler: async (request, reply) =>
      await answerUpload({ request, reply }, async () => await receive(app.services, request)),
  });
}

async function receive(services: Services, request: FastifyRequest): Promise<{ id: string }> {
  const first = await services.database.transaction(async (tx) => {
    const officer = await enterForUpload(tx, { services, request }, 'intake.import');
    return await findRemembered(tx, reachOf(officer));
  });
  if (!request.isMultipart()) throw new Problem(415, 'importNeedsFiles');
  const { fields, sources } = await readParts(services, request, first);
  if (sources.length === 0) throw new Problem(422, 'importNeedsFiles');
  return await services.database.transaction(async (tx) => {
    const officer = await enterForUpload(tx, { services, request }, 'intake.import');
    return {
      id: await keep(tx, officer, { fields, sources, now: services.clock().toISOString() }),
    };
  });
}

type UploadFields = { requestId: string; run: string | undefined };

async function readParts(
  services: Services,
  request: FastifyRequest,
  remembered: RememberedTargets,
): Promise<{ fields: UploadFields; sources: InspectedSource[] }> {
  const given: Record<string, unknown> = {};
  const sources: InspectedSource[] = [];
  const parts = request.parts({
    limits: { files: MOST_FILES, fields: 10, fileSize: LARGEST_FILE_BYTES },
  });
  for await (const part of parts) {
    if (part.type === 'field') {
      given[part.fieldname] = part.value;
      continue;
    }
    sources.push(
      ...(await receiveOne(services, { name: part.filename, chunks: part.file }, remembered)),
    );
    if (part.file.truncated)
      throw new Problem(413, 'importFileTooLarge', { most: LARGEST_FILE_BYTES });
    if (sources.length > MOST_TABLES)
      throw new Problem(422, 'importTooManyTables', { most: MOST_TABLES });
  }
  const fields = z.object({ requestId: z.uuid(), run: z.uuid().optional() }).safeParse(given);
  if (!fields.success)
    throw new Problem(400, 'inputNotUnderstood', { place: 'requestId', reason: '' });
  return { fields: { requestId: fields.data.requestId, run: fields.data.run }, sources };
}

async function receiveOne(
  services: Services,
  file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
  remembered: RememberedTargets,
): Promise<InspectedSource[]> {
  try {
    return await receiveFile(services, file, remembered);
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Problem(413, 'importFileTooLarge', { most: LARGEST_FILE_BYTES });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Problem(503, 'storageFull');
    throw error;
  }
}

/** A new import bears the number of the request that made it, so that an upload sent twice makes one. */
async function keep(
  tx: Transaction,
  officer: Officer,
  upload: { fields: UploadFields; sources: readonly InspectedSource[]; now: string },
): Promise<string> {
  const { requestId, run: wanted } = upload.fields;
  const id = wanted ?? requestId;
  const existing = await findRunForUpdate(tx, id);
  if (wanted === undefined && existing !== undefined) return existing.id;
  const region = existing === undefined ? reachOf(officer) : existing.region_code;
  if (existing === undefined) {
    if (wanted !== undefined) throw new Problem(404, 'notFound');
    await insertRun(tx, {
      id,
      region_code: region,
      account_id: officer.accountId,
      posting_id: officer.posting?.id ?? null,
      created_at: upload.now,
    });
  } else {
    requireWithinReach(officer, region);
    if (!mayDo(existing.state, 'addFile'))
      throw new Problem(409, 'importStateForbids', { state: existing.state });
  }
  await addSources(tx, { id, region }, upload.sources);
  return (await findRun(tx, id))?.id ?? id;
}

async function addSources(
  tx: Transaction,
  run: { readonly id: string; readonly region: RegionCode },
  sources: readonly InspectedSource[],
): Promise<void> {
  const present = await findSources(tx, [run.id]);
  const isPresent = (source: InspectedSource): boolean =>
    present.some(
      (other) =>
        other.file_sha256 === source.file_sha256 &&
        other.file_name === source.file_name &&
        other.sheet_index === source.sheet_index,
    );
  const added = sources.filter((source) => !isPresent(source));
  await insertSources(
    tx,
    added.map((source, index) => ({
      ...source,
      run_id: run.id,
      region_code: run.region,
      position: present.length + index,
      outcome: null,
    })),
  );
}
