import { z } from 'zod';
import { ClauseId, Departments, Text, Truth } from './words.ts';

/** `clauses.yaml`: the document cut into its clauses, in its order. */
export const Clause = z.strictObject({
  id: ClauseId,
  /** As printed: 一、 / （一） / 1. Empty before the first clause and after the last. */
  number: z.string().trim().max(20).default(''),
  parent: ClauseId.optional(),
  /** Our own words, one or two sentences, never the text of the document. */
  summary: Text,
  /** A clause that only heads others: it is carried by those below it. */
  heading: Truth.optional(),
  /** The source that the clause belongs to, where a pack gathers several documents. */
  source: z.string().optional(),
  lead: Departments.optional(),
  supporting: Departments.optional(),
  /** Why software cannot carry it out. Only if nothing else does. */
  exhortation: Text.optional(),
  /** How we read it where the text leaves it open. */
  reading: Text.optional(),
});
export type Clause = z.output<typeof Clause>;
