export { type Inherited, itemsOf } from './chain.ts';
export { type Cited, type PackSet, readCitation } from './citation.ts';
export { ClauseView, ItemView, NATION_IN_ADDRESS, PackSummary } from './contract.ts';
export {
  type Carrier,
  type Carrying,
  type ClauseCoverage,
  type CoverageCount,
  coverageOf,
} from './coverage.ts';
export { type Effect, effects, themes } from './format/rule.ts';
export type { Text, Unit } from './format/words.ts';
export { type EntryOf, type ItemKind, itemKinds, type Pack, type Placed } from './pack.ts';
export {
  type DatedValue,
  declarationsOf,
  type OfficeValues,
  type ParameterTable,
  type ParameterValue,
  parametersInForce,
  parameterTables,
  typeOfUnit,
  valueAt,
  valueForRules,
} from './parameter-values.ts';
