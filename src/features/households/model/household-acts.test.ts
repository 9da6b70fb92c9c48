import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/money.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { householdFacts, personFacts, surveyFacts } from './household.ts';
import {
  addHousehold,
  changeHead,
  correctHousehold,
  correctPerson,
  recordSurvey,
} from './household-acts.ts';
import {
  afterOf,
  changesOf,
  closed,
  county,
  mei,
  problemOf,
  stoneBridge,
  today,
  tomorrow,
  wei,
  zhangs,
} from './testing/zhangs.ts';

describe('addHousehold', () => {
  const {
    headName: _headName,
    memberCount: _count,
    ...facts
  } = householdFacts({ number: 'W-9', headName: '' });
  const input = {
    id: 'zhang',
    countyCode: county,
    villageCode: stoneBridge,
    facts,
    persons: [
      { id: 'wei', facts: personFacts({ name: '张伟', sex: '1', relation: '02' }) },
      { id: 'mei', facts: personFacts({ name: '李梅', sex: '2', relation: '10' }) },
    ],
  };

  it('names the household after its head and counts its members', () => {
    const changes = changesOf(addHousehold(input, today));
    expect(changes.map(({ subject, id, before }) => [subject, id, before])).toEqual([
      ['household', 'zhang', null],
      ['person', 'wei', null],
      ['person', 'mei', null],
    ]);
    expect(changes[0]?.after).toMatchObject({
      headName: '张伟',
      memberCount: 2,
      status: 'active',
      number: 'W-9',
    });
    expect(changes[1]?.after).toMatchObject({
      householdId: 'zhang',
      joinedOn: today,
      joinReason: 'registered',
    });
  });

  it.each([
    ['nobody', [], 'householdHasNoMembers'],
    ['no head', input.persons.slice(1), 'householdNeedsOneHead'],
    ['two heads', [...input.persons, ...input.persons.slice(0, 1)], 'householdNeedsOneHead'],
  ])('refuses a household with %s', (_what, persons, code) => {
    expect(problemOf(addHousehold({ ...input, persons }, today))).toBe(code);
  });

  it('refuses a village of another county and a member born tomorrow', () => {
    expect(
      problemOf(addHousehold({ ...input, villageCode: regionCode('990102100200') }, today)),
    ).toBe('villageNotInCounty');
    const unborn = personFacts({ name: '张小', sex: '1', relation: '20', birthDay: tomorrow });
    const persons = [...input.persons, { id: 'xiao', facts: unborn }];
    expect(problemOf(addHousehold({ ...input, persons }, today))).toBe('dayInFuture');
  });
});

describe('correctHousehold', () => {
  it('says what changed, before and after, and nothing else', () => {
    const decided = correctHousehold(zhangs, {
      mainCause: 'disability',
      otherCauses: [],
      address: null,
    });
    expect(changesOf(decided)).toEqual([
      {
        kind: 'household.correct',
        subject: 'household',
        id: 'zhang',
        householdId: 'zhang',
        villageCode: stoneBridge,
        version: 5,
        before: { mainCause: 'illness' },
        after: { mainCause: 'disability' },
      },
    ]);
  });

  it('changes nothing when everything is so already', () => {
    expect(changesOf(correctHousehold(zhangs, { mainCause: 'illness', memberCount: 3 }))).toEqual(
      [],
    );
  });

  it.each([
    [{ headName: '张三' }, 'fieldIsDerived'],
    [{ memberCount: 9 }, 'fieldIsDerived'],
    [{ number: 'W-0' }, 'fieldNeverChanges'],
  ])('refuses %j', (wanted, code) => {
    expect(problemOf(correctHousehold(zhangs, wanted))).toBe(code);
  });

  it('refuses a household that is closed', () => {
    expect(problemOf(correctHousehold(closed, { mainCause: 'illness' }))).toBe('householdIsClosed');
  });
});

describe('correctPerson', () => {
  it('carries a corrected name of the head to the household', () => {
    const decided = correctPerson(zhangs, 'wei', { wanted: { name: '张玮' }, today });
    expect(afterOf(decided, 'wei')).toEqual({ name: '张玮' });
    expect(afterOf(decided, 'zhang')).toEqual({ headName: '张玮' });
    expect(
      changesOf(correctPerson(zhangs, 'mei', { wanted: { name: '李美' }, today })),
    ).toHaveLength(1);
  });

  it.each([
    ['wei', { relation: '20' }, 'headMustBeReplaced'],
    ['mei', { relation: '02' }, 'householdHasHead'],
    ['mei', { leftOn: today }, 'fieldIsDerived'],
    ['mei', { birthDay: tomorrow }, 'dayInFuture'],
    ['lin', { name: '林芬' }, 'personNotInHousehold'],
  ] as const)('refuses for %s %j', (id, wanted, code) => {
    expect(problemOf(correctPerson(zhangs, id, { wanted, today }))).toBe(code);
  });

  it('refuses to rewrite a person who has left', () => {
    const gone = { ...zhangs, persons: [wei, { ...mei, status: 'left' as const }] };
    expect(problemOf(correctPerson(gone, 'mei', { wanted: { name: '李美' }, today }))).toBe(
      'personHasLeft',
    );
  });
});

describe('changeHead', () => {
  it('relates everyone to the new head', () => {
    const decided = changeHead(zhangs, 'mei', { wei: '10', tao: '20' });
    expect(afterOf(decided, 'zhang')).toEqual({ headName: '李梅' });
    expect(afterOf(decided, 'mei')).toEqual({ relation: '02' });
    expect(afterOf(decided, 'wei')).toEqual({ relation: '10' });
    expect(changesOf(decided)).toHaveLength(3);
  });

  it('refuses while a relation is missing, while another is head too, and for a stranger', () => {
    expect(problemOf(changeHead(zhangs, 'mei', { wei: '10' }))).toBe('relationMissing');
    expect(problemOf(changeHead(zhangs, 'mei', { wei: '02', tao: '20' }))).toBe('householdHasHead');
    expect(problemOf(changeHead(zhangs, 'lin', {}))).toBe('personNotInHousehold');
  });
});

describe('recordSurvey', () => {
  const facts = surveyFacts({ year: 2025, populationAtYearEnd: 3, wageWorkFen: fen(3_000_000) });

  it('works out the totals of a new survey and of a corrected one', () => {
    const decided = recordSurvey(zhangs, undefined, { wanted: facts, newId: 'survey' });
    expect(afterOf(decided, 'survey')).toMatchObject({
      wageFen: 3_000_000,
      incomePerHeadFen: 1_000_000,
      householdId: 'zhang',
    });
    const recorded = {
      id: 'survey',
      countyCode: county,
      villageCode: stoneBridge,
      version: 1,
      householdId: 'zhang',
      ...facts,
    };
    const corrected = recordSurvey(zhangs, recorded, {
      wanted: { ...facts, wageOtherFen: fen(300) },
      newId: 'unused',
    });
    expect(changesOf(corrected)).toMatchObject([
      { id: 'survey', after: { wageOtherFen: 300, wageFen: 3_000_300 } },
    ]);
    expect(
      problemOf(recordSurvey(zhangs, recorded, { wanted: { ...facts, year: 2024 }, newId: 'x' })),
    ).toBe('fieldNeverChanges');
  });

  it('refuses a survey of a closed household', () => {
    expect(problemOf(recordSurvey(closed, undefined, { wanted: facts, newId: 'survey' }))).toBe(
      'householdIsClosed',
    );
  });
});
