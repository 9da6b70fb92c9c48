import { z } from 'zod';
import { clauseKinds, confidences, leftOutReasons, noteCodes } from './clause.ts';
import { matchBases } from './match.ts';

/**
 * What browser and server say to each other about documents:
 *
 * - `POST /api/documents/files`: multipart; the field `requestId` comes before the one part `file`.
 *   Answers the documents that were found in it. Sent twice, it is kept once.
 * - `GET /api/documents`: all documents, newest first.
 * - `GET /api/documents/:id`: one with its clauses, and the pack it is held against.
 * - `POST /api/documents/:id/corrections`, `PUT …/pack`, `PUT …/clauses/:clause/match`,
 *   `POST …/withdrawal`: each names the version it saw and answers the document.
 * - `GET /api/documents/:id/clauses.yaml`: a draft of a pack's outline.
 * - `GET /api/documents/originals/:pack`: the texts that stand beside a pack's clauses.
 */

const instant = z.iso.datetime();
const count = z.int().min(0);
const words = z.object({ zh: z.string(), en: z.string() });
const note = z.object({
  code: z.enum(noteCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const documentParams = z.object({ id: z.uuid() });
export const clauseParams = z.object({ id: z.uuid(), clause: z.uuid() });

const documentHead = z.object({
  id: z.uuid(),
  /** Null where the text has none; then the name of the file stands for it. */
  title: z.string().nullable(),
  fileName: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  publishedOn: z.iso.date().nullable(),
  clauses: count,
  /** Clauses where the cutter was not certain. */
  unsure: count,
  /** Clauses that say a clause of the pack. */
  matched: count,
  packId: z.string().nullable(),
  packTitle: words.nullable(),
  uploadedAt: instant,
  uploadedBy: z.string(),
  regionCode: z.string(),
  withdrawnAt: instant.nullable(),
});
export type DocumentSummary = z.output<typeof documentHead>;

export const documentsQuery = z.object({
  text: z.string().max(100).optional(),
  pack: z.string().max(60).optional(),
  /** Withdrawn ones are shown only when asked for. */
  withdrawn: z.enum(['true']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export type DocumentsQuery = z.output<typeof documentsQuery>;
export const documentsAnswer = z.object({ rows: z.array(documentHead), total: count });
export type DocumentsAnswer = z.output<typeof documentsAnswer>;

export const uploadAnswer = z.object({
  documents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string().nullable(),
      clauses: count,
      packId: z.string().nullable(),
    }),
  ),
});
export type UploadAnswer = z.output<typeof uploadAnswer>;

const clauseView = z.object({
  id: z.uuid(),
  path: z.string(),
  parent: z.string().nullable(),
  level: z.int().min(1),
  kind: z.enum(clauseKinds),
  number: z.string(),
  heading: z.string(),
  text: z.string(),
  firstLine: count,
  lastLine: count,
  inline: z.boolean(),
  confidence: z.enum(confidences),
  notes: z.array(note),
  /** Null where no match was looked for or found; with an empty clause where a person said: none. */
  match: z
    .object({
      packClauseId: z.string().nullable(),
      score: z.number().nullable(),
      basis: z.enum(matchBases),
    })
    .nullable(),
});
export type ClauseView = z.output<typeof clauseView>;

const packView = z.object({
  id: z.string(),
  title: words,
  clauses: z.array(
    z.object({ id: z.string(), number: z.string(), parent: z.string().optional(), summary: words }),
  ),
});
export type PackView = z.output<typeof packView>;

export const documentAnswer = documentHead.extend({
  version: z.int().min(1),
  firstLine: count,
  lastLine: count,
  notes: z.array(note),
  leftOut: z.array(z.object({ line: count, text: z.string(), reason: z.enum(leftOutReasons) })),
  clauseList: z.array(clauseView),
  /** How well it and its pack go together; null if a person chose the pack. */
  packScore: z.number().nullable(),
  pack: packView.nullable(),
  /** All packs there are, for the choice. */
  packs: z.array(z.object({ id: z.string(), title: words })),
  withdrawnBecause: z.string().nullable(),
  /** Whether this officer's office may change it. */
  mayChange: z.boolean(),
});
export type DocumentAnswer = z.output<typeof documentAnswer>;

const version = z.int().min(1);
const number = z.string().max(24);

export const correctionBody = z.object({
  version,
  correction: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('join'), clause: z.uuid() }),
    z.object({ kind: z.literal('split'), clause: z.uuid(), at: count, number }),
    z.object({ kind: z.literal('renumber'), clause: z.uuid(), number }),
  ]),
});
export type CorrectionBody = z.output<typeof correctionBody>;

export const packBody = z.object({ version, packId: z.string().max(60).nullable() });
export type PackBody = z.output<typeof packBody>;

export const matchBody = z.object({ version, packClauseId: z.string().max(60).nullable() });
export type MatchBody = z.output<typeof matchBody>;

export const withdrawalBody = z.object({ version, reason: z.string().trim().min(1).max(500) });
export type WithdrawalBody = z.output<typeof withdrawalBody>;

export const originalsParams = z.object({ pack: z.string().max(60) });
export const originalsAnswer = z.object({
  /** In the order of their documents; a clause of the pack may have more than one text. */
  originals: z.array(
    z.object({
      packClauseId: z.string(),
      documentId: z.uuid(),
      path: z.string(),
      number: z.string(),
      heading: z.string(),
      text: z.string(),
    }),
  ),
});
export type OriginalClause = z.output<typeof originalsAnswer>['originals'][number];
