import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { diceFor } from '../../synth/model/dice.ts';
import { withFault } from '../../synth/model/faults.ts';
import { synthesise } from '../../synth/model/index.ts';
import { checkHousehold, ruleContext } from '../model/index.ts';
import { recheckRegion } from './recheck.ts';
import { insertHouseholds, storedFindings, type WholeFacts } from './testing/register-store.ts';

const on = plainDate('2026-11-23');
const willow = regionCode('990101');
const order = {
  seed: 'scoring',
  villages: [regionCode('990101100200'), regionCode('990101101200')],
  households: 400,
  on,
  surveyYears: [2024, 2025],
};

type Scored = { facts: WholeFacts; rule: string | undefined };

/** Every second household with one seeded fault, as far as its dice find a place for it. */
function population(): Scored[] {
  const context = ruleContext({ on, county: willow, clear: true, reserved: true });
  return [...synthesise(order)].map((clean, place) => {
    const faulty = place % 2 === 0 ? undefined : withFault(clean, diceFor(`scoring/${place}`));
    if (faulty === undefined) return { facts: clean, rule: undefined };
    const { household, persons, surveys, villageCode } = faulty.household;
    const records = { household: { ...household, villageCode }, persons, surveys };
    // A fault that changes nothing (no business income to lack an expense for) is no fault.
    const counts = checkHousehold(records, context, { rows: true }).some(
      ({ ruleId }) => ruleId === faulty.rule,
    );
    return { facts: faulty.household, rule: counts ? faulty.rule : undefined };
  });
}

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

describe('the stored findings of a synthetic population', () => {
  it('name every seeded fault, and no error or warning in a clean household', async () => {
    await inRollback(async (database, tx) => {
      await enterScope(tx, NATION);
      const scored = population();
      const inserted = await insertHouseholds(
        tx,
        testSealer,
        scored.map(({ facts }) => facts),
      );
      const services = { database, sealer: testSealer, clock: () => new Date(NOON) };
      const done = await recheckRegion(services, willow);
      await enterScope(tx, NATION);
      const stored = await storedFindings(tx);
      const rulesOf = Map.groupBy(stored, (row) => row.household_id);
      const seeded = scored.flatMap(({ rule }, place) =>
        rule === undefined ? [] : [{ rule, id: inserted[place]?.id ?? '' }],
      );
      const missed = seeded.filter(
        ({ rule, id }) => rulesOf.get(id)?.some((row) => row.rule_id === rule) !== true,
      );
      const faulty = new Set(seeded.map(({ id }) => id));
      const wronged = stored.filter((row) => row.level !== 'I' && !faulty.has(row.household_id));

      expect(done.households).toBe(400);
      expect(seeded.length).toBeGreaterThan(120);
      expect(missed).toEqual([]);
      expect(wronged).toEqual([]);
    });
  });

  it('are the same when they are looked for again', async () => {
    await inRollback(async (database, tx) => {
      await enterScope(tx, NATION);
      await insertHouseholds(
        tx,
        testSealer,
        population()
          .slice(0, 60)
          .map(({ facts }) => facts),
      );
      const services = { database, sealer: testSealer, clock: () => new Date(NOON) };
      await recheckRegion(services, NATION);
      await enterScope(tx, NATION);
      const first = await storedFindings(tx);
      await recheckRegion(
        { ...services, clock: () => new Date('2026-11-24T04:00:00.000Z') },
        NATION,
      );
      await enterScope(tx, NATION);

      expect(first.length).toBeGreaterThan(20);
      expect(await storedFindings(tx)).toEqual(first);
    });
  });
});
