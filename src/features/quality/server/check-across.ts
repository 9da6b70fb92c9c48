import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import {
  checkRegister,
  type RegisterPerson,
  type RegisterSurvey,
  type RuleContext,
  registerPersonOf,
} from '../model/index.ts';
import {
  readEqualSurveys,
  readSharedPersons,
  type SharedPersonRow,
  type SharedSurveyRow,
} from './across-store.ts';
import type { Place, PlacedFinding } from './keep-findings.ts';

/** Persons and surveys to be compared with each other, and whose they are. */
export type Compared = {
  readonly persons: readonly RegisterPerson[];
  readonly surveys: readonly RegisterSurvey[];
  readonly places: ReadonlyMap<string, Place>;
};

/**
 * Looks across the households of a county for what ought to be one household's own. The database
 * narrows down who shares anything with another; the rules then compare numbers and phones, which
 * are opened for that and go nowhere.
 */
export async function checkAcross(
  tx: Transaction,
  sealer: Sealer,
  of: { county: RegionCode; context: RuleContext },
): Promise<PlacedFinding[]> {
  const persons = await readSharedPersons(tx, of.county);
  const surveys = await readEqualSurveys(tx, of.county);
  return findAcross(
    {
      persons: persons.map((row) => comparedPerson(row, sealer)),
      surveys: surveys.map(comparedSurvey),
      places: placesOf([...persons, ...surveys]),
    },
    of.context,
  );
}

export function findAcross(compared: Compared, context: RuleContext): PlacedFinding[] {
  return checkRegister(compared, context).flatMap((finding) => {
    const place = compared.places.get(finding.subjectId ?? '');
    return place === undefined ? [] : [{ finding, place }];
  });
}

export function placesOf(
  rows: readonly { id: string; householdId: string; villageCode: string }[],
): Map<string, Place> {
  return new Map(
    rows.map(({ id, householdId, villageCode }) => [id, { householdId, villageCode }]),
  );
}

export function comparedPerson(row: SharedPersonRow, sealer: Sealer): RegisterPerson {
  const opened = {
    ...row,
    documentNumber: row.documentNumber === null ? null : sealer.open(row.documentNumber),
    phone: row.phone === null ? null : sealer.open(row.phone),
  };
  // The columns hold what the field dictionary says they hold.
  return registerPersonOf(opened as unknown as Parameters<typeof registerPersonOf>[0]);
}

export function comparedSurvey(row: SharedSurveyRow): RegisterSurvey {
  const { id, householdId, villageCode } = row;
  return { id, householdId, villageCode, facts: row as unknown as RegisterSurvey['facts'] };
}
