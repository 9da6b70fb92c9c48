import { expect, it } from 'vitest';
import { assurancesOf } from './assurances.ts';

const household = {
  schoolDropout: null,
  memberUninsured: null,
  housingDamaged: null,
  waterDamaged: null,
};
const person = {
  name: '李冬',
  status: 'present',
  age: 40,
  schoolStatus: null,
  outOfSchoolReason: null,
  residentMedical: true,
  employeeMedical: null,
  activeSoldier: null,
};
const survey = {
  year: 2025,
  dangerousHouse: false,
  housingGrade: null,
  safeWater: true,
  waterDifficult: null,
};

type Read = Parameters<typeof assurancesOf>[0];

function stateOf(name: string, read: Partial<Read>): string {
  const all = { household, persons: [person], surveys: [survey], ...read };
  const found = assurancesOf(all as Read).find((assurance) => assurance.name === name);
  return `${found?.state} ${found?.why}`;
}

it('finds all four met where everything is in order', () => {
  const states = assurancesOf({ household, persons: [person], surveys: [survey] });
  expect(states.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
});

it.each([
  [5, 'notInSchool', null, 'met noChildren'],
  [6, 'notInSchool', null, 'unmet outOfSchool'],
  [15, 'notInSchool', null, 'unmet outOfSchool'],
  [16, 'notInSchool', null, 'met noChildren'],
  [10, 'primary', null, 'met inSchool'],
  [10, null, 'hardship', 'unmet outOfSchool'],
  [10, null, 'homeTaught', 'met inSchool'],
  [10, null, null, 'unknown schoolUnknown'],
])('judges schooling at %i with %s and %s: %s', (age, schoolStatus, outOfSchoolReason, state) => {
  const child = { ...person, age, schoolStatus, outOfSchoolReason };
  expect(stateOf('education', { persons: [child] as never })).toBe(state);
});

it.each([
  [true, null, null, 'met insured'],
  [false, true, null, 'met insured'],
  [false, null, null, 'unmet uninsured'],
  [null, null, null, 'unknown insuranceUnknown'],
  [false, false, true, 'met insured'],
])(
  'judges insurance of %s, %s, soldier %s: %s',
  (residentMedical, employeeMedical, activeSoldier, state) => {
    const member = { ...person, residentMedical, employeeMedical, activeSoldier };
    expect(stateOf('medical', { persons: [member] })).toBe(state);
  },
);

it('does not count those who left', () => {
  const gone = { ...person, status: 'left', residentMedical: false };
  expect(stateOf('medical', { persons: [person, gone] })).toBe('met insured');
});

it.each([
  [{ dangerousHouse: true }, 'unmet dangerous'],
  [{ dangerousHouse: null, housingGrade: 'C' }, 'unmet dangerous'],
  [{ dangerousHouse: false, housingGrade: 'B' }, 'met safeHouse'],
  [{ dangerousHouse: null }, 'unknown housingUnknown'],
])('judges a house with %j: %s', (found, state) => {
  expect(stateOf('housing', { surveys: [{ ...survey, ...found }] as never })).toBe(state);
});

it('takes the latest survey, and what was reported since', () => {
  const before = { ...survey, year: 2024, safeWater: false };
  expect(stateOf('water', { surveys: [before, survey] })).toBe('met safeWater');
  expect(stateOf('water', { household: { ...household, waterDamaged: true } })).toBe(
    'unmet waterReported',
  );
  expect(stateOf('water', { surveys: [] })).toBe('unknown waterUnknown');
});
