import type { SpellView } from '../household-queries.ts';

/** One turn in what a household is on the register as. */
export type SpellEvent = {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly is: 'start' | 'end';
  /** A code of `spellStart` or `spellEnd`. */
  readonly reason: string;
  /** The spell goes on to this day. */
  readonly isOpen: boolean;
};

/** Identified, exited, returned, exited again: every start and end in the order of days. */
export function spellEvents(spells: readonly SpellView[]): readonly SpellEvent[] {
  const events = spells.flatMap((spell): SpellEvent[] => {
    const { id, kind, startedOn, startReason, endedOn, endReason } = spell;
    const isOpen = endedOn === null;
    const start: SpellEvent = { id, kind, on: startedOn, is: 'start', reason: startReason, isOpen };
    if (endedOn === null) return [start];
    const end: SpellEvent = { id, kind, on: endedOn, is: 'end', reason: endReason ?? '', isOpen };
    return [start, end];
  });
  // On one day an end comes before the next start.
  return events.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function keyOf({ on, is }: SpellEvent): string {
  return `${on} ${is}`;
}
