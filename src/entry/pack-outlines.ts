import type { PackOutline } from '../features/documents/model/index.ts';
import { shippedLibrary } from '../features/packs/server/index.ts';

let outlines: Promise<readonly PackOutline[]> | undefined;

/** What documents are held against: the clauses of the packs that come with the product, read once. */
export async function readPackOutlines(): Promise<readonly PackOutline[]> {
  outlines ??= Promise.resolve().then(() =>
    shippedLibrary()
      .packs.filter(({ clauses }) => clauses.length > 0)
      .map(({ head, clauses }) => ({
        id: head.value.id,
        title: head.value.title,
        clauses: clauses.map(({ value: { id, number, parent, summary } }) => ({
          id,
          number,
          parent,
          summary,
        })),
      })),
  );
  return await outlines;
}
