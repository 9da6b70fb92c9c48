import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { SourceKind, Target } from '../model/mapping.ts';
import { type RememberedTargets, rememberedKey } from '../model/recognise.ts';

/** What this office said columns of its files mean. */
export async function findRemembered(
  tx: Transaction,
  region: RegionCode,
): Promise<RememberedTargets> {
  const rows = await tx<{ kind: SourceKind; header: string; target: Target | null }[]>`
    select kind, header, target from import_header where region_code = ${region}`;
  return new Map(rows.map(({ kind, header, target }) => [rememberedKey(kind, header), target]));
}

export async function remember(
  tx: Transaction,
  by: { readonly region: RegionCode; readonly accountId: string; readonly now: string },
  column: { readonly kind: SourceKind; readonly header: string; readonly target: Target | null },
): Promise<void> {
  await tx`
    insert into import_header (region_code, kind, header, target, set_by, set_at)
    values (${by.region}, ${column.kind}, ${column.header.slice(0, 200)}, ${column.target}, ${by.accountId}, ${by.now})
    on conflict (region_code, kind, header) do update
       set target = excluded.target, set_by = excluded.set_by, set_at = excluded.set_at`;
}
