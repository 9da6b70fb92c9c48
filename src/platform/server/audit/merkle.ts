import { hash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 (2.1) over SHA-256. Leaves and inner nodes are hashed with different
 * first bytes, so that no inner node can be passed off as a leaf.
 */
export type Hash = Buffer;

export const HASH_BYTES = 32;

/** The hash of a leaf's bytes: SHA-256(0x00 || bytes). */
export function hashLeaf(bytes: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([Buffer.of(0x00), bytes]), 'buffer');
}

const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/** The hash of an inner node: SHA-256(0x01 || left || right). */
function hashNode(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return hash('sha256', nodeInput, 'buffer');
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = hash('sha256', Buffer.alloc(0), 'buffer');

/**
 * A tree that only grows and remembers no more than it needs for that: the roots of its complete
 * subtrees (`peaks`, the largest first, one for each bit set in the size).
 */
export class GrowingTree {
  #size: number;
  readonly #peaks: Hash[];

  constructor(size = 0, peaks: readonly Hash[] = []) {
    if (peaks.length !== bitsSet(size)) throw new Error(`A tree of ${size} leaves has other peaks`);
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly Hash[] {
    return this.#peaks;
  }

  /** Adds a leaf by its hash. `completed` hears of every subtree that it completes, by height. */
  append(leafHash: Hash, completed?: (height: number, root: Hash) => void): void {
    let root = leafHash;
    let height = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      root = hashNode(this.#peaks.pop() ?? EMPTY_ROOT, root);
      height += 1;
      completed?.(height, root);
    }
    this.#peaks.push(root);
    this.#size += 1;
  }

  root(): Hash {
    return foldPeaks(this.#peaks);
  }
}

/** The root over peaks, the largest first. */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  return peaks.length === 0
    ? EMPTY_ROOT
    : peaks.reduceRight((right, left) => hashNode(left, right));
}

export function bitsSet(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** The root over leaf hashes. */
export function rootOf(leafHashes: readonly Hash[]): Hash {
  const tree = new GrowingTree();
  for (const leafHash of leafHashes) tree.append(leafHash);
  return tree.root();
}

/** The leaves `from` to `until - 1`; their root is one hash of a proof. */
export type Range = { from: number; until: number };

/** The largest power of two below `size`: where RFC 6962 splits a tree. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The subtrees whose roots prove that a leaf is in the tree, PATH(m, D[n]) of RFC 6962 (2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new Error(`No leaf ${index} in a tree of ${size}`);
  const ranges: Range[] = [];
  let tree: Range = { from: 0, until: size };
  while (tree.until - tree.from > 1) {
    const middle = tree.from + splitOf(tree.until - tree.from);
    const [left, right] = [
      { from: tree.from, until: middle },
      { from: middle, until: tree.until },
    ];
    ranges.push(index < middle ? right : left);
    tree = index < middle ? left : right;
  }
  return ranges.reverse();
}

/**
 * The subtrees whose roots prove that the tree of `first` leaves is the beginning of the tree of
 * `size` leaves, PROOF(m, D[n]) of RFC 6962 (2.1.2). None if one of the two is empty or they are equal.
 */
export function consistencyRanges(first: number, size: number): Range[] {
  if (!(Number.isSafeInteger(first) && first >= 0 && first <= size))
    throw new Error(`No tree of ${first} leaves in one of ${size}`);
  if (first === 0 || first === size) return [];
  const ranges: Range[] = [];
  let tree: Range = { from: 0, until: size };
  while (first !== tree.until) {
    const middle = tree.from + splitOf(tree.until - tree.from);
    const [left, right] = [
      { from: tree.from, until: middle },
      { from: middle, until: tree.until },
    ];
    ranges.push(first <= middle ? right : left);
    tree = first <= middle ? left : right;
  }
  // The first tree itself is known to whoever checks; a subtree of it is not.
  if (tree.from > 0) ranges.push(tree);
  return ranges.reverse();
}

/** Checks an inclusion proof with no more than leaf, place, size and root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: { hash: Hash; index: number },
  proof: readonly Hash[],
  tree: { size: number; root: Hash },
): boolean {
  if (!(Number.isSafeInteger(leaf.index) && leaf.index >= 0 && leaf.index < tree.size))
    return false;
  let place = leaf.index;
  let last = tree.size - 1;
  let root = leaf.hash;
  for (const step of proof) {
    if (last === 0 || step.length !== HASH_BYTES) return false;
    if (place % 2 === 1 || place === last) {
      root = hashNode(step, root);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      root = hashNode(root, step);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && root.equals(tree.root);
}

type Tree = { size: number; root: Hash };

/** Checks that the second tree begins with the first (RFC 9162, 2.1.4.2). */
export function verifyConsistency(first: Tree, second: Tree, proof: readonly Hash[]): boolean {
  if (first.size > second.size || first.size < 0) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return proof.length === 0 && first.root.equals(EMPTY_ROOT);
  const isComplete = bitsSet(first.size) === 1;
  const [start, ...steps] = isComplete ? [first.root, ...proof] : proof;
  if (start === undefined) return false;
  let place = first.size - 1;
  let last = second.size - 1;
  while (place % 2 === 1) {
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  let firstRoot = start;
  let secondRoot = start;
  for (const step of steps) {
    if (last === 0 || step.length !== HASH_BYTES) return false;
    if (place % 2 === 1 || place === last) {
      firstRoot = hashNode(step, firstRoot);
      secondRoot = hashNode(step, secondRoot);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      secondRoot = hashNode(secondRoot, step);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && firstRoot.equals(first.root) && secondRoot.equals(second.root);
}
