import type { RegionCode } from '../../../kernel/region-code.ts';
import { ancestorAt } from '../../../kernel/region-code.ts';
import { type RequestSays, recordActs } from '../../../platform/server/acts/record-acts.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { nameInitials } from '../../../platform/server/name-initials.ts';
import type { Change } from '../model/index.ts';
import { columnsOfValues, documentIndex, valuesForAct } from './record-columns.ts';
import { claimDocument, insertRecord, type Key, releaseDocuments, updateRecord } from './store.ts';

/**
 * The one way in which the register changes: each decided change becomes an act, and the act's
 * after becomes the row, in the caller's transaction. A request that was recorded before changes
 * nothing. Refuses what lies beyond the officer's reach, and a row that changed meanwhile.
 */
export async function applyChanges(
  context: Context,
  says: RequestSays,
  changes: readonly Change[],
): Promise<void> {
  for (const change of changes) requireWithinReach(context.officer, change.villageCode);
  const isNew = await recordActs(
    context,
    says,
    changes.map((change) => ({
      kind: change.kind,
      subject: change.subject,
      subjectId: change.id,
      householdId: change.householdId,
      villageCode: change.villageCode,
      before: change.before === null ? null : actValues(context, change, change.before),
      after: actValues(
        context,
        change,
        change.before === null ? stated(change.after) : change.after,
      ),
    })),
  );
  if (!isNew) return;
  for (const change of changes) await applyChange(context, change);
}

type Values = Readonly<Record<string, unknown>>;

function actValues(context: Context, change: Change, values: Values): Values {
  return valuesForAct(change.subject, values, context.services.sealer);
}

/** Of a new record only what is stated: what is absent from its first act was not stated. */
function stated(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function countyOf(villageCode: RegionCode): RegionCode {
  const county = ancestorAt(villageCode, 'county');
  if (county === undefined)
    throw new Problem(400, 'inputNotUnderstood', { place: 'villageCode', reason: '' });
  return county;
}

async function applyChange(context: Context, change: Change): Promise<void> {
  const { tx, now } = context;
  const key: Key = { county: countyOf(change.villageCode), id: change.id };
  const { after } = change;
  if (change.subject === 'person' && 'documentNumber' in after)
    await moveDocument(context, key, after['documentNumber']);
  const columns = { ...columnsFor(context, change, after), village_code: change.villageCode };
  if (change.version === 0) {
    const owner = change.subject === 'household' ? {} : { household_id: change.householdId };
    await insertRecord(tx, change.subject, {
      county_code: key.county,
      id: key.id,
      ...owner,
      ...columns,
      updated_at: now,
    });
    return;
  }
  const updated = await updateRecord(tx, change.subject, {
    key,
    version: change.version,
    columns,
    now,
  });
  if (!updated) throw new Problem(409, 'changedMeanwhile', { version: change.version + 1 });
}

/** An ID number stands once in the nation: the old one is given back, the new one claimed. */
async function moveDocument(context: Context, person: Key, documentNumber: unknown): Promise<void> {
  const hash =
    typeof documentNumber === 'string'
      ? documentIndex(context.services.sealer, documentNumber)
      : null;
  await releaseDocuments(context.tx, person, hash);
  if (hash !== null && !(await claimDocument(context.tx, hash, person))) {
    throw new Problem(409, 'documentHeldByAnother');
  }
}

function columnsFor(context: Context, change: Change, after: Values): Record<string, unknown> {
  const columns = columnsOfValues(change.subject, after, context.services.sealer);
  // Beside each name stand its pinyin initials, for the search.
  if (typeof after['headName'] === 'string')
    columns['head_initials'] = nameInitials(after['headName']);
  if (change.subject === 'person' && typeof after['name'] === 'string') {
    columns['name_initials'] = nameInitials(after['name']);
  }
  return columns;
}
