import { fieldOfKey } from '../../households/model/index.ts';
import {
  type CheckedRule,
  type Condition,
  type Explained,
  type Expression,
  type FactNode,
  partsOf,
} from '../../rules/model/index.ts';
import type { Told } from './standing.ts';

/** Why a condition is not answered although it could be evaluated. */
export type Veil = 'sensitive' | 'placeNotStated';

/** What became of a condition, with what may not be told left out: neither its answer nor its values. */
export type VeiledExplanation = Pick<
  Explained,
  'condition' | 'met' | 'because' | 'values' | 'members'
> & {
  readonly veil: Veil | null;
  readonly parts: readonly VeiledExplanation[];
};

/**
 * Covers every condition that may not be told, and works out again what follows from the others alone. So
 * whoever may not see a value cannot read it out of the answer either: not met is still said where
 * something else decides it.
 */
export function veiled(
  found: Explained,
  veilOf: (of: Expression) => Veil | null,
): VeiledExplanation {
  const { condition } = found;
  if (condition.parts.length === 0) {
    const veil = veilOf(condition.expression);
    if (veil === null) return { ...found, veil, parts: [] };
    return { condition, met: null, because: null, values: [], members: [], veil, parts: [] };
  }
  const parts = found.parts.map((part) => veiled(part, veilOf));
  return { ...found, parts, ...answerOf(condition.kind, parts) };
}

type Answered = Pick<VeiledExplanation, 'met' | 'because' | 'veil'>;

function answerOf(kind: Condition['kind'], parts: readonly VeiledExplanation[]): Answered {
  const decisive = kind === 'any';
  if (kind !== 'not' && parts.some(({ met }) => met === decisive))
    return { met: decisive, because: null, veil: null };
  const open = parts.filter(({ met }) => met === null);
  const [first] = open.toSorted((one, other) => rank(one) - rank(other));
  if (first !== undefined) return { met: null, because: first.because, veil: first.veil };
  const met = kind === 'not' ? parts[0]?.met === false : !decisive;
  return { met, because: null, veil: null };
}

/** What a purpose can lift stands before what nobody can help. */
function rank({ veil }: VeiledExplanation): number {
  if (veil === 'sensitive') return 0;
  return veil === null ? 1 : 2;
}

export function toldOf({ met, veil }: Pick<VeiledExplanation, 'met' | 'veil'>): Told {
  if (met !== null) return met;
  return veil === 'sensitive' ? 'hidden' : 'open';
}

/** Covers health and what else the register shows only for a purpose, unless `clear`; and what no office has stated. */
export function veilFor({ clear }: { clear: boolean }): (of: Expression) => Veil | null {
  return (of) => {
    if (!clear && asks(of, isSensitive)) return 'sensitive';
    return asks(of, isUnstatedPlace) ? 'placeNotStated' : null;
  };
}

/** The rule reads something that is shown only for a purpose. */
export function asksSensitive({ expression }: CheckedRule): boolean {
  return asks(expression, isSensitive);
}

/** The rule reads what offices state of villages and counties, which they cannot do yet. */
export function asksPlaces({ expression }: CheckedRule): boolean {
  return asks(expression, isUnstatedPlace);
}

function asks(of: Expression, wanted: (fact: FactNode, isAskedFor: boolean) => boolean): boolean {
  if (of.kind === 'fact') return wanted(of, false);
  // Whether something is stated at all is shown to everybody.
  if (of.kind === 'present') return wanted(of.fact, true);
  return partsOf(of).some((part) => asks(part, wanted));
}

function isSensitive({ record, name }: FactNode, isAskedFor: boolean): boolean {
  if (isAskedFor || (record !== 'household' && record !== 'person' && record !== 'survey'))
    return false;
  return fieldOfKey(record, name)?.sensitive !== undefined;
}

function isUnstatedPlace({ record, name }: FactNode): boolean {
  return (record === 'village' || record === 'county') && name !== 'code';
}
