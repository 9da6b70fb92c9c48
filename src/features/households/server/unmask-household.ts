import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { unmaskValues } from './mask.ts';
import { getHousehold } from './open-household.ts';
import { recordOfRow } from './record-columns.ts';
import { findPersons, type Key } from './store.ts';

/**
 * Shows the sensitive values of a household and its members to an officer who says what for. The
 * audit event is written in the same transaction: no event, no values.
 */
export async function unmaskHousehold(context: Context, key: Key, purpose: string) {
  const { tx, officer, services } = context;
  const household = await getHousehold(context, key);
  const persons = await findPersons(tx, key);
  await recordEvent(tx, context.now, {
    kind: 'household.unmask',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: household.village_code as RegionCode,
    subject: 'household',
    subjectId: key.id,
    purpose,
    detail: { persons: persons.length },
  });
  return {
    household: unmaskValues('household', recordOfRow('household', household), services.sealer),
    persons: persons.map((row) => ({
      id: row.id,
      values: unmaskValues('person', recordOfRow('person', row), services.sealer),
    })),
  };
}
