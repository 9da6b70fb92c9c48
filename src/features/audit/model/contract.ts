import { z } from 'zod';
import { parsePlainDate } from '../../../kernel/plain-date.ts';

const day = z.string().refine((text) => parsePlainDate(text) !== undefined);
const word = z.string().min(1).max(80);

export const eventsQuery = z
  .object({
    accountId: z.uuid().optional(),
    kind: word.optional(),
    subject: word.optional(),
    subjectId: word.optional(),
    /** First day, as days are counted in China. */
    from: day.optional(),
    /** Last day, included. */
    until: day.optional(),
    /** Goes on after a page: its `next`. */
    after: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
  });

export type EventsQuery = z.output<typeof eventsQuery>;

const event = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  account: z
    .object({ id: z.string(), userName: z.string().nullable(), displayName: z.string().nullable() })
    .nullable(),
  postingId: z.string().nullable(),
  regionCode: z.string().nullable(),
  subject: z.string().nullable(),
  subjectId: z.string().nullable(),
  purpose: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});

export type Event = z.output<typeof event>;

/** Newest first. `next` is null on the last page. */
export const eventsAnswer = z.object({ events: z.array(event), next: z.string().nullable() });

export const checkpointQuery = z.object({
  /** The size of a checkpoint the reader has: then the answer proves that the log only grew since. */
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

export const checkpointAnswer = z.object({
  /** The signed text (C2SP tlog-checkpoint). Keep it where the administrators of this server cannot reach it. */
  note: z.string(),
  size: z.number().int(),
  at: z.string(),
  /** Consistency proof (RFC 6962, 2.1.2) from `since`, in base64; null if none was asked for. */
  consistency: z.array(z.string()).nullable(),
});

export const actParams = z.object({ id: z.uuid() });

export const proofAnswer = z.object({
  /** Place of the act in the log, from 0. */
  index: z.number().int(),
  /** Leaf hash of the act (RFC 6962, 2.1) in base64. */
  leafHash: z.string(),
  /** Inclusion proof (RFC 6962, 2.1.1), from the leaf up, in base64. */
  hashes: z.array(z.string()),
  /** The signed checkpoint whose root the proof leads to. */
  checkpoint: z.string(),
});
