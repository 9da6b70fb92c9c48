import type { Filter } from '../../households/model/index.ts';
import { measures, onRegister } from './measures.ts';

/** By what the households of a region can be told apart, besides by where they live. */
export const dimensions = [
  'povertyStatus',
  'householdType',
  'kind',
  'cause',
  'monitoredCategory',
  'risk',
  'notExitedReason',
  'housingGrade',
  'missing',
] as const;
export type Dimension = (typeof dimensions)[number];

type Definition = {
  /** The field whose values are counted. */
  readonly field: string;
  /** The households among which they are counted. */
  readonly among: readonly Filter[];
  /** Whether those without a value are counted too. */
  readonly countsAbsent: boolean;
};

export const definitionOf: Record<Dimension, Definition> = {
  povertyStatus: { field: 'household.povertyStatus', among: onRegister, countsAbsent: true },
  householdType: { field: 'household.householdType', among: onRegister, countsAbsent: true },
  kind: { field: 'household.poorHouseholdKind', among: measures.poor, countsAbsent: true },
  cause: { field: 'household.mainCause', among: onRegister, countsAbsent: false },
  monitoredCategory: {
    field: 'household.monitoredCategory',
    among: measures.monitored,
    countsAbsent: false,
  },
  risk: { field: 'household.risks', among: measures.monitored, countsAbsent: true },
  notExitedReason: { field: 'household.notExitedReason', among: measures.poor, countsAbsent: true },
  housingGrade: { field: 'survey.housingGrade', among: onRegister, countsAbsent: false },
  missing: { field: 'household.missing', among: onRegister, countsAbsent: false },
};

/** The filters that find the households with one value; null stands for those without any. */
export function filtersOfValue(
  { field, among }: Pick<Definition, 'field' | 'among'>,
  value: string | null,
): Filter[] {
  const own: Filter =
    value === null
      ? { field, operator: 'missing', values: [] }
      : { field, operator: 'in', values: [value] };
  return [...among, own];
}
