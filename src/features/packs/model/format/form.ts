import { z } from 'zod';
import {
  Citations,
  Expression,
  ItemId,
  issue,
  Subject,
  Text,
  Title,
  Truth,
  Unit,
  written,
} from './words.ts';

export const questionTypes = [
  'text',
  'integer',
  'decimal',
  'yuan',
  'day',
  'month',
  'yesNo',
  'choice',
  'choices',
  'photo',
  'place',
  'signature',
] as const;

const Question = z
  .strictObject({
    id: ItemId,
    label: Title,
    hint: Text.optional(),
    type: z.enum(questionTypes),
    choices: z
      .array(z.strictObject({ value: ItemId, label: Title }))
      .min(2)
      .max(60)
      .optional(),
    /** The field of the register that it fills, `person.schoolStatus`; its code list gives the choices. */
    field: z.string().optional(),
    unit: Unit.optional(),
    relevant: Expression.optional(),
    required: Truth.optional(),
    constraint: Expression.optional(),
  })
  .check(({ value: question, issues }) => {
    const chooses = question.type === 'choice' || question.type === 'choices';
    if (chooses && question.choices === undefined && question.field === undefined) {
      issues.push({ ...issue('choicesMissing'), path: ['choices'], input: question });
    }
    if (!chooses && question.choices !== undefined) {
      issues.push({
        ...issue('choicesNotAsked', { type: question.type }),
        path: ['choices'],
        input: question,
      });
    }
  });

/** `forms/*.yaml`: what is asked, of whom. */
export const Form = z.strictObject({
  id: ItemId,
  title: Title,
  subject: z.union([Subject, z.enum(['township', 'project', 'department', 'public'])]),
  questions: z.array(Question).min(1).max(200),
  note: Text.optional(),
  cites: Citations,
});
export type Form = z.output<typeof Form>;

/** `registers.yaml`: the part of the register or of the product that carries a clause. */
export const Register = z
  .strictObject({
    id: ItemId,
    title: Title,
    /** Fields of the register: `household.mainCause`, `person.health`, `survey.safeWater`. */
    fields: z
      .array(written(/^(household|person|survey|village)\.[a-z][A-Za-z0-9]*$/, 'fieldWrong'))
      .min(1)
      .max(60)
      .optional(),
    /** Path of the screen in the product. */
    screen: written(/^\/[a-z0-9/-]*$/, 'screenWrong').optional(),
    /** A list that the register keeps beside households and persons, in our words: `loans`. */
    table: ItemId.optional(),
    note: Text.optional(),
    cites: Citations,
  })
  .check(({ value: register, issues }) => {
    if (register.fields ?? register.screen ?? register.table) return;
    issues.push({ ...issue('registerEmpty'), input: register });
  });
export type Register = z.output<typeof Register>;
