import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { plainDate } from '../../../../kernel/plain-date.ts';
import type { PersonFacts } from '../../../households/model/index.ts';
import {
  bornYearsAgo,
  context,
  mei,
  ofPerson,
  pupil,
  withoutSentence,
} from '../testing/clean-records.ts';

type School = PersonFacts['schoolStatus'];

describe('R030 and R031', () => {
  it('want schooling to be stated, once', () => {
    expect(ofPerson(mei({ education: null }))).toEqual(['R030']);
    expect(ofPerson(mei({ education: null, schoolStatus: 'notInSchool' }))).toEqual([]);
    expect(ofPerson(mei({ education: '70', schoolStatus: 'notInSchool' }))).toEqual([]);
    expect(ofPerson(pupil(16, 'senior1', { education: '70' }))).toEqual(['R031']);
    expect(ofPerson(pupil(16, 'senior1'))).toEqual([]);
  });

  it('let a small child be below school age in both columns, as older forms have it', () => {
    expect(ofPerson(pupil(4, 'preschool', { education: '00' }))).toEqual([]);
    expect(ofPerson(pupil(4, 'belowSchoolAge', { education: '80' }))).toEqual(['R031']);
  });

  it('take a reason for not attending as an answer', () => {
    const child = pupil(10, null, { outOfSchoolReason: 'illness', health: ['seriousIllness'] });
    expect(ofPerson(child)).toEqual([]);
  });
});

describe('of ages in school', () => {
  it.each([
    ['R032', 'preschool', 6, 7],
    ['R032', 'belowSchoolAge', 5, 7],
    ['R033', 'primary', 6, 5],
    ['R033', 'primary', 14, 15],
    ['R034', 'grade7', 12, 11],
    ['R034', 'grade9', 17, 18],
    ['R035', 'senior1', 15, 14],
    ['R035', 'vocational3', 20, 21],
    ['R036', 'technician', 18, 17],
    ['R036', 'college1', 18, 17],
    ['R036', 'bachelor', 18, 17],
    ['R037', 'postgraduate', 20, 19],
  ] as const)('%s takes %s at %i and asks about it at %i', (rule, school, fits, odd) => {
    expect(ofPerson(pupil(fits, school))).not.toContain(rule);
    expect(ofPerson(pupil(odd, school))).toContain(rule);
  });

  it('R032 asks only about healthy children', () => {
    expect(
      ofPerson(pupil(8, 'preschool', { health: ['disability'], documentKind: 'disabilityCard' }), {
        clear: false,
      }),
    ).toEqual([]);
  });
});

describe('R038', () => {
  const child = (birthDay: string, changes: Partial<PersonFacts> = {}): boolean =>
    ofPerson(
      mei({
        birthDay: plainDate(birthDay),
        education: '80',
        labourSkill: 'none',
        schoolStatus: 'notInSchool',
        ...changes,
      }),
    ).includes('R038');

  it('counts ages on 1 September of the school year', () => {
    expect(child('2018-09-01')).toBe(true);
    expect(child('2018-09-02')).toBe(false);
    expect(child('2007-09-02')).toBe(true);
    expect(child('2007-09-01')).toBe(false);
  });

  it('counts from the September before while the year is young', () => {
    const spring = { on: plainDate('2024-03-01'), schoolYearFrom: plainDate('2023-09-01') };
    const facts = mei({ birthDay: plainDate('2017-09-02'), education: '80', labourSkill: 'none' });
    expect(ofPerson(facts, spring)).not.toContain('R038');
    expect(ofPerson(facts, { ...context })).toContain('R038');
  });

  it('is content with a reason, with school, and with lower secondary school finished', () => {
    expect(child('2012-05-05')).toBe(true);
    expect(child('2012-05-05', { outOfSchoolReason: 'unwilling' })).toBe(false);
    expect(child('2012-05-05', { schoolStatus: 'grade7' })).toBe(false);
    expect(child('2009-05-05', { education: '70' })).toBe(false);
  });
});

describe('of attainment and health', () => {
  const young = (age: number, education: PersonFacts['education']): string[] =>
    ofPerson(mei({ birthDay: bornYearsAgo(age), education }));

  it('R039 asks about primary school or less from 16 to 22', () => {
    expect(
      ofPerson(
        mei({
          birthDay: bornYearsAgo(15),
          education: '80',
          labourSkill: 'none',
          outOfSchoolReason: 'unwilling',
        }),
      ),
    ).toEqual([]);
    expect(
      ofPerson(
        mei({ birthDay: bornYearsAgo(16), education: '80', outOfSchoolReason: 'unwilling' }),
      ),
    ).toEqual(['R039']);
    expect(young(22, '90')).toEqual(['R039']);
    expect(young(23, '90')).toEqual([]);
    expect(young(20, '70')).toEqual([]);
  });

  it('R040 asks how a healthy child can be too ill for school', () => {
    expect(ofPerson(pupil(10, null, { outOfSchoolReason: 'illness' }))).toEqual(['R040']);
    expect(ofPerson(pupil(10, null, { outOfSchoolReason: 'disability' }))).toEqual(['R040']);
    expect(ofPerson(pupil(10, null, { outOfSchoolReason: 'unwilling' }))).toEqual([]);
    expect(
      ofPerson(pupil(10, null, { outOfSchoolReason: 'illness', health: ['chronicIllness'] })),
    ).toEqual([]);
  });
});

describe('of Rain and Dew aid', () => {
  it('R041 wants a vocational school with it', () => {
    expect(ofPerson(pupil(16, 'vocational1', { rainAndDewAid: true }))).toEqual([]);
    expect(ofPerson(pupil(18, 'college1', { rainAndDewAid: true }))).toEqual([]);
    expect(ofPerson(pupil(16, 'senior1', { rainAndDewAid: true }))).toEqual(['R041']);
  });

  it('R042 hints at a vocational school without it', () => {
    expect(ofPerson(pupil(16, 'vocational1'))).toEqual(['R042']);
    expect(ofPerson(pupil(16, 'senior1'))).toEqual([]);
  });

  it('R042 is silent for who was identified after the term closed', () => {
    const parameters = { ...context.parameters, rainAndDewIdentifiedUntilMonth: 202410 };
    const identified = (identifiedMonth: string) =>
      ofPerson(pupil(16, 'vocational1', { identifiedMonth }), { parameters });
    expect(identified('2024-10')).toEqual(['R042']);
    expect(identified('2024-11')).toEqual([]);
  });
});

describe('of school and work', () => {
  it('R043 lets no pupil count as able to work', () => {
    expect(ofPerson(pupil(17, 'senior2', { labourSkill: 'none' }))).toEqual([]);
    expect(ofPerson(pupil(17, 'senior2', { labourSkill: 'ordinary' }))).toEqual(['R043']);
    expect(ofPerson(mei({ schoolStatus: 'notInSchool', labourSkill: 'ordinary' }))).toEqual([]);
  });

  it('R044 asks about pupils who work', () => {
    const work = { workStatus: 'inCounty', workMonths: 2, phone: '13912345678' } as const;
    expect(ofPerson(pupil(17, 'senior2', work))).toEqual(['R044']);
    expect(ofPerson(mei(work))).toEqual([]);
  });

  it('R045 hints at graduates without work', () => {
    const graduate = (age: number, changes: Partial<PersonFacts> = {}) =>
      ofPerson(
        mei({
          birthDay: bornYearsAgo(age),
          education: '30',
          labourSkill: age < 60 ? 'skilled' : 'weak',
          ...changes,
        }),
      );
    expect(graduate(24)).toEqual(['R045']);
    expect(graduate(24, { education: '60' })).toEqual([]);
    expect(graduate(24, { workStatus: 'outsideProvince', phone: '13912345678' })).toEqual([]);
    expect(graduate(24, { unemployedGraduateReason: '备考' })).toEqual([]);
    expect(graduate(59)).toEqual(['R045']);
    expect(graduate(60)).toEqual([]);
    const student: School = 'postgraduate';
    expect(ofPerson(pupil(24, student))).toEqual([]);
  });
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
