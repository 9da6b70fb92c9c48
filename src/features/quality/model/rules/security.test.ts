import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { plainDate } from '../../../../kernel/plain-date.ts';
import type { PersonFacts } from '../../../households/model/index.ts';
import { checkPerson } from '../check.ts';
import type { HouseholdRow } from '../rule-subjects.ts';
import {
  bornYearsAgo,
  chens,
  context,
  findingsOfWhole,
  mei,
  ofPerson,
  ofWhole,
  pupil,
  withoutSentence,
} from '../testing/clean-records.ts';

describe('of insurance', () => {
  it.each([
    [true, false, []],
    [false, true, []],
    [true, null, []],
    [false, false, ['R080', 'R082']],
    [null, null, ['R080']],
    [true, true, ['R081']],
  ] as const)(
    'R080 and R081 of residents %j and employees %j say %j',
    (residentMedical, employeeMedical, rules) => {
      expect(ofPerson(mei({ residentMedical, employeeMedical }))).toEqual(rules);
    },
  );

  describe('R080 of a child without insurance', () => {
    const child = (birthDay: string, changes: Partial<PersonFacts> = {}) =>
      mei({
        birthDay: plainDate(birthDay),
        schoolStatus: 'belowSchoolAge',
        education: null,
        labourSkill: 'none',
        residentMedical: null,
        seriousIllnessInsurance: null,
        ...changes,
      });
    // Held against 20 November 2024, which is 90 days after 22 August.
    const ofChild = (facts: PersonFacts) =>
      checkPerson(facts, context).filter(({ ruleId }) => ruleId === 'R080');

    it('asks for an explanation as long as the newborn may be enrolled', () => {
      const expected = { level: 'W', text: 'newborn', details: { days: 90 } };
      expect(ofChild(child('2024-11-20'))).toMatchObject([expected]);
      expect(ofChild(child('2024-08-22'))).toMatchObject([expected]);
      expect(ofChild(child('2024-08-22', { residentMedical: true }))).toEqual([]);
    });

    it('refuses from the day after on, and where no birthday is known', () => {
      expect(ofChild(child('2024-08-21'))).toMatchObject([{ level: 'E', text: 'text' }]);
      expect(ofChild(mei({ birthDay: null, residentMedical: null }))).toMatchObject([
        { level: 'E' },
      ]);
    });

    it('has a sentence for each', () => {
      expect(sentences.R080).toHaveProperty('newborn');
      expect(ofPerson(child('2024-08-22'))).toContain('R080');
    });
  });

  it('R082 asks for serious illness insurance, except of employees', () => {
    expect(ofPerson(mei({ seriousIllnessInsurance: true }))).toEqual([]);
    expect(ofPerson(mei({ seriousIllnessInsurance: false }))).toEqual(['R082']);
    expect(ofPerson(mei({ seriousIllnessInsurance: null }))).toEqual(['R082']);
    expect(
      ofPerson(
        mei({ seriousIllnessInsurance: null, residentMedical: false, employeeMedical: true }),
      ),
    ).toEqual([]);
  });

  it('R083 asks for one pension from 16 on, and for no second', () => {
    expect(ofPerson(mei({ residentPension: null, employeePension: null }))).toEqual(['R083']);
    expect(ofPerson(mei({ residentPension: false, employeePension: null }))).toEqual([]);
    expect(ofPerson(mei({ residentPension: true, employeePension: true }))).toEqual(['R083']);
    const unstated = { residentPension: null, employeePension: null };
    expect(ofPerson(pupil(15, 'senior1', unstated))).toEqual([]);
    expect(ofPerson(pupil(16, 'senior1', unstated))).toEqual(['R083']);
  });

  it('R084 asks how the uninsured can have medical aid', () => {
    expect(ofPerson(mei({ medicalAid: true }))).toEqual([]);
    expect(ofPerson(mei({ medicalAid: true, residentMedical: null }))).toEqual(['R080', 'R084']);
  });

  it('R085 asks why someone healthy between 18 and 59 is supported', () => {
    const supported = (age: number, changes: Partial<PersonFacts> = {}) =>
      ofPerson(mei({ birthDay: bornYearsAgo(age), extremePovertySupport: 'rural', ...changes }));
    expect(supported(17)).toEqual([]);
    expect(supported(18)).toEqual(['R085']);
    expect(supported(59)).toEqual(['R085']);
    expect(supported(60, { labourSkill: 'weak' })).toEqual([]);
    expect(
      supported(40, {
        health: ['disability'],
        documentKind: 'disabilityCard',
        documentNumber: null,
        labourSkill: 'none',
      }),
    ).toEqual(['R002', 'R009']);
    expect(ofPerson(pupil(19, 'bachelor', { extremePovertySupport: 'rural' }))).toEqual([]);
  });
});

it('R086 asks why a household without labour has no allowance', () => {
  const [shan = mei(), daughter = mei()] = chens();
  const without = [
    { ...shan, labourSkill: 'lost' as const },
    { ...daughter, labourSkill: 'none' as const, health: ['disability' as const] },
  ];
  expect(ofWhole({ persons: without })).toEqual(['R086']);
  expect(ofWhole({ persons: [shan, without[1] ?? daughter] })).toEqual([]);
  const helped = without.map((person) => ({ ...person, subsistenceAllowance: 'rural' as const }));
  expect(ofWhole({ persons: helped })).not.toContain('R086');
});

describe('R087', () => {
  it.each([
    [{ dangerousHouse: null }, 'house'],
    [{ safeWater: null }, 'water'],
    [{ householdElectricity: null }, 'electricity'],
    [{ householdElectricity: false }, 'electricity'],
  ])('refuses %j after exit', (survey, text) => {
    expect(findingsOfWhole({ survey })).toMatchObject([{ ruleId: 'R087', text }]);
  });

  it('asks it of nobody who has not left poverty, and not without a survey', () => {
    expect(
      ofWhole({
        household: { povertyStatus: 'notExited' },
        survey: { householdElectricity: false },
      }),
    ).toEqual([]);
    expect(ofWhole({ surveys: [] })).toEqual([]);
  });
});

describe('R088', () => {
  const ordinary: Partial<HouseholdRow> = { householdType: 'general', povertyStatus: null };

  it.each([
    ['house', { survey: { dangerousHouse: true } }],
    ['water', { survey: { safeWater: false } }],
    ['insurance', { persons: chens().map((person) => ({ ...person, residentMedical: false })) }],
    [
      'school',
      {
        persons: [...chens(), pupil(12, null, { education: '80', outOfSchoolReason: 'unwilling' })],
      },
    ],
  ] as const)('refuses to leave a household unwatched whose %s is not assured', (text, given) => {
    expect(findingsOfWhole({ household: ordinary, ...given })).toMatchObject([
      { ruleId: 'R088', text },
    ]);
    const monitored = { ...ordinary, monitoredCategory: 'borderline' as const };
    expect(findingsOfWhole({ household: monitored, ...given })).toEqual([]);
  });

  it('asks again once the risk is called eliminated', () => {
    const eliminated = {
      ...ordinary,
      monitoredCategory: 'borderline' as const,
      riskEliminated: true,
    };
    expect(ofWhole({ household: eliminated, survey: { safeWater: false } })).toEqual(['R088']);
  });

  it('leaves a newborn who may still be enrolled unwatched, not one who was forgotten', () => {
    const born = (day: string) =>
      mei({ birthDay: plainDate(day), residentMedical: null, labourSkill: 'none' });
    const among = (day: string) => ({ household: ordinary, persons: [...chens(), born(day)] });
    expect(ofWhole(among('2024-08-22'))).not.toContain('R088');
    expect(ofWhole(among('2024-08-21'))).toContain('R088');
  });

  it('takes illness, home teaching and postponed entry for no gap in schooling', () => {
    for (const outOfSchoolReason of ['illness', 'homeTaught', 'deferred'] as const) {
      const child = pupil(12, null, { outOfSchoolReason });
      expect(ofWhole({ household: ordinary, persons: [...chens(), child] })).toEqual([]);
    }
  });
});

describe('R095', () => {
  const moved: Partial<HouseholdRow> = {
    relocated: true,
    relocationMode: 'single',
    resettlementMode: 'concentrated',
    resettlementPlace: 'township',
    resettlementAreaSqm: 50,
  };

  it('wants to know how and where a relocated household was settled', () => {
    expect(ofWhole({ household: moved })).toEqual([]);
    expect(ofWhole({ household: { ...moved, resettlementMode: null } })).toEqual(['R095']);
    expect(ofWhole({ household: { relocated: false } })).toEqual([]);
  });

  it('allows 25 square metres a head and no more', () => {
    expect(ofWhole({ household: { ...moved, resettlementAreaSqm: 50.01 } })).toEqual(['R095']);
  });
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
