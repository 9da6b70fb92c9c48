import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { factFieldOf } from '../../households/model/index.ts';
import { canFault } from '../model/can-fault.ts';
import type { CheckedRule } from '../model/check-rule.ts';
import { conditionsOf } from '../model/explain.ts';
import type { RuleSubject } from '../model/facts-schema.ts';
import type { ParametersInForce } from '../model/parameter.ts';
import { membersSql } from './sql-aggregates-store.ts';
import { expressionSql, whereTrueSql } from './sql-expression-store.ts';
import { type Frame, type Needs, newFrame, newNeeds, rowAlias } from './sql-frame.ts';
import { type PlaceFacts, placesSql, rowsSql } from './sql-rows-store.ts';

/** A condition with what is paid where it is met; in fen, or points. */
export type AskedRule = {
  readonly id: string;
  readonly when: CheckedRule;
  readonly amount?: CheckedRule | undefined;
};

export type Question = {
  readonly subject: RuleSubject;
  readonly on: PlainDate;
  readonly scope: RegionCode;
  readonly parameters: ParametersInForce;
  readonly places: PlaceFacts;
};

/** A rule as SQL: where it is met, and whether it may stay without an answer. */
export type RuleSql = {
  /** True where the rule is met; may be NULL for anything else. */
  readonly met: string;
  /** True, false, or NULL where the rule has no answer. */
  readonly answer: string;
  readonly mayBeUnanswered: boolean;
  readonly amount: string | undefined;
  readonly amountMayBeUnanswered: boolean;
};

/** Several rules about the same rows, made ready to be asked in one query. */
export type RuleQuery = {
  readonly rules: readonly RuleSql[];
  readonly needs: Needs;
  /** The columns that say whose row it is. */
  readonly identity: readonly string[];
  /** The single conditions of a rule, each true where it holds, in the order of `conditionsOf`. */
  conditionsSql(rule: number): string[];
  /** The query with these columns; `tail` follows its WHERE. */
  select(columns: readonly string[], tail: string): string;
  /** The column of a place level or of a field of the household, by which is grouped. */
  dimension(name: string): string;
};

/**
 * Compiles rules into one query over the facts; each row of the subject is read once for all of them. `beside` is
 * another query about the same rows, whose columns may then stand in this one too.
 */
export function ruleQuery(
  rules: readonly AskedRule[],
  question: Question,
  beside?: RuleQuery,
): RuleQuery {
  const wrong = rules.find(
    ({ when, amount }) =>
      when.subject !== question.subject || (amount ?? when).subject !== question.subject,
  );
  if (wrong !== undefined)
    throw new Error(`The rule ${wrong.id} is not about a ${question.subject}`);
  const needs = beside?.needs ?? newNeeds();
  const frame = newFrame(question, question.subject, needs);
  return {
    rules: rules.map((rule) => ruleSql(rule, frame)),
    needs,
    identity: identities[question.subject],
    conditionsSql: (index) => {
      const rule = rules[index];
      return rule === undefined
        ? []
        : conditionsOf(rule.when).map((condition) => whereTrueSql(condition, frame));
    },
    select: (columns, tail) => {
      const members = membersSql(needs);
      const parts = [
        ...placesSql(needs, question.subject, question.places),
        ...(members === undefined ? [] : [members]),
      ];
      const beginning = parts.length === 0 ? '' : `WITH ${parts.join(', ')} `;
      return `${beginning}SELECT ${columns.join(', ')} FROM ${rowsSql(needs, question.subject)}${tail}`;
    },
    dimension: (name) => dimensionSql(name, frame),
  };
}

function ruleSql({ when, amount }: AskedRule, frame: Frame): RuleSql {
  return {
    met: whereTrueSql(when.expression, frame),
    answer: expressionSql(when.expression, frame),
    mayBeUnanswered: canFault(when.expression, frame.knowledge),
    amount: amount === undefined ? undefined : expressionSql(amount.expression, frame),
    amountMayBeUnanswered: amount !== undefined && canFault(amount.expression, frame.knowledge),
  };
}

const identities: Readonly<Record<RuleSubject, readonly string[]>> = {
  household: ['h.village', 'h.household_id'],
  person: ['p.village', 'p.household_id', 'p.id'],
  village: ['v.village'],
  county: ['c.county'],
};

const placeLevels = new Set(['province', 'prefecture', 'county', 'township', 'village']);

function dimensionSql(name: string, frame: Frame): string {
  if (placeLevels.has(name)) return `${rowAlias(frame)}.${name}`;
  const field = factFieldOf(name);
  if (field === undefined || field.type !== 'code' || field.table === 'act')
    throw new Error(`Nothing is grouped by ${name}`);
  if (field.table === 'person') return `p.${field.column}`;
  frame.needs.household = true;
  return `h.${field.column}`;
}
