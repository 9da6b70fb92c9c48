import { conditionsOf, type Filter, type FilterCondition } from '../../households/model/index.ts';
import type { Counted } from './indicators.ts';
import { type MeasureKey, measureKeys, measures } from './measures.ts';

type Value = string | number | boolean | null;

/** Households of one division that are alike in all that the filters ask about. */
export type Group = Counted & {
  readonly values: Readonly<Record<string, Value>>;
  /** Sum of each household's income per head times its members. */
  readonly incomeFen: number;
  /** Members of the households whose survey states an income. */
  readonly earners: number;
};

export type Counts = Readonly<Record<MeasureKey, Counted>> & {
  readonly incomePerHeadFen: number | null;
};

const conditionsOfMeasure = Object.fromEntries(
  measureKeys.map((key) => [key, conditionsOf(measures[key])]),
) as Record<MeasureKey, FilterCondition[]>;

/** The columns in which households must be alike to be judged together: few, with few values each. */
export const measuredColumns: readonly string[] = [
  ...new Set(Object.values(conditionsOfMeasure).flatMap((of) => of.map(({ column }) => column))),
];

/** What all measures say of some groups. A group is judged once, however many households it has. */
export function countsOf(groups: readonly Group[]): Counts {
  const counted = measureKeys.map((key) => [key, added(groups, conditionsOfMeasure[key])]);
  const onRegister = groups.filter((group) => meets(group, conditionsOfMeasure.households));
  const earners = onRegister.reduce((total, group) => total + group.earners, 0);
  const income = onRegister.reduce((total, group) => total + group.incomeFen, 0);
  return {
    ...(Object.fromEntries(counted) as Record<MeasureKey, Counted>),
    incomePerHeadFen: earners === 0 ? null : Math.round(income / earners),
  };
}

/** The households and persons of the groups that meet the conditions. */
export function added(groups: readonly Group[], conditions: readonly FilterCondition[]): Counted {
  let households = 0;
  let persons = 0;
  for (const group of groups) {
    if (!meets(group, conditions)) continue;
    households += group.households;
    persons += group.persons;
  }
  return { households, persons };
}

/** The columns that filters name, if households can be put together by them. */
export function columnsOf(filters: readonly Filter[]): string[] {
  return [...new Set(conditionsOf(filters).map(({ column }) => column))];
}

function meets({ values }: Group, conditions: readonly FilterCondition[]): boolean {
  return conditions.every((condition) => holds(values[condition.column] ?? null, condition));
}

function holds(value: Value, { operator, values }: FilterCondition): boolean {
  const [first] = values;
  switch (operator) {
    case 'in':
      return value !== null && values.includes(value);
    case 'notIn':
      return value === null || !values.includes(value);
    case 'missing':
      return value === null;
    case 'present':
      return value !== null;
    case 'atLeast':
      return value !== null && first !== undefined && value >= first;
    case 'below':
      return value !== null && first !== undefined && value < first;
    case 'contains':
      return typeof value === 'string' && typeof first === 'string' && value.includes(first);
  }
}
