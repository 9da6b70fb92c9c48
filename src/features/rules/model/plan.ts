import type { CheckedRule } from './check-rule.ts';
import { compile, type Evaluate, noCells, type Value } from './compile-closure.ts';
import { Fault } from './fault.ts';
import type { Unanswered } from './problem.ts';
import type { RuleCase } from './rule-case.ts';

/** A rule made ready to be asked about many cases. */
export type RulePlan = { readonly rule: CheckedRule; readonly evaluate: Evaluate };

/** What a rule says of a case. Unanswered is neither met nor not met: nobody gains or loses by it. */
export type Answer =
  | { readonly outcome: 'met' }
  | { readonly outcome: 'notMet' }
  | { readonly outcome: 'value'; readonly value: Exclude<Value, boolean> }
  | { readonly outcome: 'unanswered'; readonly because: Unanswered };

export function planRule(rule: CheckedRule): RulePlan {
  return { rule, evaluate: compile(rule.expression, noCells) };
}

const met: Answer = { outcome: 'met' };
const notMet: Answer = { outcome: 'notMet' };

/** The answer of a rule to one case, without saying why. */
export function answer(plan: RulePlan, about: RuleCase): Answer {
  const value = plan.evaluate(about);
  if (value === true) return met;
  if (value === false) return notMet;
  if (value instanceof Fault) return { outcome: 'unanswered', because: value.reason };
  return { outcome: 'value', value };
}
