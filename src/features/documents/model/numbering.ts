import { rankOf } from './borders.ts';
import type { MarkerKind } from './clause.ts';
import { blame, type Node } from './tree.ts';

/** What numbering needs to know of a clause, while the tree is built and when a person changes it. */
export type Numbered = {
  readonly kind: MarkerKind;
  readonly parent: Numbered | undefined;
  readonly value: number | undefined;
};

// Deeper kinds begin anew under every clause.
const mayRun: readonly MarkerKind[] = ['article', 'hanParenthesised', 'digit'];

/**
 * The innermost kind whose numbers run through the whole document instead of beginning anew under
 * each heading, as articles (条) do: then that number alone names the clause.
 */
export function runningKindOf(nodes: readonly Numbered[]): MarkerKind | undefined {
  return mayRun.findLast((kind) => runs(nodes.filter((node) => node.kind === kind)));
}

function runs(nodes: readonly Numbered[]): boolean {
  let continued = 0;
  let restarted = 0;
  let previous: Numbered | undefined;
  for (const node of nodes) {
    if (
      previous?.value !== undefined &&
      node.value !== undefined &&
      node.parent !== previous.parent
    ) {
      if (node.value === 1) restarted += 1;
      else if (node.value === previous.value + 1) continued += 1;
    }
    previous = node;
  }
  return continued > 0 && continued >= restarted;
}

/** Gives lost numbers by order, and notes what is repeated or skipped. Answers the running kind. */
export function settleNumbers(nodes: readonly Node[]): MarkerKind | undefined {
  const running = runningKindOf(nodes);
  const lastOf = new Map<Node | undefined, Map<MarkerKind, number>>();
  for (const node of nodes) {
    const group = node.kind === running ? undefined : node.parent;
    const lasts = lastOf.get(group) ?? new Map<MarkerKind, number>();
    lastOf.set(group, lasts);
    const last = lasts.get(node.kind) ?? 0;
    lasts.set(node.kind, settle(node, last));
  }
  return running;
}

function settle(node: Node, last: number): number {
  const expected = last + 1;
  if (node.value === undefined) {
    node.value = expected;
    blame(node, 'likely', { code: 'numberLost', details: { number: expected } });
  } else if (node.value > expected) {
    blame(node, 'likely', { code: 'numberSkipped', details: { expected, found: node.value } });
  } else if (node.value < expected) {
    blame(node, 'guessed', { code: 'numberRepeated', details: { expected, found: node.value } });
  }
  return Math.max(last, node.value);
}

/** What paths are made of: the tree with its numbers, which are settled by then. */
export type Placed<Self> = {
  readonly kind: MarkerKind;
  readonly parent: Self | undefined;
  readonly value: number | undefined;
};

/**
 * The paths of clauses: numbers joined by dots (一 （二） 3. is 1.2.3). Where a kind runs through the
 * document its number alone is the path, and headings above it begin with c. A path that is there
 * already gets a letter: 3, 3b.
 */
export function pathsOf<Self extends Placed<Self>>(
  nodes: readonly Self[],
  { running, prefix }: { running: MarkerKind | undefined; prefix: string },
): Map<Self, string> {
  const paths = new Map<Self, string>();
  const taken = new Map<string, number>();
  for (const node of nodes) {
    const above = node.parent === undefined ? undefined : paths.get(node.parent);
    const isHeading = running !== undefined && rankOf(node.kind) < rankOf(running);
    const number = node.value ?? 0;
    let path = `${prefix}${isHeading ? 'c' : ''}${number}`;
    if (node.kind !== running && above !== undefined) path = `${above}.${number}`;
    const times = (taken.get(path) ?? 0) + 1;
    taken.set(path, times);
    paths.set(node, times === 1 ? path : `${path}${suffixOf(times)}`);
  }
  return paths;
}

const LETTERS = 26;

function suffixOf(times: number): string {
  return times <= LETTERS ? String.fromCharCode(96 + times) : `-${times}`;
}
