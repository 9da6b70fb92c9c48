import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/** A statement as it stands in a store file; what is filled in at run time can be anything. */
export type Written = {
  readonly place: string;
  readonly pattern: RegExp;
  readonly isTest: boolean;
};

const HOLE = '\u0001';
const verb = /^(select|insert|update|delete|with|merge|copy|lock|truncate|create temp table)\b/i;

/** Whitespace as single spaces. */
export function normalised(statement: string): string {
  return statement.replaceAll(/\s+/g, ' ').trim();
}

/** An INSERT of many rows says no more than one of a single row, and has too many parameters to be read. */
export function withOneRow(statement: string): string {
  return statement.replaceAll(/(\bvalues ?\([^()]*\))(?: ?, ?\([^()]*\))+/gi, '$1');
}

const testFile = /\/testing\/|\.test\.ts$/;

/** Every statement of the product's store files. */
export function writtenStatements(): Written[] {
  return statementsOf('src/**/*store.ts', (file) => !testFile.test(file));
}

/** The tests' own, which they may write as they like. */
export function statementsOfTests(): Written[] {
  return statementsOf('src/**/*.ts', (file) => testFile.test(file));
}

function statementsOf(pattern: string, isMeant: (file: string) => boolean): Written[] {
  return globSync(pattern)
    .filter(isMeant)
    .toSorted()
    .flatMap((file) => statementsIn(file, readFileSync(file, 'utf8')));
}

export function statementsIn(file: string, code: string): Written[] {
  const found: Written[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isTreeNode(value)) return;
    const text = textOf(value);
    if (text !== undefined && verb.test(text)) {
      const line = code.slice(0, value.start).split('\n').length;
      found.push({
        place: `${file}:${line}`,
        pattern: patternOf(text),
        isTest: testFile.test(file),
      });
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(parseSync(file, code).program);
  return found;
}

type TreeNode = { type: string; start: number; [field: string]: unknown };

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function textOf(node: TreeNode): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string')
    return normalised(node['value']);
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return normalised(quasis.map(({ value }) => value.cooked).join(HOLE));
}

function patternOf(text: string): RegExp {
  const parts = text.split(new RegExp(` ?${HOLE} ?`)).map(literally);
  return new RegExp(`^${parts.join('.*')};?$`, 's');
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
