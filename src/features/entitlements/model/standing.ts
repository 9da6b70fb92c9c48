/**
 * How somebody stands to a benefit. `dueUnrecorded`: due, but the register does not say whether it is
 * received. `open`: it cannot be told. `hidden`: it could be told, but only for a stated purpose.
 */
export const standings = [
  'gotAndDue',
  'dueNotGot',
  'dueUnrecorded',
  'gotNotDue',
  'neither',
  'open',
  'hidden',
] as const;
export type Standing = (typeof standings)[number];

/** True, false, or not to be told; hidden is told only for a purpose. */
export type Told = boolean | 'open' | 'hidden';

/** Puts together whether it is due and whether the register says that it is received; null: it has no field for that. */
export function standingOf({ due, received }: { due: Told; received: Told | null }): Standing {
  if (due === 'hidden' || due === 'open') return due;
  if (received === 'hidden') return 'hidden';
  if (due) {
    if (received === true) return 'gotAndDue';
    return received === false ? 'dueNotGot' : 'dueUnrecorded';
  }
  return received === true ? 'gotNotDue' : 'neither';
}

/** A rule's answer before the rules of its group are held against one another. */
export type Claim = {
  readonly id: string;
  /** Of whom it speaks; a group is settled for each by itself. */
  readonly about: string;
  readonly group: string | null;
  readonly priority: number;
  readonly due: Told;
};

export type Settled<Item extends Claim> = Item & {
  /** The rule of its group that leaves nothing to it. */
  readonly outrankedBy: string | null;
};

/**
 * Of the rules of an exclusive group the one of the highest priority that is due leaves nothing to those below
 * it. Where it cannot be told whether one above is due, it cannot be told for those below either.
 */
export function settleGroups<Item extends Claim>(claims: readonly Item[]): Settled<Item>[] {
  return claims.map((claim) => {
    const above = claim.due === true ? rivalsAbove(claim, claims) : [];
    const first = above.find(({ due }) => due === true);
    if (first !== undefined) return { ...claim, due: false, outrankedBy: first.id };
    const doubtful = above.find(({ due }) => due !== false);
    return { ...claim, due: doubtful?.due ?? claim.due, outrankedBy: null };
  });
}

function rivalsAbove<Item extends Claim>(claim: Item, claims: readonly Item[]): readonly Item[] {
  if (claim.group === null) return [];
  return claims
    .filter(
      ({ group, about, priority }) =>
        group === claim.group && about === claim.about && priority > claim.priority,
    )
    .toSorted((one, other) => other.priority - one.priority);
}
