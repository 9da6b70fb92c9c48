export {
  checkHousehold,
  checkHouseholdRow,
  checkPerson,
  checkSurvey,
  type HouseholdRecords,
  type RuleEntry,
  ruleCatalogue,
} from './check.ts';
export { applyExemptions, type ExemptedFinding, type Exemption, type Judged } from './exemption.ts';
export { mayExempt } from './exemption-rights.ts';
export {
  type DatedParameter,
  nationalParameters,
  type ParameterId,
  type Parameters,
  parametersAt,
} from './parameters.ts';
export { registerPersonOf } from './register-person.ts';
export {
  type Details,
  type Finding,
  messageKeyOf,
  type RuleId,
  type RuleLevel,
} from './rule.ts';
export { type RuleContext, type RuleContextInput, ruleContext } from './rule-context.ts';
export type { HouseholdRow } from './rule-subjects.ts';
export {
  checkRegister,
  type RegisterPerson,
  type RegisterRule,
  type RegisterSurvey,
  registerRules,
} from './rules/register.ts';
