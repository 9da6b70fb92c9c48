import type { Transaction } from '../database/connect.ts';
import { BLOCK_LEAVES, readBlockRoots, readLeafHashes } from './log-store.ts';
import {
  consistencyRanges,
  foldPeaks,
  GrowingTree,
  type Hash,
  inclusionRanges,
  type Range,
} from './merkle.ts';

/** The hashes that prove that the leaf at a place is in the log of that size. */
export async function proveInclusion(tx: Transaction, seq: number, size: number): Promise<Hash[]> {
  return await rootsOf(tx, inclusionRanges(seq, size));
}

/** The hashes that prove that the log of `first` leaves is the beginning of the log of `size` leaves. */
export async function proveConsistency(
  tx: Transaction,
  first: number,
  size: number,
): Promise<Hash[]> {
  return await rootsOf(tx, consistencyRanges(first, size));
}

async function rootsOf(tx: Transaction, ranges: readonly Range[]): Promise<Hash[]> {
  return await Promise.all(ranges.map(async (range) => await rootOfRange(tx, range)));
}

/**
 * The root over a range. A range of a block and more begins at the beginning of a block, as the
 * splits of RFC 6962 fall on powers of two; its whole blocks are read as one hash each.
 */
async function rootOfRange(tx: Transaction, { from, until }: Range): Promise<Hash> {
  const isLarge = until - from >= BLOCK_LEAVES;
  const firstLeaf = isLarge ? until - (until % BLOCK_LEAVES) : from;
  const [blocks, leaves] = await Promise.all([
    isLarge ? readBlockRoots(tx, from / BLOCK_LEAVES, firstLeaf / BLOCK_LEAVES) : [],
    firstLeaf < until ? readLeafHashes(tx, firstLeaf, until) : [],
  ]);
  return foldPeaks([...peaksOf(blocks), ...peaksOf(leaves)]);
}

function peaksOf(hashes: readonly Hash[]): readonly Hash[] {
  const tree = new GrowingTree();
  for (const hash of hashes) tree.append(hash);
  return tree.peaks;
}
