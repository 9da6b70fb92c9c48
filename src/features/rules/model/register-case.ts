import type { RegistrationSpell, Survey, WholeHousehold } from '../../households/model/index.ts';
import type { FactRecord } from './expression.ts';
import { factNames } from './facts-schema.ts';
import type { GivenCase, GivenRecord } from './rule-case.ts';

export type RegisteredHousehold = WholeHousehold & { readonly surveys: readonly Survey[] };

const namesOf = new Map<FactRecord, readonly string[]>(
  (['household', 'survey', 'person'] as const).map((record) => [
    record,
    factNames.filter((fact) => fact.record === record).map(({ name }) => name),
  ]),
);

/** Only what rules may name: no number, phone or name of anybody comes into a case. */
function named(record: FactRecord, of: GivenRecord): GivenRecord {
  return Object.fromEntries((namesOf.get(record) ?? []).map((name) => [name, of[name] ?? null]));
}

/**
 * A household of the register as rules see it: those present, the latest survey, the latest spell of each kind; what the
 * facts hold of it too. `about` is the person of whom the rule speaks.
 */
export function registerCase(whole: RegisteredHousehold, about?: string): GivenCase {
  const { household, persons, spells, surveys } = whole;
  const present = persons.filter(({ status }) => status === 'present');
  const survey = surveys.reduce<Survey | undefined>(
    (latest, each) => (latest === undefined || each.year > latest.year ? each : latest),
    undefined,
  );
  const registered = latestSpell(spells, 'registered');
  const monitored = latestSpell(spells, 'monitored');
  const place = present.findIndex(({ id }) => id === about);
  return {
    household: {
      ...named('household', household),
      registeredOn: registered?.startedOn ?? null,
      registeredUntil: registered?.endedOn ?? null,
      monitoredOn: monitored?.startedOn ?? null,
      monitoredUntil: monitored?.endedOn ?? null,
    },
    survey: survey === undefined ? null : named('survey', survey),
    persons: present.map((person) => named('person', person)),
    ...(place < 0 ? {} : { person: place }),
  };
}

function latestSpell(
  spells: readonly RegistrationSpell[],
  kind: RegistrationSpell['kind'],
): RegistrationSpell | undefined {
  return spells
    .filter((spell) => spell.kind === kind)
    .toSorted((one, other) => (one.startedOn < other.startedOn ? 1 : -1))[0];
}
