import { z } from 'zod';
import { Amount, Day, ItemId, issue, Region, Title } from './words.ts';

/** Field by field; texts are read by the type of the field. Lists of codes are lists. */
const Facts = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const Expected = z.union([
  z.enum(['true', 'false']).transform((text) => text === 'true'),
  /** It cannot be said, for a value is absent. */
  z.literal('unknown'),
  /** It holds, and so many yuan (or points, for a score) follow. */
  z.strictObject({ yuan: Amount }),
  z.strictObject({ points: Amount }),
]);
export type Expected = z.output<typeof Expected>;

/** `tests/*.yaml`: given this household on this day, a rule must answer so. */
export const Story = z.strictObject({
  name: Title,
  on: Day,
  /** The village or county it happens in; the pack's first region if left out. */
  region: Region.optional(),
  given: z.strictObject({
    household: Facts.default({}),
    survey: Facts.default({}),
    persons: z.array(Facts).max(30).default([]),
    village: Facts.default({}),
    county: Facts.default({}),
  }),
  /** Which person the rules about persons are asked about, by name; the first if left out. */
  about: z.string().optional(),
  /** Values in place of those in force. */
  parameters: z.record(ItemId, z.union([z.string(), z.array(z.string())])).default({}),
  expect: z.record(ItemId, Expected).check(({ value: expected, issues }) => {
    if (Object.keys(expected).length > 0) return;
    issues.push({ ...issue('storyExpectsNothing'), input: expected });
  }),
});
export type Story = z.output<typeof Story>;
