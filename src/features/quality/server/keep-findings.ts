import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { insertChanges } from '../../../platform/server/acts/act-store.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type Finding, registerRules } from '../model/index.ts';
import { findingId } from './finding-id.ts';
import {
  deleteVanished,
  deleteVanishedAcross,
  deleteVanishedOf,
  type Explanation,
  insertFindings,
  markExempted,
  type NewFinding,
} from './finding-store.ts';

/** The household that answers for a record, and where it lies. */
export type Place = { readonly householdId: string; readonly villageCode: string };

export type PlacedFinding = { readonly finding: Finding; readonly place: Place };

/** Rules that look across households; their findings do not follow from one household alone. */
export const acrossRules: readonly string[] = registerRules
  .map(({ id }) => id)
  // Of R026 the register alone says that a person lacks a household, which the database excludes.
  .filter((id) => id !== 'R026');

/** When and where findings are kept, and what explains those that a change has brought. */
export type Keeping = {
  readonly county: RegionCode;
  readonly on: PlainDate;
  readonly now: string;
  readonly explanation?: Explanation | undefined;
  /** Ids of findings that the explanation is about. */
  readonly explained?: ReadonlySet<string>;
};

/** Makes what was found in these households what is stored of them. Answers how many changed. */
export async function keepHouseholdFindings(
  tx: Transaction,
  keeping: Keeping,
  found: { householdIds: readonly string[]; findings: readonly PlacedFinding[] },
): Promise<void> {
  const rows = rowsOf(found.findings, keeping);
  const keep = rows.map(({ id }) => id);
  const gone = await deleteVanished(tx, {
    county: keeping.county,
    householdIds: found.householdIds,
    keep,
    exceptRules: acrossRules,
  });
  await keepRows(tx, keeping, { rows, gone });
}

/** The same of what rules across households found in the whole county. */
export async function keepCountyFindings(
  tx: Transaction,
  keeping: Keeping,
  findings: readonly PlacedFinding[],
): Promise<void> {
  const rows = rowsOf(findings, keeping);
  const keep = rows.map(({ id }) => id);
  const gone = await deleteVanishedAcross(tx, {
    county: keeping.county,
    rules: acrossRules,
    keep,
  });
  await keepRows(tx, keeping, { rows, gone });
}

/** The same of what rules across households found in single records. */
export async function keepFindingsOf(
  tx: Transaction,
  keeping: Keeping,
  found: {
    pairs: readonly { ruleId: string; subjectId: string }[];
    findings: readonly PlacedFinding[];
  },
): Promise<void> {
  const rows = rowsOf(found.findings, keeping);
  const keep = rows.map(({ id }) => id);
  const gone = await deleteVanishedOf(tx, { county: keeping.county, pairs: found.pairs, keep });
  await keepRows(tx, keeping, { rows, gone });
}

function rowsOf(findings: readonly PlacedFinding[], { explained }: Keeping): NewFinding[] {
  const rows = new Map<string, NewFinding>();
  for (const { finding, place } of findings) {
    const { subjectId } = finding;
    if (subjectId === null) continue;
    const id = findingId(finding);
    rows.set(id, {
      id,
      ...place,
      ruleId: finding.ruleId,
      level: finding.level,
      subject: finding.subject,
      subjectId,
      fields: finding.fields,
      sentence: finding.text,
      details: finding.details,
      explained: explained?.has(id) === true,
    });
  }
  return [...rows.values()];
}

const ROWS_AT_ONCE = 2000;

async function keepRows(
  tx: Transaction,
  keeping: Keeping,
  { rows, gone }: { rows: readonly NewFinding[]; gone: readonly { household_id: string }[] },
): Promise<void> {
  const touched = new Set(gone.map((row) => row.household_id));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const come = await insertFindings(tx, keeping, rows.slice(from, from + ROWS_AT_ONCE));
    await markExempted(tx, { ...keeping, ids: come.map(({ id }) => id) });
    for (const row of come) touched.add(row.household_id);
  }
  await tellFollowers(tx, keeping, [...touched]);
}

/** The facts follow the change log: households whose findings changed are read again. */
export async function tellFollowers(
  tx: Transaction,
  { county, now }: { county: RegionCode; now: string },
  householdIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < householdIds.length; from += ROWS_AT_ONCE) {
    await insertChanges(
      tx,
      householdIds.slice(from, from + ROWS_AT_ONCE).map((household_id) => ({
        id: newId(),
        at: now,
        county_code: county,
        household_id,
      })),
    );
  }
}
