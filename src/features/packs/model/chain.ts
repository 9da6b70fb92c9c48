import type { EntryOf, ItemKind, Pack, Placed } from './pack.ts';

/** One item of a pack or of those that it extends, and the pack that says so. */
export type Inherited<Kind extends ItemKind> = Placed<EntryOf<Kind>> & { readonly pack: string };

/**
 * A pack followed by the packs that it extends, nearest first. Stops before a pack that is unknown
 * or stands in the chain already; `circle` names the way round.
 */
export function chainOf(
  pack: Pack,
  packs: ReadonlyMap<string, Pack>,
): { chain: readonly Pack[]; circle?: readonly string[] } {
  const chain: Pack[] = [pack];
  const seen = new Set([pack.head.value.id]);
  for (;;) {
    const next = chain.at(-1)?.head.value.extends;
    const above = next === undefined ? undefined : packs.get(next);
    if (next === undefined || above === undefined) return { chain };
    if (seen.has(next)) return { chain, circle: [...seen, next] };
    seen.add(next);
    chain.push(above);
  }
}

/** What holds in a pack: its own items, and of the packs above those whose id it does not use. */
export function itemsOf<Kind extends ItemKind>(
  chain: readonly Pack[],
  kind: Kind,
): readonly Inherited<Kind>[] {
  const found = new Map<string, Inherited<Kind>>();
  for (const pack of chain) {
    const entries = pack[kind] as readonly Placed<EntryOf<Kind>>[];
    for (const entry of entries) {
      const { id } = entry.value;
      if (!found.has(id)) found.set(id, { ...entry, pack: pack.head.value.id });
    }
  }
  return [...found.values()];
}
