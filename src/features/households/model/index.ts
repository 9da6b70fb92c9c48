export {
  type ActKind,
  actKinds,
  type Change,
  type Decision,
  type HouseholdProblem,
  isHead,
  type Relations,
  type WholeHousehold,
} from './change.ts';
export {
  type CodeEntry,
  type CodeList,
  type CodeListId,
  type CodeOf,
  codeNamed,
  codesOf,
} from './code-lists.ts';
export { type ExpectedSubject, expectedFields, keysOfBits } from './expected-fields.ts';
export { type FactField, factFieldOf, factFields } from './fact-fields.ts';
export {
  type Field,
  type FieldGroup,
  type FieldSubject,
  type FieldType,
  fieldForHeader,
  fieldOfKey,
  fields,
  type HouseholdKey,
  type PersonKey,
  placeHeaders,
  plainHeader,
  type Sensitivity,
  type SurveyKey,
  surveyFields,
} from './fields.ts';
export {
  conditionsOf,
  type Filter,
  type FilterCondition,
  type FilterOperator,
  type FilterProblem,
  formatFilters,
  parseFilters,
} from './filters.ts';
export {
  type Household,
  type HouseholdFacts,
  householdFacts,
  type Id,
  type Person,
  type PersonFacts,
  personFacts,
  type RegistrationSpell,
  type Survey,
  type SurveyFacts,
  surveyFacts,
  type WithoutSealed,
} from './household.ts';
export {
  addHousehold,
  changeHead,
  correctHousehold,
  correctPerson,
  type NewHousehold,
  type NewPerson,
  recordSurvey,
} from './household-acts.ts';
export {
  type HouseholdMove,
  type Merge,
  mergeHouseholds,
  moveHousehold,
  type Split,
  splitHousehold,
} from './household-structure.ts';
export {
  birthDayOfNumber,
  checkCharacterOf,
  type DocumentNumber,
  type DocumentNumberOptions,
  type DocumentNumberProblem,
  disabilityOfNumber,
  hasRightCheckCharacter,
  isAreaOfNumber,
  isDamagedDocumentNumber,
  makeIdNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
  sexOfNumber,
  writtenBirthDayOf,
} from './id-number.ts';
export {
  type Income,
  type IncomeCategory,
  type IncomeFacts,
  type IncomeParts,
  incomeCategories,
  incomeOf,
  statesIncome,
  sumOfItems,
  withTotals,
} from './income.ts';
export {
  type Departure,
  movePerson,
  type PersonMove,
  recordArrival,
  recordBirth,
  recordDeath,
  recordDeparture,
  type Succession,
} from './member-acts.ts';
export {
  type NationalPlace,
  type NationalTable,
  nationalHeader,
  nationalRow,
  nationalTables,
} from './national-layout.ts';
export { nationalName } from './national-names.ts';
export { addSpell, correctSpell, endSpell, type SpellFacts } from './spell-acts.ts';
