import { expect, it } from 'vitest';
import { byClassOf, causesByClass, type Group, sumsOf } from './sums.ts';

function group(changes: Partial<Group>): Group {
  return {
    division: '990101100201',
    povertyStatus: null,
    poorHouseholdKind: null,
    mainCause: null,
    monitored: false,
    households: 1,
    persons: 3,
    incomePersons: 0,
    incomeFen: 0,
    incomplete: 0,
    ...changes,
  };
}

it('counts the returned among the poor and the newly exited among the exited', () => {
  const sums = sumsOf([
    group({ povertyStatus: 'notExited' }),
    group({ povertyStatus: 'returned', persons: 2 }),
    group({ povertyStatus: 'exitedEarlier', households: 4, persons: 9, monitored: true }),
    group({ povertyStatus: 'newlyExited' }),
    group({ incomplete: 1 }),
  ]);
  expect(sums).toMatchObject({
    all: { households: 8, persons: 20 },
    poor: { households: 2, persons: 5 },
    returned: { households: 1, persons: 2 },
    exited: { households: 5, persons: 12 },
    newlyExited: { households: 1, persons: 3 },
    monitored: { households: 4, persons: 9 },
    incomplete: 1,
  });
});

it('weighs incomes by persons, and knows none where no survey states one', () => {
  const rich = group({ incomePersons: 1, incomeFen: 1_000_000 });
  const poor = group({ incomePersons: 3, incomeFen: 3 * 400_001 });
  expect(sumsOf([rich, poor, group({})]).incomePerHeadFen).toBe(550_001);
  expect(sumsOf([group({})]).incomePerHeadFen).toBeNull();
});

it('puts the most frequent cause first and those without any last', () => {
  const rows = causesByClass([
    group({ households: 9 }),
    group({ mainCause: 'disability', poorHouseholdKind: 'extremePovertyCentral' }),
    group({ mainCause: 'illness', households: 2, poorHouseholdKind: 'subsistenceAllowanceOnly' }),
  ]);
  expect(rows.map(({ cause, total }) => [cause, total.households])).toEqual([
    ['illness', 2],
    ['disability', 1],
    [null, 9],
  ]);
  expect(rows[0]?.byClass.subsistence.households).toBe(2);
  expect(rows[1]?.byClass.extremePoverty.households).toBe(1);
});

it('puts every household into one class', () => {
  const groups = [
    group({ poorHouseholdKind: 'general' }),
    group({ poorHouseholdKind: 'subsistenceAllowance' }),
    group({ poorHouseholdKind: 'unheardOf' }),
    group({}),
  ];
  const sum = Object.values(byClassOf(groups)).reduce((all, { households }) => all + households, 0);
  expect(sum).toBe(4);
});
