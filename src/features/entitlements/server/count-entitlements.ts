import { type Level, levelOf, levels, type RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import { effects } from '../../packs/model/index.ts';
import type { RuleTotals } from '../model/contract.ts';
import { countDue, type DueCount, type PlaceCounts } from './count-store.ts';
import { type Asking, type Part, partsOf } from './parts.ts';
import { canBeAsked, keyOf, tellsSensitive, wordsOf } from './rules-in-force.ts';

const subjects = ['household', 'person'] as const;

export const nobody: DueCount = {
  due: 0,
  gotAndDue: 0,
  dueNotGot: 0,
  gotNotDue: 0,
  open: 0,
  amountFen: null,
  notGotFen: null,
};

export function added(one: DueCount, other: DueCount): DueCount {
  return {
    due: one.due + other.due,
    gotAndDue: one.gotAndDue + other.gotAndDue,
    dueNotGot: one.dueNotGot + other.dueNotGot,
    gotNotDue: one.gotNotDue + other.gotNotDue,
    open: one.open + other.open,
    amountFen: addedFen(one.amountFen, other.amountFen),
    notGotFen: addedFen(one.notGotFen, other.notGotFen),
  };
}

function addedFen(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : one + other;
}

/** What was counted: for every rule in total, and for each division just below. */
export type Counted = {
  readonly parts: readonly Part[];
  readonly asked: { readonly households: number; readonly persons: number };
  readonly rules: readonly RuleTotals[];
  /** By division, then by the key of the rule. */
  readonly places: ReadonlyMap<RegionCode, ReadonlyMap<string, DueCount>>;
};

/** The level just below a region, by which its numbers are broken down; villages have none. */
export function levelBelow(region: RegionCode): Level | undefined {
  return levels[levels.indexOf(levelOf(region)) + 1];
}

/** Asks every rule about everybody in a region: each part of it by the pack that is followed there. */
export async function countEntitlements(
  { tx, facts }: { tx: Transaction; facts: Pick<Facts, 'query'> },
  asking: Asking,
): Promise<Counted> {
  const parts = await partsOf(tx, asking);
  const level = levelBelow(asking.region);
  const asked = { household: 0, person: 0 };
  const totals = new Map<string, DueCount>();
  const places = new Map<RegionCode, Map<string, DueCount>>();
  for (const part of parts) {
    for (const subject of subjects) {
      for (const row of await countDue(facts, part, { subject, level })) {
        asked[subject] += row.asked;
        addTo(totals, row);
        if (row.place !== null) addTo(placeIn(places, row.place as RegionCode), row);
      }
    }
  }
  return {
    parts,
    asked: { households: asked.household, persons: asked.person },
    rules: totalsOf(parts, totals),
    places,
  };
}

function placeIn(
  places: Map<RegionCode, Map<string, DueCount>>,
  code: RegionCode,
): Map<string, DueCount> {
  const found = places.get(code) ?? new Map<string, DueCount>();
  places.set(code, found);
  return found;
}

function addTo(totals: Map<string, DueCount>, { counts }: PlaceCounts): void {
  for (const [key, count] of counts) totals.set(key, added(totals.get(key) ?? nobody, count));
}

function totalsOf(parts: readonly Part[], totals: ReadonlyMap<string, DueCount>): RuleTotals[] {
  const found = new Map<string, RuleTotals>();
  const all = parts.flatMap(({ rules }) => rules.map((sound) => ({ sound, rules })));
  for (const { sound, rules } of all) {
    const key = keyOf(sound);
    const before = found.get(key);
    found.set(key, {
      key,
      ...wordsOf(sound),
      isRecorded: sound.receives !== null,
      isSensitive: before?.isSensitive === true || tellsSensitive(sound, rules),
      absence: canBeAsked(sound, rules) ? (before?.absence ?? null) : 'placesNotStated',
      ...(totals.get(key) ?? nobody),
    });
  }
  // Those of one effect stay in the order of their packs, nearest first.
  return [...found.values()].toSorted(
    (one, other) => effects.indexOf(one.effect) - effects.indexOf(other.effect),
  );
}
