import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import type { RuleSubject } from '../model/facts-schema.ts';
import type { ParameterDeclaration, ParametersInForce } from '../model/parameter.ts';
import { bool, int, money, type RuleType } from '../model/rule-type.ts';
import { checkRule } from './check-text.ts';
import { compareRules, countRules } from './count-rules-store.ts';
import { resultSql } from './result-store.ts';
import { type AskedRule, type Question, ruleQuery } from './rule-query-store.ts';
import type { RandomHousehold } from './testing/random-register.ts';
import { openScratchFacts, type ScratchFacts } from './testing/scratch-facts.ts';

const willow = regionCode('990101');
const on = plainDate('2020-06-30');

/** Three households: Mei and her son in 990101100201, Tao alone next door, Lin in the next county. */
const households: readonly RandomHousehold[] = [
  {
    id: '00000000-0000-7000-8000-000000000001',
    village: '990101100201',
    household: { number: 'B1', povertyStatus: 'notExited', mainCause: 'illness' },
    survey: { year: 2019, incomePerHeadFen: 299_999, wageFen: 500_000 },
    persons: [
      {
        id: '00000000-0000-7000-8000-000000000011',
        sex: '2',
        birthDay: '1980-06-30',
        workMonths: 4,
      },
      { id: '00000000-0000-7000-8000-000000000012', sex: '1', birthDay: '2002-07-01' },
    ],
  },
  {
    id: '00000000-0000-7000-8000-000000000002',
    village: '990101100202',
    household: { number: 'B2', povertyStatus: 'exitedEarlier' },
    survey: { year: 2019, incomePerHeadFen: 300_000 },
    persons: [
      {
        id: '00000000-0000-7000-8000-000000000021',
        sex: '1',
        birthDay: '1960-06-30',
        workMonths: 12,
      },
    ],
  },
  {
    id: '00000000-0000-7000-8000-000000000003',
    village: '990102100201',
    household: { number: 'B3', povertyStatus: 'notExited', mainCause: 'disability' },
    survey: {},
    persons: [],
  },
];

const types: Readonly<Record<string, RuleType>> = {
  line: money,
  grant: money,
  huge: money,
  adult: int,
};
const declarations = new Map<string, ParameterDeclaration>(
  Object.entries(types).map(([id, type]) => [id, { id, type }]),
);

function inForce(values: Readonly<Record<string, number>>): ParametersInForce {
  return new Map(
    Object.entries(values).map(([name, value]) => {
      const [id = '', region = ''] = name.split('@');
      return [id, [{ value, region: regionCode(region), from: on, cites: [] }]];
    }),
  );
}

function rule(when: string, amount?: string, subject: RuleSubject = 'household'): AskedRule {
  const read = (text: string, expects: RuleType) => {
    const found = checkRule(text, { subject, parameters: declarations, expects: [expects] });
    if (!found.ok) throw new Error(JSON.stringify(found.problem));
    return found.value;
  };
  return {
    id: when,
    when: read(when, bool),
    ...(amount === undefined ? {} : { amount: read(amount, money) }),
  };
}

function question(
  parameters: ParametersInForce,
  subject: RuleSubject = 'household',
  scope: RegionCode = regionCode('99'),
): Question {
  return { subject, on, scope, parameters, places: { villages: new Map(), counties: new Map() } };
}

let facts: ScratchFacts;

beforeAll(async () => {
  facts = await openScratchFacts();
  await facts.write(households);
});

afterAll(() => facts.close());

const belowLine = 'has(survey.incomePerHeadFen) && survey.incomePerHeadFen < parameter.line';

describe('counting', () => {
  it('counts by county on both sides of a line, with what is paid', async () => {
    const found = await countRules(facts, [rule(belowLine, 'parameter.grant')], {
      question: question(inForce({ line: 300_000, grant: 75_000 })),
      dimensions: ['county'],
    });
    expect(found).toEqual([
      {
        group: [990101],
        asked: 2,
        counts: [{ met: 1, unanswered: 0, amount: 75_000, amountUnanswered: 0 }],
      },
      {
        group: [990102],
        asked: 1,
        counts: [{ met: 0, unanswered: 0, amount: 0, amountUnanswered: 0 }],
      },
    ]);
  });

  it('sees no row outside the scope', async () => {
    const [whole] = await countRules(facts, [rule('true')], {
      question: question(inForce({}), 'household', willow),
      dimensions: [],
    });
    expect(whole).toMatchObject({ asked: 2, counts: [{ met: 2 }] });
  });

  it('answers nothing where a parameter has no value, and says for how many', async () => {
    const rules = [rule(belowLine), rule(`!(${belowLine})`)];
    const [own, next] = await countRules(facts, rules, {
      question: question(inForce({ 'line@990102': 300_000 })),
      dimensions: ['county'],
    });
    expect(own?.counts).toMatchObject([
      { met: 0, unanswered: 2 },
      { met: 0, unanswered: 2 },
    ]);
    // Without an income it does not matter how high the line is.
    expect(next?.counts).toMatchObject([
      { met: 0, unanswered: 0 },
      { met: 1, unanswered: 0 },
    ]);
  });

  it('leaves a number that is too large without an answer', async () => {
    const [found] = await countRules(
      facts,
      [rule('parameter.huge * parameter.adult > parameter.huge')],
      {
        question: question(inForce({ huge: 9_007_199_254_740_991, adult: 2 })),
        dimensions: [],
      },
    );
    expect(found?.counts).toMatchObject([{ met: 0, unanswered: 3 }]);
  });

  it('asks of members, on the day of a birthday and on the day before', async () => {
    const rules = [
      rule('persons.exists(p, has(p.age) && p.age >= parameter.adult)'),
      rule('persons.all(p, has(p.age) && p.age >= parameter.adult)'),
      rule('size(persons.filter(p, has(p.workMonths))) == 1'),
      rule('sum(persons.map(p, has(p.workMonths), p.workMonths)) > parameter.adult'),
    ];
    const count = async (adult: number) =>
      (
        await countRules(facts, rules, { question: question(inForce({ adult })), dimensions: [] })
      )[0]?.counts.map(({ met }) => met);
    expect(await count(18)).toEqual([2, 2, 2, 0]);
    expect(await count(17)).toEqual([2, 3, 2, 0]);
    expect(await count(40)).toEqual([2, 2, 2, 0]);
    expect(await count(41)).toEqual([1, 2, 2, 0]);
    expect(await count(11)).toEqual([2, 3, 2, 1]);
  });

  it('asks of persons, by a code of their household', async () => {
    const found = await countRules(facts, [rule("person.sex == '1'", undefined, 'person')], {
      question: question(inForce({}), 'person'),
      dimensions: ['household.mainCause'],
    });
    expect(found.map(({ group, asked, counts }) => [group[0], asked, counts[0]?.met])).toEqual([
      ['illness', 2, 1],
      [null, 1, 1],
    ]);
  });

  it('asks of villages and counties, by what the register counts and what offices state', async () => {
    const villages = new Map([['990101100201', { ruralPopulation: 2, poorVillage: true }]]);
    const incidence =
      'has(village.ruralPopulation) && village.ruralPopulation > 0 && ratio(village.poorPersons, village.ruralPopulation) >= 1.0';
    const [found] = await countRules(
      facts,
      [
        rule(incidence, undefined, 'village'),
        rule('has(village.poorVillage) && village.poorVillage', undefined, 'village'),
        rule('county.registeredHouseholds > 1', undefined, 'village'),
      ],
      {
        question: {
          ...question(inForce({}), 'village'),
          places: { villages, counties: new Map() },
        },
        dimensions: [],
      },
    );
    expect(found?.asked).toBe(3);
    expect(found?.counts.map(({ met }) => met)).toEqual([1, 1, 2]);
    const [county] = await countRules(
      facts,
      [rule('county.poorPersons > 1', undefined, 'county')],
      {
        question: question(inForce({}), 'county'),
        dimensions: [],
      },
    );
    expect(county).toMatchObject({ asked: 2, counts: [{ met: 1 }] });
  });
});

describe('what if', () => {
  it('tells who gains and who loses, and what is paid before and after', async () => {
    const asked = rule(belowLine, 'parameter.grant');
    const found = await compareRules(
      facts,
      { before: asked, after: asked, parametersAfter: inForce({ line: 300_001, grant: 100 }) },
      { question: question(inForce({ line: 300_000, grant: 75_000 })), dimensions: ['county'] },
    );
    // In the next county nobody meets it, before or after.
    expect(found).toEqual([
      {
        group: [990101],
        before: 1,
        after: 2,
        gained: 1,
        lost: 0,
        unanswered: 0,
        amountBefore: 75_000,
        amountAfter: 200,
      },
    ]);
  });
});

it('tells of a change for how many there is no answer', async () => {
  const asked = rule(belowLine);
  const [found] = await compareRules(
    facts,
    { before: asked, after: asked, parametersAfter: inForce({}) },
    { question: question(inForce({ line: 300_000 })), dimensions: [] },
  );
  expect(found).toMatchObject({ before: 1, after: 0, gained: 0, lost: 1, unanswered: 2 });
});

describe('stored results', () => {
  it('keep for each household which rules are met and which conditions hold', async () => {
    const query = ruleQuery(
      [rule(belowLine), rule('household.monitored || size(persons) > 1')],
      question(inForce({ line: 300_000 })),
    );
    const rows = await facts.query<Record<string, number | string>>(
      regionCode('99'),
      resultSql(query),
    );
    expect(rows.map(({ met0, open0, w0, w1 }) => ({ met0, open0, w0, w1 }))).toEqual([
      { met0: 3, open0: 0, w0: 3, w1: 2 },
      { met0: 0, open0: 0, w0: 1, w1: 0 },
      { met0: 0, open0: 0, w0: 0, w1: 0 },
    ]);
  });
});
