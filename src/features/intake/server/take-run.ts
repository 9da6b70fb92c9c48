import type { RegionCode } from '../../../kernel/region-code.ts';
import { insertChanges } from '../../../platform/server/acts/act-store.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import type { FieldSubject } from '../../households/model/index.ts';
import {
  findChangedHouseholds,
  findChangedPersons,
  findChangedSurveys,
  lockChanged,
  type StatedFields,
  updateHouseholds,
  updatePersons,
  updateSurveys,
} from './change-store.ts';
import { recordCorrections } from './correction-acts.ts';
import { insertCreationActs, type Taking } from './creation-acts-store.ts';
import { type JudgedSources, refuseBrokenHouseholds } from './judge-households.ts';
import { type Claim, finishTaking } from './lease-store.ts';
import { matchPersons } from './match-store.ts';
import { gatherMembers, refuseNameless, warnOfMembers } from './members-store.ts';
import {
  countOutcome,
  countRefusals,
  keepFindings,
  type ReasonCount,
  type TakenCounts,
} from './outcome-store.ts';
import { createPlanTables, makePlan, refuseHouseholds, refuseRepetitions } from './plan-store.ts';
import type { SourceTally } from './read-source.ts';
import { type NoteValue, type Outcome, saveOutcome } from './run-store.ts';
import {
  insertHouseholds,
  insertPersons,
  insertSurveys,
  planSurveys,
  writeSpells,
} from './take-store.ts';
import { findTouched } from './touched-store.ts';

export type TakingInput = {
  readonly claim: Claim;
  readonly reach: RegionCode;
  readonly taking: Taking;
  readonly tallies: readonly SourceTally[];
  readonly notes: readonly (readonly NoteValue[])[];
  readonly judged: JudgedSources;
  /** Called between steps with the share done; throws to stop. */
  readonly beat: (phase: 'comparing' | 'taking', share: number) => void;
};

/** Thrown when the run was cancelled or given to another; the transaction is then rolled back. */
export class TakingStopped extends Error {}

/**
 * Holds the staged rows against one another and the register, and takes what is in order: records,
 * acts, the note for the followers and the outcome, in the caller's one transaction. Either the run
 * is done when it commits, or nothing has happened.
 */
export async function takeStaged(tx: Transaction, input: TakingInput): Promise<readonly Outcome[]> {
  const { beat } = input;
  await enterScope(tx, input.reach);
  beat('comparing', 0);
  await createPlanTables(tx);
  await refuseRepetitions(tx);
  await makePlan(tx, input.reach);
  beat('comparing', 0.3);
  await refuseHouseholds(tx);
  await matchPersons(tx);
  beat('comparing', 0.6);
  await gatherMembers(tx, input.judged.statedBy);
  await refuseNameless(tx);
  beat('comparing', 0.8);
  await refuseBrokenHouseholds(tx, input.judged);
  await warnOfMembers(tx);
  await planSurveys(tx);
  const stated = statedFieldsOf(input.tallies);
  await noteChanges(tx, stated);
  await write(tx, input, stated);
  const outcomes = outcomesOf(input.tallies, await countOutcome(tx), await countRefusals(tx));
  await keepFindings(tx, {
    id: input.claim.id,
    region: input.claim.region,
    labels: input.taking.labels,
  });
  for (const [index, tally] of input.tallies.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    await saveOutcome(
      tx,
      { runId: input.claim.id, position: tally.position },
      { outcome, notes: input.notes[index] ?? [] },
    );
  }
  if (!(await finishTaking(tx, input.claim, input.taking.now))) throw new TakingStopped();
  beat('taking', 1);
  return outcomes;
}

async function noteChanges(
  tx: Transaction,
  stated: Readonly<Record<FieldSubject, StatedFields>>,
): Promise<void> {
  await findChangedHouseholds(tx, stated.household);
  await findChangedPersons(tx, stated.person);
  await findChangedSurveys(tx, stated.survey);
  await lockChanged(tx);
}

async function write(
  tx: Transaction,
  { taking, beat, claim }: TakingInput,
  stated: Readonly<Record<FieldSubject, StatedFields>>,
): Promise<void> {
  const { now } = taking;
  const touched = await findTouched(tx);
  beat('taking', 0.05);
  const ordinal = await insertCreationActs(tx, taking, !touched.hasExisting);
  if (touched.hasExisting) await recordCorrections(tx, taking, { ordinal, stated });
  beat('taking', 0.2);
  await insertHouseholds(tx, now);
  beat('taking', 0.4);
  if (touched.hasExisting) {
    await updateHouseholds(tx, stated.household, now);
    await updatePersons(tx, stated.person, now);
    await updateSurveys(tx, stated.survey, now);
  }
  await insertPersons(tx, now, (share) => beat('taking', 0.4 + 0.4 * share));
  beat('taking', 0.8);
  await insertSurveys(tx, now);
  await writeSpells(tx, now);
  await insertChanges(
    tx,
    touched.counties.map((county) => ({
      id: newId(),
      at: now,
      county_code: county,
      household_id: null,
      batch_id: claim.id,
    })),
  );
  beat('taking', 0.9);
}

function statedFieldsOf(tallies: readonly SourceTally[]): Record<FieldSubject, StatedFields> {
  const of = (subject: FieldSubject): StatedFields =>
    new Map(tallies.map(({ position, stated }) => [position, stated[subject]]));
  return { household: of('household'), person: of('person'), survey: of('survey') };
}

function outcomesOf(
  tallies: readonly SourceTally[],
  counts: readonly TakenCounts[],
  refusals: readonly ReasonCount[],
): Outcome[] {
  return tallies.map(({ position, rows, reasons }) => {
    const found = counts.find(({ source }) => source === position);
    const { added = 0, changed = 0, refused = 0, warned = 0 } = found ?? {};
    const all = new Map(reasons);
    for (const { source, code, level, count } of refusals) {
      if (source === position) all.set(code, { level, count: (all.get(code)?.count ?? 0) + count });
    }
    return {
      rows,
      taken: added + changed,
      added,
      changed,
      unchanged: rows - added - changed - refused,
      refused,
      warned,
      reasons: [...all].map(([code, reason]) => ({ code, ...reason })),
    };
  });
}
