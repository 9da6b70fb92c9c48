import type { PlainDate } from '../../../kernel/plain-date.ts';
import { NATION, type RegionCode } from '../../../kernel/region-code.ts';
import {
  answer,
  type ParametersInForce,
  planRule,
  type RulePlan,
  readRuleCase,
} from '../../rules/model/index.ts';
import type { Checking } from '../model/check/context.ts';
import { readParameterValue } from '../model/format/figures.ts';
import type { Expected } from '../model/format/story.ts';
import { type EntryOf, inside, type PackError, type Place } from '../model/pack.ts';
import { parametersInForce, valueForRules } from '../model/parameter-values.ts';
import type { SoundRule } from './check-rules.ts';
import { storyFacts } from './story-facts.ts';

type Story = EntryOf<'tests'>;
type Outcome = ReturnType<typeof answer>;
type Planned = {
  readonly rule: SoundRule;
  readonly when: RulePlan;
  readonly amount: RulePlan | null;
};

/** Runs the stories of a pack: each rule must answer as its story expects. */
export function runStories(checking: Checking, rules: readonly SoundRule[]): PackError[] {
  const plans = new Map<string, Planned>();
  const byId = new Map(rules.map((rule) => [rule.rule.id, rule]));
  const above = (rule: SoundRule): readonly Planned[] =>
    rules.filter((other) => excludes(other, rule)).flatMap((other) => planOf(other.rule.id) ?? []);
  const planOf = (id: string): Planned | undefined => {
    const rule = byId.get(id);
    const found = plans.get(id) ?? (rule === undefined ? undefined : planned(rule));
    if (found !== undefined) plans.set(id, found);
    return found;
  };
  const days = new Map<PlainDate, ParametersInForce>();
  const valuesOn = (day: PlainDate): ParametersInForce => {
    const found = days.get(day) ?? parametersInForce(checking.tables, day);
    days.set(day, found);
    return found;
  };
  return checking.pack.tests.flatMap(({ value, at }) =>
    runStory({ story: value, at }, { checking, planOf, above, valuesOn }),
  );
}

/** In one exclusive group the rule of higher priority leaves nothing to the other. */
function excludes({ rule: one }: SoundRule, { rule: other }: SoundRule): boolean {
  const { exclusiveGroup } = other;
  if (exclusiveGroup === undefined || one.exclusiveGroup !== exclusiveGroup) return false;
  return (one.priority ?? 0) > (other.priority ?? 0);
}

function planned(rule: SoundRule): Planned {
  return {
    rule,
    when: planRule(rule.when),
    amount: rule.amount === null ? null : planRule(rule.amount),
  };
}

type Tools = {
  readonly checking: Checking;
  planOf(id: string): Planned | undefined;
  /** The rules whose holding excludes a rule. */
  above(rule: SoundRule): readonly Planned[];
  valuesOn(day: PlainDate): ParametersInForce;
};

function runStory({ story, at }: { story: Story; at: Place }, tools: Tools): PackError[] {
  const region = story.region ?? tools.checking.pack.head.value.regions[0] ?? NATION;
  const { facts, errors } = storyFacts(story, at);
  const values = withOverrides({ story, at, region }, tools);
  if (errors.length + values.errors.length > 0) return [...errors, ...values.errors];
  const about = story.given.persons.findIndex(({ name }) => name === story.about);
  const person = facts.persons.length === 0 ? undefined : Math.max(0, about);
  const read = readRuleCase(
    { ...facts, ...(person === undefined ? {} : { person }) },
    { on: story.on, region, parameters: values.parameters },
  );
  if (!read.ok) {
    return read.problem.map((problem) => ({
      at: inside(at, 'given'),
      code: 'storyGivenWrong',
      details: { ...problem },
    }));
  }
  return Object.entries(story.expect).flatMap(([id, expected]) => {
    const plan = tools.planOf(id);
    // A rule that is unsound, or another pack's, is answered for elsewhere.
    if (plan === undefined) return [];
    const found = outcomeOf(plan, tools.above(plan.rule), read.value);
    if (found.matches(expected)) return [];
    const details = { rule: id, story: story.name, expected: show(expected), found: found.shown };
    return [{ at: inside(at, 'expect', id), code: 'storyFails', details }];
  });
}

function withOverrides(
  { story, at, region }: { story: Story; at: Place; region: RegionCode },
  { checking, valuesOn }: Tools,
): { parameters: ParametersInForce; errors: PackError[] } {
  const parameters = new Map(valuesOn(story.on));
  const errors: PackError[] = [];
  for (const [id, written] of Object.entries(story.parameters)) {
    const table = checking.tables.get(id);
    const value = table === undefined ? undefined : readParameterValue(table.unit, written);
    if (table === undefined || value === undefined) {
      const code = table === undefined ? 'parameterNotKnown' : 'storyParameterWrong';
      errors.push({ at: inside(at, 'parameters', id), code, details: { id, suggestion: '–' } });
      continue;
    }
    const forRules = valueForRules(value, table.unit);
    parameters.set(id, [{ value: forRules, region, from: story.on, cites: [] }]);
  }
  return { parameters, errors };
}

type Found = { readonly shown: string; matches(expected: Expected): boolean };
type RuleCase = Parameters<typeof answer>[1];

function outcomeOf(planned: Planned, above: readonly Planned[], ruleCase: RuleCase): Found {
  const condition = conditionOf(planned, ruleCase);
  if (condition.outcome === 'unanswered') return unanswered(condition);
  if (condition.outcome === 'notMet') return plain(false);
  for (const other of above) {
    const first = conditionOf(other, ruleCase);
    if (first.outcome === 'unanswered') return unanswered(first);
    if (first.outcome === 'met') return plain(false);
  }
  if (planned.amount === null) return plain(true);
  const value = answer(planned.amount, ruleCase);
  if (value.outcome === 'unanswered') return unanswered(value);
  const number = value.outcome === 'value' ? Number(value.value) : Number.NaN;
  const isMoney = planned.rule.rule.effect !== 'score';
  const shown = isMoney ? { yuan: number / 100 } : { points: number };
  return {
    shown: show(shown),
    matches: (expected) => expected === true || show(expected) === show(shown),
  };
}

/** Out of force a rule holds for nobody. */
function conditionOf({ rule, when }: Planned, ruleCase: RuleCase): Outcome {
  const { inForce } = rule.rule;
  const { on } = ruleCase;
  const dormant = inForce !== undefined && (on < inForce.from || on > (inForce.until ?? on));
  return dormant ? { outcome: 'notMet' } : answer(when, ruleCase);
}

function plain(holds: boolean): Found {
  return { shown: String(holds), matches: (expected) => expected === holds };
}

function unanswered(outcome: Outcome): Found {
  const because = outcome.outcome === 'unanswered' ? JSON.stringify(outcome.because) : '';
  return { shown: `unknown ${because}`, matches: (expected) => expected === 'unknown' };
}

function show(expected: Expected): string {
  if (typeof expected !== 'object') return String(expected);
  return Object.entries(expected)
    .map(([unit, number]) => `${number} ${unit}`)
    .join(' ');
}
