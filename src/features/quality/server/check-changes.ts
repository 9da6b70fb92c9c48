import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Change } from '../../households/model/index.ts';
import type { Checking, LoadedHousehold } from '../../households/server/index.ts';
import {
  checkHousehold,
  type Finding,
  type HouseholdRecords,
  ruleContext,
} from '../model/index.ts';

const DEMONSTRATION_PROVINCE = '99';

/**
 * Judges what a change by hand would leave behind. Errors that the change brings in refuse it;
 * warnings that it brings in need a reason; what was wrong before does not stand in the way of
 * putting something else right.
 */
export const checkChanges: Checking = (context, before, changes, explained) => {
  const after = householdsAfter(before, changes);
  const known = new Set(before.flatMap((whole) => findingsOf(whole, context.today)).map(keyOf));
  const brought = after
    .flatMap((whole) => findingsOf(whole, context.today))
    .filter((finding) => !known.has(keyOf(finding)));
  const errors = brought.filter((finding) => finding.level === 'E');
  if (errors.length > 0) throw new Problem(422, 'dataRuleBroken', { findings: errors });
  const warnings = brought.filter((finding) => finding.level === 'W');
  if (warnings.length > 0 && !explained)
    throw new Problem(422, 'explanationNeeded', { findings: warnings });
};

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.ruleId, finding.subjectId, finding.text, finding.details]);
}

function findingsOf(whole: HouseholdAfter, today: PlainDate): readonly Finding[] {
  if (whole.household['status'] === 'closed') return [];
  const county = String(whole.household['countyCode']);
  const context = ruleContext({
    on: today,
    county: regionCode(county),
    clear: true,
    reserved: county.startsWith(DEMONSTRATION_PROVINCE),
  });
  return checkHousehold(whole as unknown as HouseholdRecords, context, { rows: true });
}

type Values = Record<string, unknown>;
type HouseholdAfter = { household: Values; persons: readonly Values[]; surveys: readonly Values[] };

/** The households as they will be: each change laid over what was loaded. */
function householdsAfter(
  before: readonly LoadedHousehold[],
  changes: readonly Change[],
): HouseholdAfter[] {
  const households = new Map<string, Values>();
  const persons = new Map<string, Values>();
  const surveys = new Map<string, Values>();
  for (const whole of before) {
    households.set(whole.household.id, { ...whole.household });
    for (const person of whole.persons) persons.set(person.id, { ...person });
    for (const survey of whole.surveys) surveys.set(survey.id, { ...survey });
  }
  const tables = { household: households, person: persons, survey: surveys };
  for (const change of changes) {
    if (change.subject === 'spell') continue;
    const table = tables[change.subject];
    const place = {
      id: change.id,
      householdId: change.householdId,
      villageCode: change.villageCode,
    };
    table.set(change.id, { ...table.get(change.id), ...place, ...change.after });
  }
  const ofHousehold = (table: Map<string, Values>, id: string): Values[] =>
    [...table.values()].filter((record) => record['householdId'] === id);
  return [...households].map(([id, household]) => ({
    household: { countyCode: countyOf(household), ...household, id },
    persons: ofHousehold(persons, id),
    surveys: ofHousehold(surveys, id),
  }));
}

function countyOf(household: Values): RegionCode {
  return String(household['villageCode']).slice(0, 6) as RegionCode;
}
