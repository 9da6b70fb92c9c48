import {
  type Id,
  normaliseDocumentNumber,
  type PersonFacts,
} from '../../households/model/index.ts';
import { worksForWages } from './rule-subjects.ts';
import type { RegisterPerson } from './rules/register.ts';

/** Letters and digits that identity card and disability certificate of a person have in common. */
const IDENTITY_LENGTH = 18;

/** A person as the rules across households compare one. Number and phone are in clear. */
export function registerPersonOf(
  facts: PersonFacts & { readonly id: Id; readonly householdId: Id },
): RegisterPerson {
  const number = facts.documentNumber === null ? '' : normaliseDocumentNumber(facts.documentNumber);
  return {
    id: facts.id,
    householdId: facts.householdId,
    present: facts.leaveReason === null && facts.leftOn === null,
    name: facts.name,
    sex: facts.sex,
    birthDay: facts.birthDay,
    documentKey: number === '' ? null : number,
    identityKey: number === '' ? null : number.slice(0, IDENTITY_LENGTH),
    phoneKey: facts.phone,
    works: worksForWages(facts),
  };
}
