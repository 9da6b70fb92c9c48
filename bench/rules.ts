/**
 * Thirty rules over a province: all at once by county against a bare scan of the same columns (≤ 6 ×), results and reasons of
 * each household (≤ 15 ×), one changed parameter (≤ 3 ×), against CEL row by row (≥ 100 × faster), and the explanation of one
 * household against zen-engine with its trace (≥ 30 × faster).
 *
 *     node bench/rules.ts [households] [rounds]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { householdFactTables } from '../src/features/households/server/index.ts';
import {
  answer,
  type ParameterDeclaration,
  type ParametersInForce,
  planExplanations,
  planRule,
  type RuleCase,
  ruleCase,
} from '../src/features/rules/model/index.ts';
import {
  type AskedRule,
  changeSql,
  checkRule,
  countSql,
  type Question,
  resultSql,
  ruleQuery,
} from '../src/features/rules/server/index.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { openFactFile } from '../src/platform/server/facts/fact-file.ts';
import { scopedAsker } from '../src/platform/server/facts/facts.ts';
import { compare, printComparison, printMachine, timeOnce } from './measure.ts';
import { fillProvince } from './province.ts';
import { celRules, plainCase, zenDecision } from './rule-peers.ts';
import { conditions } from './rule-texts.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const SAMPLE = 5000;

const on = plainDate('2026-11-23');
const province = regionCode('99');
const values: Readonly<Record<string, number | string>> = {
  line: 400_000,
  monitoring: 600_000,
  high: 2_000_000,
  gap: 100_000,
  largeFamily: 5,
  children: 2,
  old: 60,
  working: 16,
  adult: 18,
  early: '2014-12',
};

function parametersWith(line: number): ParametersInForce {
  return new Map(
    Object.entries({ ...values, line }).map(([id, value]) => [
      id,
      [{ value, region: regionCode(''), from: plainDate('2026-01-01'), cites: ['willow#1'] }],
    ]),
  );
}

const money = { kind: 'money' } as const;
const typeOf: Readonly<Record<string, ParameterDeclaration['type']>> = {
  line: money,
  monitoring: money,
  high: money,
  gap: money,
  early: { kind: 'month' },
};
const declarations = new Map(
  Object.keys(values).map((id) => [id, { id, type: typeOf[id] ?? ({ kind: 'int' } as const) }]),
);

const rules: AskedRule[] = conditions.map((text, index) => {
  const checked = checkRule(text, {
    subject: 'household',
    parameters: declarations,
    expects: [{ kind: 'bool' }],
  });
  if (!checked.ok) throw new Error(`${text}: ${JSON.stringify(checked.problem)}`);
  return { id: `rule${index}`, when: checked.value };
});
const question: Question = {
  subject: 'household',
  on,
  scope: province,
  parameters: parametersWith(400_000),
  places: { villages: new Map(), counties: new Map() },
};

/** The columns that the thirty rules read, once each. */
const householdColumns =
  'count(*), sum(county), max(status), sum(survey_income_per_head_fen), sum(survey_net_income_fen), max(poverty_status),' +
  ' max(main_cause), max(poor_household_kind), max(monitored), max(monitored_category), sum(present_members),' +
  ' max(identified_month), max(household_id)';
const personColumns =
  'count(*), max(household_id), max(status), max(birth_day), max(labour_skill), max(education), max(sex), sum(len(health))';

const folder = join(tmpdir(), `mingbai-bench-rules-${HOUSEHOLDS}`);
mkdirSync(folder, { recursive: true });
const file = await openFactFile(folder, { memoryBytes: 2 * 1_073_741_824, threads: 2 });
await file.with(async (connection) => {
  await fillProvince(connection, { households: HOUSEHOLDS, seed: 7 });
});
const ask = scopedAsker(
  householdFactTables,
  async (work) => await file.with(async (connection) => await work(connection)),
);
const run = async (sql: string): Promise<void> => {
  await file.with(async (connection) => {
    await connection.run(sql);
  });
};
const scan = async (): Promise<void> => {
  await run(`SELECT ${householdColumns} FROM household_fact`);
  await run(`SELECT ${personColumns} FROM person_fact`);
};

printMachine();
const counted = countSql(ruleQuery(rules, question), ['county']);
const all = await compare(
  '30 rules over all, by county',
  { ours: async () => await ask(province, counted), peer: scan },
  ROUNDS,
);
printComparison(all, 6);
await againstStored();
await againstChange();
const cases = sampleCases();
await againstCel(all.ours.wallMs);
await againstZen();
file.close();
rmSync(folder, { recursive: true, force: true });

async function againstStored(): Promise<void> {
  const views = householdFactTables
    .filter(({ name }) => name !== 'act')
    .map(({ name }) => `CREATE OR REPLACE TEMP VIEW ${name} AS SELECT * FROM ${name}_fact`);
  const store = `CREATE OR REPLACE TEMP TABLE rule_result AS ${resultSql(ruleQuery(rules, question))}`;
  const ours = async (): Promise<void> => {
    await file.with(async (connection) => {
      for (const view of views) await connection.run(view);
      await connection.run(store);
    });
  };
  printComparison(await compare('results and reasons stored', { ours, peer: scan }, ROUNDS), 15);
}

async function againstChange(): Promise<void> {
  const [first] = rules;
  if (first === undefined) return;
  const before = ruleQuery([first], question);
  const after = ruleQuery([first], { ...question, parameters: parametersWith(450_000) }, before);
  const sql = changeSql({ before, after }, ['county']);
  const peer = async (): Promise<void> =>
    await run(
      'SELECT count(*), sum(county), max(status), sum(survey_income_per_head_fen) FROM household_fact',
    );
  const ours = async (): Promise<void> => {
    await ask(province, sql);
  };
  printComparison(await compare('one changed parameter, by county', { ours, peer }, ROUNDS), 3);
}

/** Households like those of the facts, straight in memory: only the deciding is measured. */
function sampleCases(): RuleCase[] {
  const causes = ['illness', 'disability', 'schooling', 'disaster', 'lackOfSkill', 'lackOfLabour'];
  const skills = ['ordinary', 'skilled', 'none', 'lost'];
  const statuses = ['exitedEarlier', 'notExited', 'returned', 'newlyExited'];
  const pick = (items: readonly string[], dice: number): string => items[dice % items.length] ?? '';
  return Array.from({ length: SAMPLE }, (_, number) => {
    const dice = (part: number): number => ((number + 1) * 2_654_435_761 * part) % 1_000_003;
    const persons = Array.from({ length: 3 }, (_member, place) => ({
      sex: String(1 + (dice(place + 2) % 2)),
      birthDay: `${1935 + (dice(place + 5) % 85)}-05-17`,
      labourSkill: pick(skills, dice(place + 9)),
      education: pick(['10', '60', '80', '90'], dice(place + 13)),
      health: [pick(['healthy', 'seriousIllness', 'disability'], dice(place + 17))],
    }));
    return ruleCase(
      {
        household: {
          mainCause: pick(causes, dice(3)),
          povertyStatus: pick(statuses, dice(4)),
          poorHouseholdKind: pick(['general', 'subsistenceAllowance', 'extremePoverty'], dice(6)),
          identifiedMonth: `${2013 + (dice(7) % 5)}-05`,
          ...(dice(8) % 12 === 0 ? { monitoredCategory: 'unstable' } : {}),
        },
        survey: { incomePerHeadFen: dice(10) * 2, netIncomeFen: dice(11) * 6 },
        persons,
      },
      { on, region: regionCode('990101100200'), parameters: question.parameters },
    );
  });
}

async function againstCel(oursMs: number): Promise<void> {
  const works = celRules(conditions);
  const abouts = cases.map((about) =>
    plainCase(about, (value) => (typeof value === 'number' ? BigInt(value) : value)),
  );
  const plans = rules.map(({ when }) => planRule(when));
  let differing = 0;
  cases.forEach((about, place) => {
    works.forEach((work, rule) => {
      const plan = plans[rule];
      const own = plan !== undefined && answer(plan, about).outcome === 'met';
      if (own !== work(abouts[place] ?? {})) differing += 1;
    });
  });
  const peer = await timeOnce(async () => {
    for (const about of abouts) for (const work of works) work(about);
  });
  const scaled = (peer.wallMs * HOUSEHOLDS) / SAMPLE;
  const times = scaled / oursMs;
  console.log(
    `row by row in CEL: ${SAMPLE} households ${peer.wallMs.toFixed(0)} ms, ${HOUSEHOLDS} scaled ${(scaled / 1000).toFixed(1)} s;` +
      ` ours ${times.toFixed(0)} × faster (≥ 100: ${times >= 100 ? 'met' : 'MISSED'}), ${differing} answers differ`,
  );
}

/** zen-engine puts no texts in order. */
function monthAsNumber(value: number | string): number | string {
  return typeof value === 'string' && /^\d{4}-\d\d$/.test(value)
    ? Number(value.replace('-', ''))
    : value;
}

/** Each part of every rule with its values, against zen-engine's trace of the same rules. */
async function againstZen(): Promise<void> {
  const plans = planExplanations(rules.map(({ when }) => when));
  const decision = zenDecision(conditions);
  const abouts = cases.slice(0, 500).map((about) => plainCase(about, monthAsNumber));
  let differing = 0;
  for (const [place, about] of abouts.entries()) {
    const { result } = await decision.evaluate(about, { trace: true });
    plans.forEach((plan, rule) => {
      const own = cases[place];
      if (own !== undefined && plan.explain(own).met !== result[`rule${rule}`]) differing += 1;
    });
  }
  let explained = 0;
  const explainAll = async (): Promise<void> => {
    for (const about of cases)
      for (const plan of plans) explained += plan.explain(about).parts.length;
  };
  const traceAll = async (): Promise<void> => {
    for (const about of abouts) await decision.evaluate(about, { trace: true });
  };
  for (let warming = 0; warming < 5; warming += 1) await explainAll();
  const found = await compare('explained', { ours: explainAll, peer: traceAll }, ROUNDS);
  const [zenEach, oursEach] = [found.peer.wallMs / abouts.length, found.ours.wallMs / cases.length];
  const times = zenEach / oursEach;
  console.log(
    `30 rules explained for one household: ours ${(oursEach * 1000).toFixed(1)} µs, zen-engine ${(zenEach * 1000).toFixed(0)} µs,` +
      ` ${times.toFixed(0)} × faster (≥ 30: ${times >= 30 ? 'met' : 'MISSED'}), ${differing} answers differ, ${explained} parts`,
  );
}
