import type { MappedTable } from '../../model/contract.ts';
import { type SourceKind, targetForHeader } from '../../model/mapping.ts';

/**
 * How sure it is what a column holds: named by its header, learned from an earlier import, chosen by
 * hand, or not taken because nobody knows it, two columns claim the same, or the officer left it aside.
 */
export const standings = [
  'recognised',
  'remembered',
  'chosen',
  'duplicate',
  'unknown',
  'leftAside',
  'blank',
] as const;
export type Standing = (typeof standings)[number];

type Column = MappedTable['columns'][number];

/**
 * The standing of every column of a table, in the order of the file. `ours` are headers that the
 * product itself writes beside the data, as the reason in the workbook of refused rows.
 */
export function standingsOf(
  kind: SourceKind,
  columns: readonly Column[],
  ours: ReadonlySet<string> = new Set(),
): Standing[] {
  const named = columns.map(({ header }) => targetForHeader(kind, header));
  const claims = new Map<string, number>();
  for (const target of named) {
    if (target !== null) claims.set(target, (claims.get(target) ?? 0) + 1);
  }
  return columns.map((column, index) => {
    const own = named[index] ?? null;
    if (column.target === null) {
      return ours.has(column.header) ? 'leftAside' : standingOfUntaken(column, own, claims);
    }
    if (column.target === own) return 'recognised';
    return column.remembered ? 'remembered' : 'chosen';
  });
}

function standingOfUntaken(
  { header, samples }: Column,
  own: string | null,
  claims: ReadonlyMap<string, number>,
): Standing {
  if (own !== null) return (claims.get(own) ?? 0) > 1 ? 'duplicate' : 'leftAside';
  return header.trim() === '' && samples.length === 0 ? 'blank' : 'unknown';
}

/** True of a column at which the officer should look: it holds something, and it is not taken. */
export function wantsALook(standing: Standing): boolean {
  return standing === 'unknown' || standing === 'duplicate';
}
