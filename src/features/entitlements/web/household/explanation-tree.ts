import type { ExplanationLine } from '../../model/contract.ts';

/** A line of an explanation with the lines that make it up. */
export type ExplanationNode = { readonly line: ExplanationLine; readonly parts: ExplanationNode[] };

/** Puts the lines, which come depth first, under one another again. */
export function treeOf(lines: readonly ExplanationLine[]): readonly ExplanationNode[] {
  const roots: ExplanationNode[] = [];
  const open: ExplanationNode[] = [];
  for (const line of lines) {
    const node: ExplanationNode = { line, parts: [] };
    open.length = Math.min(open.length, line.depth);
    const above = open.at(-1);
    (above === undefined ? roots : above.parts).push(node);
    open.push(node);
  }
  return roots;
}
