import { Problem } from '../../../platform/server/http/problem.ts';
import {
  birthDayOfNumber,
  type HouseholdFacts,
  householdFacts,
  normaliseDocumentNumber,
  type PersonFacts,
  personFacts,
  sexOfNumber,
} from '../model/index.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a form sent of a person, tidied: the number in its one spelling, birthday and sex from it if not given. */
export function cleanPersonValues(values: Values): Record<string, unknown> {
  const { documentNumber } = values;
  if (typeof documentNumber !== 'string') return { ...values };
  const number = normaliseDocumentNumber(documentNumber);
  const derived = {
    birthDay: values['birthDay'] ?? birthDayOfNumber(number) ?? null,
    sex: values['sex'] ?? sexOfNumber(number),
  };
  return {
    ...values,
    documentNumber: number,
    ...(derived.birthDay === null ? {} : { birthDay: derived.birthDay }),
    ...(derived.sex === undefined ? {} : { sex: derived.sex }),
  };
}

/** A whole person, fields not stated empty; refuses without a name or a sex. */
export function wholePersonFacts(values: Values): PersonFacts {
  const clean = cleanPersonValues(values);
  for (const field of ['name', 'sex']) {
    if (typeof clean[field] !== 'string')
      throw new Problem(422, 'fieldMissing', { subject: 'person', field });
  }
  return personFacts(clean as Partial<PersonFacts> & Pick<PersonFacts, 'name' | 'sex'>);
}

export function wholeHouseholdFacts(values: Values): HouseholdFacts {
  if (typeof values['number'] !== 'string')
    throw new Problem(422, 'fieldMissing', { subject: 'household', field: 'number' });
  return householdFacts({ headName: '', ...values } as never);
}
