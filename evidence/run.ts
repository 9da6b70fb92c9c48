/**
 * The evidence at release size: each piece of it with its negative control, one after the other.
 *
 *     npm run evidence                                   everything
 *     npm run evidence -- kill-edits races               these
 *     npm run evidence -- kill-edits --size 200 --seed 7
 *     npm run evidence -- --list
 *     npm run evidence -- --record                       also writes results/ and the table in README.md
 *
 * Ends with 0 if every promise was kept and every control was noticed, else with 1.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Found, type Piece, pieces } from './pieces.ts';
import { type Recorded, record } from './record.ts';

const SEED = 20_261_123;

function readOptions(): { chosen: readonly Piece[]; size?: number; seed: number; record: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      seed: { type: 'string', default: String(SEED) },
      record: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !pieces.some((piece) => piece.name === name));
  if (unknown.length > 0) throw new Error(`There is no evidence called ${unknown.join(', ')}`);
  if (values.list)
    for (const { name, work, size } of pieces)
      console.log(`${name.padEnd(20)} ${String(size).padStart(6)}  ${work}`);
  const chosen = values.list
    ? []
    : pieces.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return {
    chosen,
    ...(values.size === undefined ? {} : { size: Number(values.size) }),
    seed: Number(values.seed),
    record: values.record,
  };
}

/** The commit under test; a plus if files differ from it. */
function revision(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}

async function runPiece(piece: Piece, order: { size: number; seed: number }): Promise<Recorded> {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  console.log(`${piece.name}: ${piece.work}`);
  const found: Found = await piece.run({
    ...order,
    say: (text) => console.log(`  ${String(seconds()).padStart(4)} s  ${text}`),
  });
  console.log(`  ${found.isKept ? '✓' : '✗'} ${found.runs}: ${found.result}`);
  console.log(`  ${found.isControlNoticed ? '✓' : '✗'} control: ${found.control}\n`);
  return {
    name: piece.name,
    work: piece.work,
    ...found,
    seed: order.seed,
    seconds: seconds(),
    date: new Date().toISOString().slice(0, 10),
    revision: revision(),
    node: process.version,
  };
}

const options = readOptions();
const results: Recorded[] = [];
for (const piece of options.chosen) {
  const reason = piece.whyNot?.();
  if (reason === undefined) {
    const result = await runPiece(piece, { size: options.size ?? piece.size, seed: options.seed });
    results.push(result);
    if (options.record) record(result);
  } else {
    console.log(`${piece.name}: not run: ${reason}\n`);
  }
}
for (const { name, isKept, isControlNoticed, seconds, runs } of results)
  console.log(
    `${name.padEnd(20)} ${isKept ? 'kept  ' : 'BROKEN'}  control ${isControlNoticed ? 'noticed    ' : 'NOT NOTICED'}  ${String(seconds).padStart(5)} s  ${runs}`,
  );
process.exitCode = results.every((one) => one.isKept && one.isControlNoticed) ? 0 : 1;
