export { canFault, type ParameterKnowledge } from './can-fault.ts';
export { type CheckedRule, checkSyntax, type RuleCheck, type RuleSetting } from './check-rule.ts';
export { type Completion, completionsFor } from './completion.ts';
export {
  type Condition,
  conditionsOf,
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
  macros,
  type Position,
  type Syntax,
} from './expression.ts';
export {
  type FactName,
  factNameOf,
  factNames,
  type RuleSubject,
  ruleSubjects,
} from './facts-schema.ts';
export {
  type ParameterDeclaration,
  type ParameterInForce,
  type ParametersInForce,
  type ParameterValue,
  parameterIn,
} from './parameter.ts';
export { countyAttributes, type PlaceAttribute, villageAttributes } from './place-attributes.ts';
export { type Answer, answer, planRule, type RulePlan } from './plan.ts';
export {
  type RuleProblem,
  type RuleProblemCode,
  ruleProblemCodes,
  type Unanswered,
} from './problem.ts';
export { type RegisteredHousehold, registerCase } from './register-case.ts';
export {
  type CaseProblem,
  type CaseSetting,
  type Facts,
  type FactValue,
  type GivenCase,
  parametersFor,
  type RuleCase,
  readRuleCase,
  ruleCase,
} from './rule-case.ts';
export { hasRuleCode, type RuleCodeListId, ruleCodes } from './rule-code-lists.ts';
export { partsOf, ruleText } from './rule-text.ts';
export { listOf, type RuleType, type RuleTypeKind, sameType, typeText } from './rule-type.ts';
export { factLabel, sentence, valueText, type Words } from './sentence.ts';
