import { expect, it } from 'vitest';
import { addDays } from '../../../kernel/plain-date.ts';
import { checkHousehold } from './check.ts';
import { applyExemptions, type Exemption } from './exemption.ts';
import { chens, context, household, survey, today } from './testing/clean-records.ts';

const persons = chens().map((person, index) => ({
  ...person,
  id: `person ${index}`,
  ethnicity: null,
}));
const findings = checkHousehold({ household: household(), persons, surveys: [survey()] }, context, {
  rows: true,
});

function exemption(changes: Partial<Exemption> = {}): Exemption {
  return {
    ruleId: 'R012',
    subjectId: 'person 0',
    reason: '待民族宗教部门确认',
    by: 'officer',
    until: null,
    ...changes,
  };
}

function open(exemptions: readonly Exemption[]): (string | null)[] {
  return applyExemptions(findings, exemptions, today).open.map(({ subjectId }) => subjectId);
}

it('leaves everything open without exemptions', () => {
  expect(open([])).toEqual(['person 0', 'person 1']);
});

it('exempts one record from one rule, and says why', () => {
  const judged = applyExemptions(findings, [exemption()], today);
  expect(judged.open.map(({ subjectId }) => subjectId)).toEqual(['person 1']);
  expect(judged.exempted).toMatchObject([
    { finding: { subjectId: 'person 0' }, exemption: { reason: '待民族宗教部门确认' } },
  ]);
  expect(open([exemption({ ruleId: 'R013' })])).toEqual(['person 0', 'person 1']);
});

it('holds through its last day and no longer', () => {
  expect(open([exemption({ until: today })])).toEqual(['person 1']);
  expect(open([exemption({ until: addDays(today, -1) })])).toEqual(['person 0', 'person 1']);
});
