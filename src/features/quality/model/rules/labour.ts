import type { CodeOf } from '../../../households/model/index.ts';
import type { Fault, Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import type { PersonInQuestion } from '../rule-subjects.ts';

type Labour = CodeOf<'labourSkill'>;

const able: ReadonlySet<Labour> = new Set(['ordinary', 'skilled']);
const notFullyAble: ReadonlySet<Labour> = new Set(['none', 'lost', 'weak']);

function details({ facts, age }: PersonInQuestion): Fault {
  return { details: { age: age ?? '', labour: facts.labourSkill ?? '' } };
}

function isOfWorkingAge(age: number | undefined, { parameters }: RuleContext): boolean {
  const { workingAge, retirementAge } = parameters;
  if (age === undefined || workingAge === undefined || retirementAge === undefined) return false;
  return age >= workingAge && age < retirementAge;
}

function child(person: PersonInQuestion, { parameters }: RuleContext): Fault | undefined {
  const { labourSkill } = person.facts;
  if (person.age === undefined || parameters.workingAge === undefined) return undefined;
  if (person.age >= parameters.workingAge || labourSkill === null || labourSkill === 'none')
    return undefined;
  return details(person);
}

function healthyAdult(person: PersonInQuestion, context: RuleContext): Fault | undefined {
  const { labourSkill } = person.facts;
  if (!person.healthy || person.attends || labourSkill === null) return undefined;
  if (!isOfWorkingAge(person.age, context) || !notFullyAble.has(labourSkill)) return undefined;
  return details(person);
}

function elderly(person: PersonInQuestion, { parameters }: RuleContext): Fault | undefined {
  const { labourSkill } = person.facts;
  if (person.age === undefined || parameters.retirementAge === undefined || labourSkill === null)
    return undefined;
  if (person.age < parameters.retirementAge) return undefined;
  if (able.has(labourSkill)) return details(person);
  return person.ofMonitored && labourSkill === 'lost'
    ? { ...details(person), text: 'lost' }
    : undefined;
}

function unwellAdult(person: PersonInQuestion, context: RuleContext): Fault | undefined {
  const { labourSkill } = person.facts;
  if (!person.unwell || labourSkill === null || !able.has(labourSkill)) return undefined;
  return isOfWorkingAge(person.age, context) ? details(person) : undefined;
}

const fields = ['labourSkill', 'birthDay'];

export const labourRules: readonly Rule<PersonInQuestion>[] = [
  { id: 'R050', level: 'E', subject: 'person', fields, check: child },
  {
    id: 'R051',
    level: 'W',
    subject: 'person',
    fields: ['labourSkill', 'health', 'birthDay'],
    check: healthyAdult,
  },
  { id: 'R052', level: 'W', subject: 'person', fields, check: elderly },
  {
    id: 'R053',
    level: 'W',
    subject: 'person',
    fields: ['labourSkill', 'health', 'birthDay'],
    check: unwellAdult,
  },
];
