import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../database/connect.ts';
import { inRollback, workerDatabase } from '../testing/database-fixture.ts';
import { insertBlocks } from './log-store.ts';
import { type Hash, hashLeaf, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts';
import { proveConsistency, proveInclusion } from './proof.ts';
import { emptyLog } from './testing/log-model-store.ts';

const SIZE = 5000;
const leaves: Hash[] = Array.from({ length: SIZE }, (_, seq) =>
  hashLeaf(Buffer.from(`act ${seq}`)),
);
// Both sides of every border of a block, and of the powers of two where the tree is split.
const edges = [
  0, 1, 2, 1022, 1023, 1024, 1025, 2047, 2048, 2049, 3071, 3072, 4095, 4096, 4097, 4998, 4999,
];

function treeOf(size: number): { size: number; root: Hash } {
  return { size, root: rootOf(leaves.slice(0, size)) };
}

async function onLog(test: (tx: Transaction) => Promise<void>): Promise<void> {
  await inRollback(async (_database, tx) => {
    await tx`
      insert into log_leaf (seq, source, county_code, source_id, leaf_hash)
      select place - 1, 'event', '', gen_random_uuid(), decode(hash, 'hex')
        from unnest(${leaves.map((leaf) => leaf.toString('hex'))}::text[]) with ordinality as given (hash, place)`;
    const blocks = [0, 1, 2, 3].map((index) => ({
      index,
      root: rootOf(leaves.slice(index * 1024, (index + 1) * 1024)),
    }));
    await insertBlocks(tx, blocks);
    await test(tx);
  });
}

beforeAll(async () => await emptyLog((await workerDatabase()).owner));
afterAll(async () => await emptyLog((await workerDatabase()).owner));

describe('proofs from the database', () => {
  it('prove that every leaf is in the log', async () => {
    await onLog(async (tx) => {
      for (const index of edges) {
        const proof = await proveInclusion(tx, index, SIZE);
        expect(verifyInclusion({ hash: leaves[index]!, index }, proof, treeOf(SIZE))).toBe(true);
      }
    });
  });

  it('prove it for every size the log ever had', async () => {
    await onLog(async (tx) => {
      for (const size of edges.map((edge) => edge + 1)) {
        const proof = await proveInclusion(tx, 0, size);
        expect(verifyInclusion({ hash: leaves[0]!, index: 0 }, proof, treeOf(size))).toBe(true);
      }
    });
  });

  it('prove that the log only ever grew', async () => {
    await onLog(async (tx) => {
      for (const first of edges) {
        const proof = await proveConsistency(tx, first, SIZE);
        expect(verifyConsistency(treeOf(first), treeOf(SIZE), proof)).toBe(true);
      }
    });
  });

  it('prove nothing once a leaf was changed', async () => {
    await onLog(async (tx) => {
      const changed = [...leaves];
      changed[4990] = hashLeaf(Buffer.from('forged'));
      const tree = { size: SIZE, root: rootOf(changed) };
      const proof = await proveInclusion(tx, 0, SIZE);
      expect(verifyInclusion({ hash: leaves[0]!, index: 0 }, proof, tree)).toBe(false);
    });
  });
});
