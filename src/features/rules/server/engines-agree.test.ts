import { afterAll, beforeAll, expect, it } from 'vitest';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import type { CheckedRule } from '../model/check-rule.ts';
import { type Answer, answer, planRule } from '../model/plan.ts';
import { type RuleCase, ruleCase } from '../model/rule-case.ts';
import { bool, money } from '../model/rule-type.ts';
import { checkRule } from './check-text.ts';
import { ruleQuery } from './rule-query-store.ts';
import { celCase, celRule } from './testing/cel-oracle.ts';
import { diceOf } from './testing/dice.ts';
import {
  asked,
  countedOf,
  type RandomHousehold,
  randomHousehold,
  statedPlaces,
} from './testing/random-register.ts';
import { declarations, parameters, RuleWriter } from './testing/random-rules.ts';
import { openScratchFacts, type ScratchFacts } from './testing/scratch-facts.ts';

let facts: ScratchFacts;

beforeAll(async () => {
  facts = await openScratchFacts();
});

afterAll(() => facts.close());

type Subject = 'household' | 'person';
type Written = { readonly text: string; readonly rule: CheckedRule };

function writeRules(subject: Subject, seed: number, count: number): Written[] {
  const writer = new RuleWriter(diceOf(seed), subject);
  return Array.from({ length: count }, (_, index) => {
    const text = index % 6 === 0 ? writer.amount() : writer.rule();
    const expects = [bool, money];
    const checked = checkRule(text, { subject, parameters: declarations, expects });
    expect(checked, text).toMatchObject({ ok: true });
    if (!checked.ok) throw new Error(text);
    return { text, rule: checked.value };
  });
}

type Asked = { readonly id: string; readonly about: RuleCase };

function casesOf(households: readonly RandomHousehold[], subject: Subject): Asked[] {
  const counties = new Map<string, Record<string, number>>();
  const countyOf = (village: string): Record<string, unknown> => {
    const code = village.slice(0, 6);
    const counted = counties.get(code) ?? countedOf(households, code);
    counties.set(code, counted);
    return { ...counted, ...statedPlaces.counties.get(code) };
  };
  return households.flatMap(({ id, village, household, survey, persons }) => {
    const make = (person?: number): RuleCase =>
      ruleCase(
        {
          household,
          survey,
          persons,
          ...(person === undefined ? {} : { person }),
          village: statedPlaces.villages.get(village) ?? {},
          county: countyOf(village),
        },
        { on: asked, region: regionCode(village), parameters },
      );
    return subject === 'household'
      ? [{ id, about: make() }]
      : persons.map((person, index) => ({ id: person.id, about: make(index) }));
  });
}

type Row = Record<string, string | number | boolean | null>;

async function askFacts(subject: Subject, rules: readonly Written[]): Promise<Map<string, Row>> {
  const query = ruleQuery(
    rules.map(({ text, rule }) => ({ id: text, when: rule })),
    { subject, on: asked, scope: NATION, parameters, places: statedPlaces },
  );
  const id = subject === 'household' ? 'h.household_id' : 'p.id';
  const columns = query.rules.flatMap(({ answer: sql, met }, index) => [
    `(${sql})::BIGINT AS r${index}`,
    `coalesce((${met})::BIGINT = 1, false) AS m${index}`,
  ]);
  const sql = query.select([`${id} AS id`, ...columns], '');
  const rows = await facts.query<Row>(NATION, sql);
  return new Map(rows.map((row) => [String(row['id']), row]));
}

/** Truth values as 1 and 0, amounts as they are, null where there is no answer. */
function numbered(given: Answer): number | null {
  if (given.outcome === 'unanswered') return null;
  return given.outcome === 'value' ? Number(given.value) : Number(given.outcome === 'met');
}

type Compared = { readonly pairs: number; readonly differing: readonly object[] };

async function compareEngines(subject: Subject, seed: number): Promise<Compared> {
  const dice = diceOf(seed);
  const households = Array.from({ length: 120 }, (_, number) => randomHousehold(dice, number + 1));
  const rules = writeRules(subject, seed + 1, 30);
  await facts.write(households);
  const found = await askFacts(subject, rules);
  const cases = casesOf(households, subject);
  expect(found.size).toBe(cases.length);
  const celAbouts = cases.map(({ about }) => celCase(about, declarations));
  const differing: object[] = [];
  rules.forEach(({ text, rule }, index) => {
    const plan = planRule(rule);
    const oracle = celRule(text);
    cases.forEach(({ id, about }, place) => {
      const cel = oracle(celAbouts[place] ?? {});
      const row = found.get(id);
      const answers = {
        own: numbered(answer(plan, about)),
        cel: cel === 'unanswered' ? null : Number(cel),
        sql: row?.[`r${index}`],
        // Where only true counts.
        met: row?.[`m${index}`] === true ? 1 : 0,
      };
      const { own } = answers;
      if (answers.cel !== own || answers.sql !== own || answers.met !== Number(own === 1))
        differing.push({ answers, text, seed, about });
    });
  });
  return { pairs: rules.length * cases.length, differing };
}

it('answers alike in all three engines, whatever rule and whatever household', async () => {
  let pairs = 0;
  const seeds: readonly (readonly [Subject, number])[] = [
    ['household', 11],
    ['person', 37],
    ['household', 41],
  ];
  for (const [subject, seed] of seeds) {
    const compared = await compareEngines(subject, seed);
    expect(compared.differing.slice(0, 1)).toEqual([]);
    pairs += compared.pairs;
  }
  expect(pairs).toBeGreaterThanOrEqual(10_000);
});
