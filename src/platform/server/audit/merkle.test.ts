import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitsSet,
  consistencyRanges,
  EMPTY_ROOT,
  GrowingTree,
  type Hash,
  hashLeaf,
  inclusionRanges,
  type Range,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

// The eight leaves with which implementations of Certificate Transparency (RFC 6962) are tested, and their roots.
const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function sha256(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** MTH(D[n]) word by word as RFC 6962, 2.1 defines it, and nothing of the code under test. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1) return sha256(Buffer.of(0), only!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(
    Buffer.of(1),
    rootByDefinition(leaves.slice(0, k)),
    rootByDefinition(leaves.slice(k)),
  );
}

/** PATH(m, D[n]) of RFC 6962, 2.1.1. */
function pathByDefinition(m: number, leaves: readonly Buffer[]): Buffer[] {
  const n = leaves.length;
  if (n === 1) return [];
  let k = 1;
  while (k * 2 < n) k *= 2;
  return m < k
    ? [...pathByDefinition(m, leaves.slice(0, k)), rootByDefinition(leaves.slice(k))]
    : [...pathByDefinition(m - k, leaves.slice(k)), rootByDefinition(leaves.slice(0, k))];
}

/** SUBPROOF(m, D[n], b) of RFC 6962, 2.1.2. */
function subproofByDefinition(m: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  const n = leaves.length;
  if (m === n) return whole ? [] : [rootByDefinition(leaves)];
  let k = 1;
  while (k * 2 < n) k *= 2;
  return m <= k
    ? [...subproofByDefinition(m, leaves.slice(0, k), whole), rootByDefinition(leaves.slice(k))]
    : [
        ...subproofByDefinition(m - k, leaves.slice(k), false),
        rootByDefinition(leaves.slice(0, k)),
      ];
}

function contents(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(`act ${index}`));
}

function hashes(count: number): Hash[] {
  return contents(count).map(hashLeaf);
}

function proofOf(leaves: readonly Hash[], ranges: readonly Range[]): Hash[] {
  return ranges.map(({ from, until }) => rootOf(leaves.slice(from, until)));
}

function withFlippedBit(hash: Hash, bit: number): Hash {
  const flipped = Buffer.from(hash);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

const LARGEST = 70;
const leaves = hashes(LARGEST);
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => rootOf(leaves.slice(0, size)));
const treeOf = (size: number) => ({ size, root: roots[size]! });

const leafInTree = fc
  .integer({ min: 1, max: LARGEST })
  .chain((size) =>
    fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }),
  );
const twoTrees = fc
  .integer({ min: 2, max: LARGEST })
  .chain((size) =>
    fc.record({ size: fc.constant(size), first: fc.integer({ min: 1, max: size - 1 }) }),
  );

describe('the tree', () => {
  it('has the known roots', () => {
    const found = KNOWN_ROOTS.map((_, size) => rootOf(KNOWN_LEAVES.slice(0, size).map(hashLeaf)));
    expect(found.map((root) => root.toString('hex'))).toEqual(KNOWN_ROOTS);
  });

  it('has the root that the definition gives, at every size', () => {
    for (let size = 0; size <= LARGEST; size += 1)
      expect(roots[size]).toEqual(rootByDefinition(contents(size)));
  });

  it('goes on growing from its size and peaks', () => {
    for (let size = 0; size < LARGEST; size += 1) {
      const before = new GrowingTree();
      for (const leaf of leaves.slice(0, size)) before.append(leaf);
      const after = new GrowingTree(before.size, before.peaks);
      for (const leaf of leaves.slice(size)) after.append(leaf);
      expect(after.root()).toEqual(roots[LARGEST]);
    }
  });

  it('refuses peaks that do not belong to the size', () => {
    expect(() => new GrowingTree(3, [EMPTY_ROOT])).toThrow('A tree of 3 leaves has other peaks');
  });

  it('tells of every complete subtree once', () => {
    const completed: { height: number; root: Hash }[] = [];
    const tree = new GrowingTree();
    for (const leaf of leaves)
      tree.append(leaf, (height, root) => completed.push({ height, root }));
    const pairs = completed.filter(({ height }) => height === 1);
    expect(pairs.map(({ root }) => root)).toEqual(
      Array.from({ length: LARGEST / 2 }, (_, pair) =>
        rootOf(leaves.slice(pair * 2, pair * 2 + 2)),
      ),
    );
    expect(completed.length).toBe(LARGEST - bitsSet(LARGEST));
  });

  it('never takes an inner node for a leaf', () => {
    const [first, second] = leaves;
    const inner = Buffer.concat([first!, second!]);
    expect(hashLeaf(inner)).not.toEqual(rootOf([first!, second!]));
  });
});

describe('an inclusion proof', () => {
  it('is the PATH of the definition, for every leaf of every tree', () => {
    for (let size = 1; size <= 20; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = proofOf(leaves, inclusionRanges(index, size));
        expect(proof).toEqual(pathByDefinition(index, contents(size)));
      }
    }
  });

  it('proves every leaf of every tree', () => {
    fc.assert(
      fc.property(leafInTree, ({ size, index }) => {
        const proof = proofOf(leaves, inclusionRanges(index, size));
        expect(verifyInclusion({ hash: leaves[index]!, index }, proof, treeOf(size))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('proves nothing once any bit of leaf, proof or root is another', () => {
    fc.assert(
      fc.property(
        leafInTree,
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        ({ size, index }, which, bit) => {
          const proof = proofOf(leaves, inclusionRanges(index, size));
          const all = [leaves[index]!, roots[size]!, ...proof];
          const chosen = which % all.length;
          const [hash, root, ...steps] = all.map((value, at) =>
            at === chosen ? withFlippedBit(value, bit) : value,
          );
          expect(verifyInclusion({ hash: hash!, index }, steps, { size, root: root! })).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('proves no other place, no other leaf, and has no step too few or too many', () => {
    fc.assert(
      fc.property(leafInTree, fc.integer({ min: 0, max: LARGEST }), ({ size, index }, other) => {
        fc.pre(other !== index);
        const proof = proofOf(leaves, inclusionRanges(index, size));
        const leaf = { hash: leaves[index]!, index };
        expect(verifyInclusion({ hash: leaf.hash, index: other }, proof, treeOf(size))).toBe(false);
        expect(verifyInclusion({ hash: hashLeaf(Buffer.of(1)), index }, proof, treeOf(size))).toBe(
          false,
        );
        expect(verifyInclusion(leaf, [...proof, EMPTY_ROOT], treeOf(size))).toBe(false);
        fc.pre(proof.length > 0);
        expect(verifyInclusion(leaf, proof.slice(1), treeOf(size))).toBe(false);
        expect(verifyInclusion(leaf, proof.slice(0, -1), treeOf(size))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('exists for no leaf outside the tree', () => {
    expect(() => inclusionRanges(3, 3)).toThrow('No leaf 3 in a tree of 3');
    expect(() => inclusionRanges(-1, 3)).toThrow('No leaf -1 in a tree of 3');
    expect(verifyInclusion({ hash: leaves[0]!, index: 0 }, [], { size: 0, root: EMPTY_ROOT })).toBe(
      false,
    );
  });
});

describe('a consistency proof', () => {
  it('is the PROOF of the definition, for every pair of trees', () => {
    for (let size = 1; size <= 20; size += 1) {
      for (let first = 1; first <= size; first += 1) {
        const proof = proofOf(leaves, consistencyRanges(first, size));
        expect(proof).toEqual(subproofByDefinition(first, contents(size), true));
      }
    }
  });

  it('proves that every tree begins with every smaller one', () => {
    for (let size = 0; size <= LARGEST; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const proof = proofOf(leaves, consistencyRanges(first, size));
        expect(verifyConsistency(treeOf(first), treeOf(size), proof)).toBe(true);
      }
    }
  });

  it('proves nothing once any bit of proof or roots is another', () => {
    fc.assert(
      fc.property(
        twoTrees,
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        ({ size, first }, which, bit) => {
          const proof = proofOf(leaves, consistencyRanges(first, size));
          const all = [roots[first]!, roots[size]!, ...proof];
          const chosen = which % all.length;
          const [before, after, ...steps] = all.map((value, at) =>
            at === chosen ? withFlippedBit(value, bit) : value,
          );
          expect(
            verifyConsistency({ size: first, root: before! }, { size, root: after! }, steps),
          ).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never joins a log to one with a rewritten beginning', () => {
    fc.assert(
      fc.property(twoTrees, fc.nat(), ({ size, first }, which) => {
        const rewritten = leaves.slice(0, size);
        rewritten[which % first] = hashLeaf(Buffer.from('another act'));
        const proof = proofOf(rewritten, consistencyRanges(first, size));
        expect(verifyConsistency(treeOf(first), { size, root: rootOf(rewritten) }, proof)).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has no step too few or too many, and does not run backwards', () => {
    fc.assert(
      fc.property(twoTrees, ({ size, first }) => {
        const proof = proofOf(leaves, consistencyRanges(first, size));
        expect(verifyConsistency(treeOf(first), treeOf(size), [...proof, EMPTY_ROOT])).toBe(false);
        expect(verifyConsistency(treeOf(first), treeOf(size), proof.slice(1))).toBe(false);
        expect(verifyConsistency(treeOf(first), treeOf(size), proof.slice(0, -1))).toBe(false);
        expect(verifyConsistency(treeOf(size), treeOf(first), proof)).toBe(false);
      }),
    );
    expect(() => consistencyRanges(4, 3)).toThrow('No tree of 4 leaves in one of 3');
  });

  it('needs no step from the empty tree or to itself, but the roots must be right', () => {
    expect(verifyConsistency(treeOf(0), treeOf(5), [])).toBe(true);
    expect(verifyConsistency({ size: 0, root: roots[1]! }, treeOf(5), [])).toBe(false);
    expect(verifyConsistency(treeOf(5), { size: 5, root: roots[4]! }, [])).toBe(false);
  });
});
