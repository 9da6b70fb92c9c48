import type { RegionCode } from '../../../kernel/region-code.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { reachOf } from '../../../platform/server/identity/officer.ts';
import type { ActKind, Change } from '../../households/model/index.ts';
import type { Checking } from '../../households/server/index.ts';
import { applyExemptions, checkHousehold, type RuleContext } from '../model/index.ts';
import { type AcrossChange, compareAcross } from './compare-across.ts';
import { rulesOfCounty } from './county-rules.ts';
import { findExemptions, moveExemptions } from './exemption-store.ts';
import { findingId } from './finding-id.ts';
import type { Explanation } from './finding-store.ts';
import { type HouseholdState, householdsAfter } from './households-after.ts';
import { keepFindingsOf, keepHouseholdFindings, type PlacedFinding } from './keep-findings.ts';

/**
 * Acts that record what happened in life. It has to be recorded even if the household's sums no
 * longer add up: that needs a reason, and stays on the list of errors until it is put right.
 */
const lifeEvents: ReadonlySet<ActKind> = new Set<ActKind>([
  'household.merge',
  'household.split',
  'person.arrive',
  'person.birth',
  'person.die',
  'person.leave',
  'person.move',
]);

/**
 * Judges what a change by hand would leave behind. Errors that the change brings in refuse it;
 * warnings that it brings in need a reason; what was wrong before, or is exempted, does not stand
 * in the way of putting something else right. Once the change stands, what was found is stored.
 */
export const checkChanges: Checking = async (context, before, changes, reason) => {
  const states = { before: householdsAfter(before, []), after: householdsAfter(before, changes) };
  const [first] = states.after;
  if (first === undefined) return async () => undefined;
  const county = first.villageCode.slice(0, 6) as RegionCode;
  const rules = await rulesOfCounty(context.tx, county, context.today);
  const across = mayTouchOthers(changes)
    ? await inCounty(context, county, () => compareAcross(context, { county, rules }, states))
    : untouched;
  const is = states.after.flatMap((state) => findingsOf(state, rules));
  const was = states.before.flatMap((state) => findingsOf(state, rules));
  const own = new Set(states.after.map(({ id }) => id));
  const ofOwn = across.is.filter(({ place }) => own.has(place.householdId));
  const known = new Set([...was, ...across.was].map(({ finding }) => findingId(finding)));
  const brought = [...is, ...ofOwn].filter(({ finding }) => !known.has(findingId(finding)));
  const isLifeEvent = changes.some(({ kind }) => lifeEvents.has(kind));
  const warned = await refuse(context, { county, brought, reason, isLifeEvent });
  return async () => {
    const keeping = {
      county,
      on: context.today,
      now: context.now,
      explanation: reason === undefined ? undefined : explanationOf(context, reason),
      explained: new Set(warned.map(({ finding }) => findingId(finding))),
    };
    const householdIds = states.after.map(({ id }) => id);
    await inCounty(context, county, async () => {
      await moveExemptions(context.tx, county, states.after.flatMap(placesOfRecords));
      await keepHouseholdFindings(context.tx, keeping, { householdIds, findings: is });
      await keepFindingsOf(context.tx, keeping, { pairs: across.pairs, findings: across.is });
    });
  };
};

const untouched: AcrossChange = { was: [], is: [], pairs: [] };

/** What only changes a household's own row, and neither its place nor its end, concerns no other. */
function mayTouchOthers(changes: readonly Change[]): boolean {
  return changes.some(
    ({ subject, after }) =>
      subject === 'person' || subject === 'survey' || 'villageCode' in after || 'status' in after,
  );
}

function findingsOf(state: HouseholdState, rules: RuleContext): PlacedFinding[] {
  if (state.isClosed) return [];
  const place = { householdId: state.id, villageCode: state.villageCode };
  return checkHousehold(state.records, rules, { rows: true }).map((finding) => ({
    finding,
    place,
  }));
}

type Judged = {
  county: RegionCode;
  brought: readonly PlacedFinding[];
  reason: string | undefined;
  isLifeEvent: boolean;
};

/** Throws for errors and for what nobody explained; answers the warnings that the reason explains. */
async function refuse(context: Context, judged: Judged): Promise<PlacedFinding[]> {
  const { county, brought, reason, isLifeEvent } = judged;
  const found = brought.map(({ finding }) => finding);
  const subjectIds = found.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]));
  const exemptions = await findExemptions(context.tx, { county, subjectIds }, context.today);
  const { open } = applyExemptions(found, exemptions, context.today);
  const errors = open.filter(({ level }) => level === 'E');
  const refused = errors.filter(({ subject }) => !isLifeEvent || subject === 'person');
  if (refused.length > 0) throw new Problem(422, 'dataRuleBroken', { findings: refused });
  const warnings = open.filter(({ level }) => level === 'W');
  if (errors.length + warnings.length > 0 && reason === undefined)
    throw new Problem(422, 'explanationNeeded', { findings: [...errors, ...warnings] });
  return brought.filter(({ finding }) => warnings.includes(finding));
}

function explanationOf({ officer, now }: Context, reason: string): Explanation {
  return { reason, by: officer.accountId, at: now, requestId: null };
}

function placesOfRecords(state: HouseholdState) {
  const place = { householdId: state.id, villageCode: state.villageCode };
  const ids = [
    state.id,
    ...state.persons.map(({ id }) => id),
    ...state.surveys.map(({ id }) => id),
  ];
  return ids.map((subjectId) => ({ subjectId, ...place }));
}

/** Opens the whole county for a moment: what is looked at there is only counted, never shown. */
async function inCounty<Value>(
  context: Context,
  county: RegionCode,
  work: () => Promise<Value>,
): Promise<Value> {
  await enterScope(context.tx, county);
  const value = await work();
  await enterScope(context.tx, reachOf(context.officer));
  return value;
}
