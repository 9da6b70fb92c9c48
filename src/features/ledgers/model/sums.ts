import { divideFen, type Fen, fen } from '../../../kernel/money.ts';

/**
 * Households that are alike in all that ledgers count: how many, with how many persons. A village's
 * book makes one group of each household; larger ledgers get them counted by the facts.
 */
export type Group = {
  /** 9 or 12 digits: the row of the ledger in which the group is counted. */
  readonly division: string;
  readonly povertyStatus: string | null;
  readonly poorHouseholdKind: string | null;
  readonly mainCause: string | null;
  /** Monitored against return to poverty, the risk not yet eliminated. */
  readonly monitored: boolean;
  readonly households: number;
  readonly persons: number;
  /** Persons of households whose latest survey states an income per head, and that income times them. */
  readonly incomePersons: number;
  readonly incomeFen: number;
  /** Households that lack an expected field of their own or of the survey; members not looked at. */
  readonly incomplete: number;
};

export type Counted = { readonly households: number; readonly persons: number };

export type Sums = {
  readonly all: Counted;
  /** 未脱贫与返贫: registered as poor and not lifted, or returned. */
  readonly poor: Counted;
  readonly returned: Counted;
  readonly exited: Counted;
  readonly newlyExited: Counted;
  readonly monitored: Counted;
  readonly incomplete: number;
  /** Mean of the latest surveys, each household weighing as its members; null without any. */
  readonly incomePerHeadFen: Fen | null;
};

const poorStatuses = new Set(['notExited', 'returned']);
const exitedStatuses = new Set(['exitedEarlier', 'newlyExited']);

export function countOf(
  groups: readonly Group[],
  belongs: (group: Group) => boolean = () => true,
): Counted {
  let households = 0;
  let persons = 0;
  for (const group of groups) {
    if (!belongs(group)) continue;
    households += group.households;
    persons += group.persons;
  }
  return { households, persons };
}

export function sumsOf(groups: readonly Group[]): Sums {
  const withStatus = (...statuses: string[]): Counted =>
    countOf(groups, ({ povertyStatus }) => statuses.includes(povertyStatus ?? ''));
  return {
    all: countOf(groups),
    poor: withStatus(...poorStatuses),
    returned: withStatus('returned'),
    exited: withStatus(...exitedStatuses),
    newlyExited: withStatus('newlyExited'),
    monitored: countOf(groups, ({ monitored }) => monitored),
    incomplete: groups.reduce((sum, { incomplete }) => sum + incomplete, 0),
    incomePerHeadFen: meanIncome(groups),
  };
}

function meanIncome(groups: readonly Group[]): Fen | null {
  const persons = groups.reduce((sum, { incomePersons }) => sum + incomePersons, 0);
  const income = groups.reduce((sum, { incomeFen }) => sum + incomeFen, 0);
  return persons === 0 ? null : divideFen(fen(income), persons);
}

export function groupsBy<Key>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): Map<Key, Group[]> {
  return Map.groupBy(groups, keyOf);
}

/** Kinds of poor household as the ledgers' tables have them, the forms' finer kinds put together. */
export const householdClasses = ['general', 'subsistence', 'extremePoverty', 'notStated'] as const;
export type HouseholdClass = (typeof householdClasses)[number];

export function classOf(poorHouseholdKind: string | null): HouseholdClass {
  switch (poorHouseholdKind) {
    case 'general':
      return 'general';
    case 'subsistenceAllowance':
    case 'subsistenceAllowanceOnly':
      return 'subsistence';
    case 'extremePoverty':
    case 'extremePovertyScattered':
    case 'extremePovertyCentral':
      return 'extremePoverty';
    default:
      return 'notStated';
  }
}

export type CauseRow = {
  /** Null where no cause is stated. */
  readonly cause: string | null;
  readonly total: Counted;
  readonly byClass: Readonly<Record<HouseholdClass, Counted>>;
};

/** Main cause by kind of household, the most frequent cause first, unstated causes last. */
export function causesByClass(groups: readonly Group[]): CauseRow[] {
  const rows = [...groupsBy(groups, ({ mainCause }) => mainCause)].map(([cause, own]) => ({
    cause,
    total: countOf(own),
    byClass: byClassOf(own),
  }));
  return rows.toSorted(
    (one, other) =>
      Number(one.cause === null) - Number(other.cause === null) ||
      other.total.households - one.total.households ||
      String(one.cause).localeCompare(String(other.cause)),
  );
}

export function byClassOf(groups: readonly Group[]): Record<HouseholdClass, Counted> {
  const counted = householdClasses.map((each) => [
    each,
    countOf(groups, ({ poorHouseholdKind }) => classOf(poorHouseholdKind) === each),
  ]);
  return Object.fromEntries(counted) as Record<HouseholdClass, Counted>;
}
