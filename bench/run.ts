/**
 * Every benchmark after the other, or those that are named, and at the end a table of the figures
 * that they state. Arguments of a benchmark follow its name after a colon.
 *
 *     npm run bench                                all, at the size of the promise
 *     npm run bench -- dashboard list
 *     npm run bench -- dashboard:200000,5
 *     npm run bench -- --list
 *     npm run bench -- quality --json              the figures as JSON; all else goes to stderr
 *
 * A figure that is missed does not make it fail, for it says as much about the machine as about us;
 * a benchmark that does not run through does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figureText } from './figure.ts';

type Order = { readonly name: string; readonly args: readonly string[] };
type Ran = {
  readonly benchmark: string;
  readonly figures: readonly Figure[];
  readonly seconds: number;
  /** Load of the machine at its end: the more others did, the less the figures say. */
  readonly load: number;
  readonly ranThrough: boolean;
};

/** The programs are those that state figures; what they share does not. */
function benchmarks(): string[] {
  return globSync(join(import.meta.dirname, '*.ts'))
    .filter((file) => /^\s*stateFigure\(/m.test(readFileSync(file, 'utf8')))
    .map((file) => basename(file, '.ts'))
    .toSorted();
}

function readOrders(positionals: readonly string[], known: readonly string[]): Order[] {
  if (positionals.length === 0) return known.map((name) => ({ name, args: [] }));
  return positionals.map((text) => {
    const [name = '', args = ''] = text.split(':');
    if (!known.includes(name)) throw new Error(`There is no benchmark called ${name}`);
    return { name, args: args === '' ? [] : args.split(',') };
  });
}

async function run({ name, args }: Order, outputTo: 'inherit' | 2): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-figures-'));
  const file = join(folder, 'figures.jsonl');
  const began = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: ['ignore', outputTo, 'inherit'],
    env: { ...process.env, MINGBAI_BENCH_FIGURES: file },
  });
  const [code] = await once(child, 'close');
  const figures = readFigures(file);
  rmSync(folder, { recursive: true, force: true });
  return {
    benchmark: name,
    figures,
    seconds: Math.round((performance.now() - began) / 1000),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    ranThrough: code === 0,
  };
}

function readFigures(file: string): Figure[] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Figure);
  } catch {
    return []; // it stated none
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const known = benchmarks();
const all: Ran[] = [];
if (values.list) console.log(known.join('\n'));
else
  for (const order of readOrders(positionals, known)) {
    console.error(`\n— ${order.name} —`);
    all.push(await run(order, values.json ? 2 : 'inherit'));
  }
if (values.json) console.log(JSON.stringify({ node: process.version, benchmarks: all }, null, 2));
else
  for (const { benchmark, figures, seconds, load, ranThrough } of all) {
    const end = ranThrough ? '' : '  DID NOT RUN THROUGH';
    console.log(`\n${benchmark}  (${seconds} s, load ${load})${end}`);
    for (const figure of figures) console.log(`  ${figureText(figure)}`);
  }
process.exitCode = all.every(({ ranThrough }) => ranThrough) ? 0 : 1;
