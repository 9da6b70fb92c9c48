import type { Facts } from '../../../platform/server/facts/facts.ts';
import { type AskedRule, type Question, type RuleQuery, ruleQuery } from './rule-query-store.ts';

/** By what counts are grouped: a place level, or a code field such as `household.mainCause`. */
export type Dimension = string;

/** How many rows of the subject a rule is met for, in one group. */
export type RuleCount = {
  /** In the order of the dimensions; a place as its number, a code as its text, null where it is not stated. */
  readonly group: readonly (string | number | null)[];
  /** Rows that were asked about. */
  readonly asked: number;
  /** In the order of the rules. */
  readonly counts: readonly {
    readonly met: number;
    readonly unanswered: number;
    /** Of those who meet it, in fen or points; null if the rule pays nothing. */
    readonly amount: number | null;
    /** Those who meet it but whose amount cannot be told. */
    readonly amountUnanswered: number;
  }[];
};

type Row = Readonly<Record<string, string | number | null>>;

/** SQL that counts for several rules at once, by the dimensions; one pass over the rows whatever the rules. */
export function countSql(query: RuleQuery, dimensions: readonly Dimension[]): string {
  const columns = query.rules.flatMap((rule, index) => [
    `coalesce(count_if(${rule.met}), 0) AS r${index}`,
    ...(rule.mayBeUnanswered ? [`count(*) - count(${rule.answer}) AS u${index}`] : []),
    ...amountColumns(rule, index),
  ]);
  return grouped(query, dimensions, { columns: ['count(*) AS asked', ...columns], where: '' });
}

function amountColumns(
  { met, amount, amountMayBeUnanswered }: RuleQuery['rules'][number],
  index: number,
): string[] {
  if (amount === undefined) return [];
  const sum = `coalesce(sum(CASE WHEN ${met} THEN ${amount} END), 0) AS s${index}`;
  if (!amountMayBeUnanswered) return [sum];
  return [sum, `coalesce(count_if(${met} AND (${amount}) IS NULL), 0) AS w${index}`];
}

function grouped(
  query: RuleQuery,
  dimensions: readonly Dimension[],
  { columns, where }: { columns: readonly string[]; where: string },
): string {
  const groups = dimensions.map((name, index) => `${query.dimension(name)} AS d${index}`);
  const by = dimensions.map((_, index) => `d${index}`).join(', ');
  const tail = by === '' ? '' : ` GROUP BY ${by} ORDER BY ${by}`;
  return query.select([...groups, ...columns], `${where}${tail}`);
}

/** Counts for all households, persons or places of the scope. Answers come from the facts as they stand. */
export async function countRules(
  facts: Pick<Facts, 'query'>,
  rules: readonly AskedRule[],
  { question, dimensions }: { question: Question; dimensions: readonly Dimension[] },
): Promise<RuleCount[]> {
  const query = ruleQuery(rules, question);
  const rows = await facts.query<Row>(question.scope, countSql(query, dimensions));
  return rows.map((row) => ({
    group: groupOf(row, dimensions),
    asked: numberIn(row, 'asked'),
    counts: query.rules.map((rule, index) => ({
      met: numberIn(row, `r${index}`),
      unanswered: numberIn(row, `u${index}`),
      amount: rule.amount === undefined ? null : numberIn(row, `s${index}`),
      amountUnanswered: numberIn(row, `w${index}`),
    })),
  }));
}

function groupOf(row: Row, dimensions: readonly Dimension[]): (string | number | null)[] {
  return dimensions.map((_, index) => row[`d${index}`] ?? null);
}

function numberIn(row: Row, name: string): number {
  return Number(row[name] ?? 0);
}

/**
 * What a change does in one group: who gains, who loses, and what is paid before and after. A group in which nobody meets the rule
 * on either side is left out.
 */
export type RuleChange = {
  readonly group: readonly (string | number | null)[];
  readonly before: number;
  readonly after: number;
  readonly gained: number;
  readonly lost: number;
  /** Those for whom one side or the other has no answer. */
  readonly unanswered: number;
  readonly amountBefore: number | null;
  readonly amountAfter: number | null;
};

/** SQL that compares a rule before and after a change of its text or its parameters. */
export function changeSql(
  { before, after }: { before: RuleQuery; after: RuleQuery },
  dimensions: readonly Dimension[],
): string {
  const [was, is] = [before.rules[0], after.rules[0]];
  if (was === undefined || is === undefined) throw new Error('A change needs a rule on both sides');
  const [old, now] = [was.met, is.met];
  const unanswered = [was, is].flatMap((side) =>
    side.mayBeUnanswered ? [`(${side.answer}) IS NULL`] : [],
  );
  const amounts = [
    ...(was.amount === undefined
      ? []
      : [`coalesce(sum(CASE WHEN ${old} THEN ${was.amount} END), 0) AS sb`]),
    ...(is.amount === undefined
      ? []
      : [`coalesce(sum(CASE WHEN ${now} THEN ${is.amount} END), 0) AS sa`]),
  ];
  // Whoever meets it on neither side is not looked at further.
  const where = ` AND (${[old, now, ...unanswered].join(' OR ')})`;
  const columns = [
    `coalesce(count_if(${old}), 0) AS b`,
    `coalesce(count_if(${now}), 0) AS a`,
    `coalesce(count_if(${old} AND ${now}), 0) AS k`,
    ...(unanswered.length === 0 ? [] : [`coalesce(count_if(${unanswered.join(' OR ')}), 0) AS u`]),
    ...amounts,
  ];
  return grouped(after, dimensions, { columns, where });
}

export type ChangedRule = {
  readonly before: AskedRule;
  readonly after: AskedRule;
  /** The parameters that hold after the change; those of the question hold before it. */
  readonly parametersAfter: Question['parameters'];
};

/** Asks "what if": the rule with the parameters of the question against the rule with others, in one query. */
export async function compareRules(
  facts: Pick<Facts, 'query'>,
  change: ChangedRule,
  { question, dimensions }: { question: Question; dimensions: readonly Dimension[] },
): Promise<RuleChange[]> {
  const before = ruleQuery([change.before], question);
  const after = ruleQuery(
    [change.after],
    { ...question, parameters: change.parametersAfter },
    before,
  );
  const rows = await facts.query<Row>(question.scope, changeSql({ before, after }, dimensions));
  const paid = (side: AskedRule, row: Row, name: string): number | null =>
    side.amount === undefined ? null : numberIn(row, name);
  return rows.map((row) => ({
    group: groupOf(row, dimensions),
    before: numberIn(row, 'b'),
    after: numberIn(row, 'a'),
    // Whoever is in both neither gains nor loses.
    gained: numberIn(row, 'a') - numberIn(row, 'k'),
    lost: numberIn(row, 'b') - numberIn(row, 'k'),
    unanswered: numberIn(row, 'u'),
    amountBefore: paid(change.before, row, 'sb'),
    amountAfter: paid(change.after, row, 'sa'),
  }));
}
