import { z } from 'zod';
import {
  Amount,
  Citations,
  Departments,
  ItemId,
  placeLevels,
  Text,
  Title,
  Whole,
} from './words.ts';

export const stepKinds = [
  'application',
  'verification',
  'assemblyVote',
  'notice',
  'decision',
  'comparison',
  'announcement',
  'filing',
  'evaluation',
  'marking',
  'signature',
] as const;
export type StepKind = (typeof stepKinds)[number];

const Step = z.strictObject({
  id: ItemId,
  kind: z.enum(stepKinds),
  title: Title.optional(),
  level: z.enum(placeLevels),
  /** How long a notice stays; of any other step, within how many days it is to be done. */
  days: Whole.optional(),
  dayKind: z.enum(['calendar', 'working']).default('calendar'),
  /** Percent of those entitled to vote who must be there. */
  quorum: Amount.optional(),
  /** Percent of those there who must agree; more than half if left out. */
  majority: Amount.optional(),
  /** Who takes it, or with whom data are compared. */
  by: Departments.optional(),
  /** How many persons take it together, such as the two who verify. */
  persons: Whole.optional(),
  note: Text.optional(),
  cites: Citations,
});
export type Step = z.output<typeof Step>;

export const procedureSubjects = [
  'person',
  'household',
  'village',
  'township',
  'county',
  'project',
  'asset',
  'loan',
  'complaint',
  'team',
  'register',
] as const;

/** `procedures/*.yaml`: the steps that a case takes, in order. */
export const Procedure = z.strictObject({
  id: ItemId,
  title: Title,
  subject: z.enum(procedureSubjects),
  steps: z.array(Step).min(1).max(30),
  note: Text.optional(),
  cites: Citations,
});
export type Procedure = z.output<typeof Procedure>;
