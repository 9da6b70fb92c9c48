import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { RuleType } from './rule-type.ts';

/** A parameter as a rule may name it: `parameter.<id>`. */
export type ParameterDeclaration = {
  /** Letters, digits and underscores, beginning with a letter. */
  readonly id: string;
  readonly type: RuleType;
  /** No value of it is zero, so that it may stand under a division without a guard. */
  readonly neverZero?: boolean;
};

/** Money in fen, days as `YYYY-MM-DD`, percents as the number before the sign; lists of codes as arrays. */
export type ParameterValue = number | boolean | string | readonly (number | string)[];

/** One value of one authority on the day asked. */
export type ParameterInForce = {
  readonly value: ParameterValue;
  /** Where it holds; the nearest region wins. */
  readonly region: RegionCode;
  /** The day from which it holds. */
  readonly from: PlainDate;
  readonly cites: readonly string[];
};

/** For each parameter the values in force on the day asked, each for a region. */
export type ParametersInForce = ReadonlyMap<string, readonly ParameterInForce[]>;

/** The value that holds in a region: of the nearest region above it that has one. */
export function parameterIn(
  values: readonly ParameterInForce[] | undefined,
  region: string,
): ParameterInForce | undefined {
  let nearest: ParameterInForce | undefined;
  for (const candidate of values ?? []) {
    if (!region.startsWith(candidate.region)) continue;
    if (nearest === undefined || candidate.region.length > nearest.region.length)
      nearest = candidate;
  }
  return nearest;
}
