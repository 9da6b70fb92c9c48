import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Found, pieces } from './pieces.ts';

/** A run as it is kept in `results/`, one file a piece. */
export type Recorded = Found & {
  readonly name: string;
  readonly work: string;
  readonly seed: number;
  readonly seconds: number;
  readonly date: string;
  /** The commit; with a plus if the tree differed from it. */
  readonly revision: string;
  readonly node: string;
};

const RESULTS = join(import.meta.dirname, 'results');
const README = join(import.meta.dirname, 'README.md');
const BEGIN = '<!-- results:begin -->';
const END = '<!-- results:end -->';

/** Keeps the result and brings the table in the README up to date. */
export function record(result: Recorded): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${result.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const text = readFileSync(README, 'utf8');
  const [before, after] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
  writeFileSync(README, `${text.slice(0, before)}\n${resultTable()}\n${text.slice(after)}`);
}

/** The table of all results that are kept, in the order of the pieces. */
export function resultTable(): string {
  const kept = new Map(
    globSync(join(RESULTS, '*.json'))
      .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Recorded)
      .map((result) => [result.name, result]),
  );
  const rows = pieces.flatMap(({ name }) => {
    const found = kept.get(name);
    return found === undefined ? [] : [rowOf(found)];
  });
  return [
    '| Run | Work | Runs | Seed | Result | Negative control | Seconds | Date, commit |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function rowOf(found: Recorded): string {
  const { name, work, runs, seed, result, control, seconds, date, revision } = found;
  const kept = `${found.isKept ? '' : '**BROKEN** '}${result}`;
  const noticed = `${found.isControlNoticed ? '' : '**NOT NOTICED** '}${control}`;
  const cells = [`\`${name}\``, work, runs, seed, kept, noticed, seconds, `${date}, ${revision}`];
  return `| ${cells.join(' | ')} |`;
}
