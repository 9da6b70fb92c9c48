import type { RuleQuery } from './rule-query-store.ts';
import { bitWhere } from './sql-aggregates-store.ts';

/** Truth values are kept as bits of whole numbers, thirty to a column. */
const BITS = 30;

function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / BITS);
  return Array.from({ length: count }, (_, index) => items.slice(index * BITS, (index + 1) * BITS));
}

function bits(truths: readonly string[]): string {
  return truths.map((sql, index) => bitWhere(sql, 2 ** index)).join(' | ');
}

/**
 * SQL that gives each row's results with their reasons, to be stored: `met0` has a bit for each of the first thirty rules that is
 * met, `open0` for each without an answer; `w3` has a bit for each single condition of the fourth rule that holds, in the order of
 * `conditionsOf`. What a person reads follows from the bits and the rule, without asking the register again.
 */
export function resultSql(query: RuleQuery): string {
  const met = chunks(query.rules.map((rule) => rule.met)).map(
    (truths, index) => `${bits(truths)} AS met${index}`,
  );
  const open = chunks(
    query.rules.map(({ mayBeUnanswered, answer }) =>
      mayBeUnanswered ? `(${answer}) IS NULL` : 'false',
    ),
  ).map((truths, index) => `${bits(truths)} AS open${index}`);
  const reasons = query.rules.flatMap((_, rule) =>
    chunks(query.conditionsSql(rule)).map(
      (truths, index) => `${bits(truths)} AS w${rule}${index === 0 ? '' : `_${index}`}`,
    ),
  );
  return query.select([...query.identity, ...met, ...open, ...reasons], '');
}
