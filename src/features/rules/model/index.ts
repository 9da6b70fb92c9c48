export { type ParameterKnowledge } from './can-fault.ts';
export type { CheckedRule, RuleCheck, RuleSetting } from './check-rule.ts';
export {
  type Condition,
  type Explained,
  type Explanation,
  type ExplanationPlan,
  planExplanation,
  planExplanations,
} from './explain.ts';
export {
  type Arithmetic,
  type Comparison,
  type Expression,
  type ExpressionOf,
  type FactNode,
  type FactRecord,
  type Macro,
  type Position,
  type Syntax,
} from './expression.ts';
export {
  type FactName,
  factNameOf,
  type RuleSubject,
} from './facts-schema.ts';
export {
  type ParameterDeclaration,
  type ParameterInForce,
  type ParametersInForce,
  type ParameterValue,
  parameterIn,
} from './parameter.ts';
export { type PlaceAttribute } from './place-attributes.ts';
export { type Answer, answer, planRule, type RulePlan } from './plan.ts';
export {
  type RuleProblem,
  type RuleProblemCode,
  type Unanswered,
} from './problem.ts';
export { type RegisteredHousehold, registerCase } from './register-case.ts';
export {
  type CaseProblem,
  type CaseSetting,
  type Facts,
  type FactValue,
  type GivenCase,
  type RuleCase,
  readRuleCase,
  ruleCase,
} from './rule-case.ts';
export { type RuleCodeListId, ruleCodes } from './rule-code-lists.ts';
export { partsOf } from './rule-text.ts';
export { type RuleType, type RuleTypeKind } from './rule-type.ts';
export { factLabel, sentence, valueText, type Words } from './sentence.ts';
