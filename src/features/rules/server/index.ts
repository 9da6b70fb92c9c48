export type { CheckedRule } from '../model/check-rule.ts';
export { checkRule } from './check-text.ts';
export {
  type ChangedRule,
  changeSql,
  countRules,
  countSql,
  type Dimension,
  type RuleChange,
  type RuleCount,
} from './count-rules-store.ts';
export { resultSql } from './result-store.ts';
export { type AskedRule, type Question, type RuleQuery, ruleQuery } from './rule-query-store.ts';
export type { PlaceFacts } from './sql-rows-store.ts';
