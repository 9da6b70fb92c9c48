import {
  day,
  decimal,
  int,
  listOf,
  money,
  month,
  monthDay,
  type RuleType,
  sameType,
  text,
} from './rule-type.ts';

/** One way to call a function. */
export type Signature = { readonly takes: readonly RuleType[]; readonly gives: RuleType };

export type FunctionName =
  | 'size'
  | 'sum'
  | 'least'
  | 'greatest'
  | 'round'
  | 'roundUp'
  | 'roundDown'
  | 'double'
  | 'ratio'
  | 'portion'
  | 'percentOf'
  | 'divide'
  | 'yearsBetween'
  | 'monthsBetween'
  | 'daysBetween'
  | 'addYears'
  | 'addMonths'
  | 'addDays'
  | 'yearOf'
  | 'firstDayOf'
  | 'dayOf'
  | 'startsWith';

const numbers = [int, money, decimal];

function each(types: readonly RuleType[], make: (type: RuleType) => Signature): Signature[] {
  return types.map(make);
}

/**
 * Every function of the rule language. Amounts of money are rounded half away from zero to the fen (四舍五入);
 * years and months are completed ones. `size` takes any list and stands apart.
 */
export const functions: Readonly<Record<FunctionName, readonly Signature[]>> = {
  size: [],
  sum: each([int, money], (type) => ({ takes: [listOf(type)], gives: type })),
  least: each([...numbers, day], (type) => ({ takes: [type, type], gives: type })),
  greatest: each([...numbers, day], (type) => ({ takes: [type, type], gives: type })),
  round: [{ takes: [decimal], gives: int }],
  roundUp: [{ takes: [decimal], gives: int }],
  roundDown: [{ takes: [decimal], gives: int }],
  double: each([int, money], (type) => ({ takes: [type], gives: decimal })),
  ratio: each(numbers, (type) => ({ takes: [type, type], gives: decimal })),
  portion: [{ takes: [money, decimal], gives: money }],
  percentOf: each([int, decimal], (type) => ({ takes: [type, money], gives: money })),
  divide: [{ takes: [money, int], gives: money }],
  yearsBetween: [{ takes: [day, day], gives: int }],
  monthsBetween: [
    { takes: [day, day], gives: int },
    { takes: [month, month], gives: int },
  ],
  daysBetween: [{ takes: [day, day], gives: int }],
  addYears: [{ takes: [day, int], gives: day }],
  addMonths: [{ takes: [day, int], gives: day }],
  addDays: [{ takes: [day, int], gives: day }],
  yearOf: each([day, month], (type) => ({ takes: [type], gives: int })),
  firstDayOf: [{ takes: [month], gives: day }],
  dayOf: [{ takes: [int, monthDay], gives: day }],
  startsWith: [{ takes: [text, text], gives: { kind: 'bool' } }],
};

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** What the function gives for arguments of these types; undefined if it does not take them. */
export function resultOf(name: FunctionName, given: readonly RuleType[]): RuleType | undefined {
  if (name === 'size') return given.length === 1 && given[0]?.kind === 'list' ? int : undefined;
  return functions[name].find(
    ({ takes }) =>
      takes.length === given.length &&
      takes.every((type, index) => {
        const other = given[index];
        return other !== undefined && sameType(type, other);
      }),
  )?.gives;
}
