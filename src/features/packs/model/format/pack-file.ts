import { z } from 'zod';
import { Day, ItemId, PackId, Region, Text, Title, written } from './words.ts';

/** A document that items cite although it is not cut into clauses here: a law, a standard, a notice. */
export const Source = z.strictObject({
  id: written(/^[a-zA-Z0-9-]{2,60}$/, 'sourceIdWrong'),
  title: Title,
  issuer: Title,
  /** As printed, such as 国办函〔2021〕51号 or GB 11643. */
  number: z.string().trim().min(1).max(80).optional(),
  date: Day.optional(),
  note: Text.optional(),
});
export type Source = z.output<typeof Source>;

export const packLevels = ['nation', 'province', 'prefecture', 'county', 'village'] as const;

/** `pack.yaml`: what the document is, who issued it, where and when it holds. */
export const PackFile = z.strictObject({
  id: PackId,
  title: Title,
  issuer: Title,
  level: z.enum(packLevels),
  /** Divisions in which the pack holds. */
  regions: z.array(Region).min(1).max(400),
  inForce: z.strictObject({ from: Day, until: Day.optional() }),
  /** The pack above, whose items hold here unless one of the same id stands here. */
  extends: PackId.optional(),
  sources: z.array(Source).max(500).default([]),
  /** What the reader of the pack should know: gaps of the text, readings that hold throughout. */
  note: Text.optional(),
});
export type PackFile = z.output<typeof PackFile>;

export const departmentKinds = ['department', 'party', 'office', 'body', 'role'] as const;

/** `departments.yaml`: who leads, supports, owes and decides. Only the national pack has it. */
export const Department = z.strictObject({
  id: ItemId,
  title: Title,
  /** Department of a government, organ of the party, office of the campaign, body outside, role. */
  kind: z.enum(departmentKinds).default('department'),
  /** Other names in use, older or local ones. */
  names: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
});
export type Department = z.output<typeof Department>;
