import type { CutDocument } from './clause.ts';

const LONGEST_HINT = 60;

/**
 * A draft of a pack's clauses.yaml: ids, numbers and the tree as they were cut, the summaries left
 * open, for they are to be written in one's own words. Beside each the beginning of the clause.
 */
export function draftOutline({ clauses }: Pick<CutDocument, 'clauses'>): string {
  const listed = clauses.filter(({ inline, kind }) => !inline || kind !== 'ordinal');
  const withChildren = new Set(listed.map(({ parent }) => parent));
  const entries = listed.map(({ path, parent, number, heading, text }) =>
    [
      `# ${hintOf(heading === '' ? text : heading)}`,
      `- id: ${JSON.stringify(path)}`,
      `  number: ${JSON.stringify(number)}`,
      ...(parent === null ? [] : [`  parent: ${JSON.stringify(parent)}`]),
      ...(text === '' && withChildren.has(path) ? ['  heading: true'] : []),
      "  summary: {zh: '', en: ''}",
    ].join('\n'),
  );
  return `${entries.join('\n')}\n`;
}

function hintOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= LONGEST_HINT ? line : `${line.slice(0, LONGEST_HINT)}…`;
}
