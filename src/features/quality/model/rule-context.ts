import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import {
  type DatedParameter,
  nationalParameters,
  type Parameters,
  parametersAt,
} from './parameters.ts';

/** Everything a rule may look at besides the record: the business day, the place, the parameters. */
export type RuleContext = {
  /** The business day; ages are completed years on it. */
  readonly on: PlainDate;
  /** The last 1 September on or before the business day, from which school ages count. */
  readonly schoolYearFrom: PlainDate;
  readonly parameters: Parameters;
  /** What was in force at the end of a year, for surveys of that year. */
  readonly parametersOf: (year: number) => Parameters;
  /** True if ID numbers and phones are at hand in clear. */
  readonly clear: boolean;
  /** Takes the reserved area 99xxxx of demonstrations and tests. */
  readonly reserved: boolean;
  /** Whether a 12-digit code is a village in force; absent where no division tree is at hand. */
  readonly knowsVillage?: (code: string) => boolean;
};

export type RuleContextInput = {
  readonly on: PlainDate;
  readonly county: RegionCode;
  readonly clear: boolean;
  readonly reserved?: boolean;
  readonly parameters?: readonly DatedParameter[];
  readonly knowsVillage?: (code: string) => boolean;
};

/** Prepares the context once for many records of one county on one day. */
export function ruleContext(input: RuleContextInput): RuleContext {
  const { on, county, parameters: table = nationalParameters } = input;
  const byYear = new Map<number, Parameters>();
  const parametersOf = (year: number): Parameters => {
    const known = byYear.get(year);
    if (known !== undefined) return known;
    const found = parametersAt(table, county, plainDate(`${year}-12-31`));
    byYear.set(year, found);
    return found;
  };
  const context = {
    on,
    schoolYearFrom: schoolYearFrom(on),
    parameters: parametersAt(table, county, on),
    parametersOf,
    clear: input.clear,
    reserved: input.reserved === true,
  };
  return input.knowsVillage === undefined
    ? context
    : { ...context, knowsVillage: input.knowsVillage };
}

function schoolYearFrom(on: PlainDate): PlainDate {
  const year = Number(on.slice(0, 4));
  return plainDate(`${on.slice(5) >= '09-01' ? year : year - 1}-09-01`);
}
