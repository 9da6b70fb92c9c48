import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { ParameterKnowledge } from '../model/can-fault.ts';
import type { Expression } from '../model/expression.ts';
import type { RuleSubject } from '../model/facts-schema.ts';
import type { ParameterInForce, ParametersInForce, ParameterValue } from '../model/parameter.ts';
import { type ScopedValues, valuesWithin } from './sql-places-store.ts';

/** What is worked out for each household over its members. */
export type MemberAggregate = {
  /** Which of its kind it is. */
  readonly place: number;
  readonly kind: 'any' | 'count' | 'sum';
  /** Over the member `p`: a truth value, or for a sum the number, NULL where there is none. */
  readonly sql: string;
};

/** Where a rule is compiled, and what it turned out to need besides its own row. */
export type Frame = {
  readonly on: PlainDate;
  readonly scope: RegionCode;
  readonly parameters: ParametersInForce;
  readonly knowledge: ParameterKnowledge;
  readonly subject: RuleSubject;
  /** Inside a macro over members, the variable that stands for the member. */
  readonly member: string | null;
  /** Elements of other lists, by the names that the macros give them. */
  readonly variables: ReadonlySet<string>;
  readonly needs: Needs;
};

export type Needs = {
  /** By what they say, so that rules that ask the same share one. */
  readonly aggregates: Map<string, MemberAggregate>;
  /** Facts of the household stand beside each member, or beside each subject person. */
  household: boolean;
  memberReadsHousehold: boolean;
  memberReadsPlaces: boolean;
  readonly villageFacts: Set<string>;
  readonly countyFacts: Set<string>;
};

export function newNeeds(): Needs {
  return {
    aggregates: new Map(),
    household: false,
    memberReadsHousehold: false,
    memberReadsPlaces: false,
    villageFacts: new Set(),
    countyFacts: new Set(),
  };
}

export type FrameSetting = {
  readonly on: PlainDate;
  readonly scope: RegionCode;
  readonly parameters: ParametersInForce;
};

export function newFrame(setting: FrameSetting, subject: RuleSubject, needs: Needs): Frame {
  const scoped = new Map<string, ScopedValues>();
  const valuesOf = (id: string): ScopedValues => {
    const found = scoped.get(id) ?? valuesWithin(setting.parameters.get(id), setting.scope);
    scoped.set(id, found);
    return found;
  };
  return {
    ...setting,
    knowledge: {
      mayBeMissing: ({ id }) => !valuesOf(id).everywhere,
      magnitude: ({ id }) => magnitudeOfValues(valuesOf(id).values),
    },
    subject,
    member: null,
    variables: new Set(),
    needs,
  };
}

function magnitudeOfValues(values: readonly ParameterInForce[]): number {
  const distance = (value: ParameterValue): number => {
    if (typeof value === 'number') return Math.abs(value);
    return Array.isArray(value) ? Math.max(0, ...value.map(distance)) : 0;
  };
  return Math.max(0, ...values.map(({ value }) => distance(value)));
}

export function scopedValuesOf(id: string, frame: Frame): ScopedValues {
  return valuesWithin(frame.parameters.get(id), frame.scope);
}

/** The value of a parameter that is the same in the whole scope; undefined if it is not. */
export function sameEverywhere(id: string, frame: Frame): ParameterValue | undefined {
  const { values, everywhere } = scopedValuesOf(id, frame);
  return everywhere && values.length === 1 ? values[0]?.value : undefined;
}

/** The row that carries the place of what is looked at now. */
export function rowAlias(frame: Frame): 'h' | 'p' | 'v' | 'c' {
  if (frame.member !== null) return 'p';
  switch (frame.subject) {
    case 'household':
      return 'h';
    case 'person':
      return 'p';
    case 'village':
      return 'v';
    case 'county':
      return 'c';
  }
}

export function isFrom(node: Expression, kind: 'persons'): boolean {
  return node.kind === 'macro' ? isFrom(node.list, kind) : node.kind === kind;
}
