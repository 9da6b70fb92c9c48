import type { Transaction } from '../../../platform/server/database/connect.ts';

/** What a search text can mean; each is answered by an index of its own. */
export type SearchTerm =
  | { by: 'name'; prefix: string }
  | { by: 'initials'; prefix: string }
  | { by: 'number'; prefix: string }
  | { by: 'documentTail'; tailHash: bigint };

export type Found = { county_code: string; id: string };

// U+10FFFF sorts after every character that a name can go on with.
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * The households that a term finds, by head or by any member, within the scope of the transaction.
 * Ranges instead of LIKE: under row-level security only leakproof comparisons may use an index.
 */
export async function searchHouseholds(
  tx: Transaction,
  term: SearchTerm,
  limit: number,
): Promise<Found[]> {
  switch (term.by) {
    case 'name':
      return await byRange(tx, { column: 'name', head: 'head_name', prefix: term.prefix, limit });
    case 'initials':
      return await byRange(tx, {
        column: 'name_initials',
        head: 'head_initials',
        prefix: term.prefix,
        limit,
      });
    case 'number':
      return await tx<Found[]>`
        select county_code, id from household
         where number >= ${term.prefix} and number < ${term.prefix + LAST_CHARACTER}
         order by number limit ${limit}`;
    case 'documentTail':
      return await tx<Found[]>`
        select distinct county_code, household_id as id from person
         where document_tail_hash = ${term.tailHash as never} limit ${limit}`;
  }
}

async function byRange(
  tx: Transaction,
  search: { column: string; head: string; prefix: string; limit: number },
): Promise<Found[]> {
  const { prefix, limit } = search;
  const end = prefix + LAST_CHARACTER;
  return await tx<Found[]>`
    (select county_code, id from household
      where ${tx(search.head)} >= ${prefix} and ${tx(search.head)} < ${end} limit ${limit})
    union
    (select county_code, household_id from person
      where ${tx(search.column)} >= ${prefix} and ${tx(search.column)} < ${end} limit ${limit})
    limit ${limit}`;
}
