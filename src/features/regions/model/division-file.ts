import {
  contains,
  NATION,
  parentOf,
  parseRegionCode,
  type RegionCode,
} from '../../../kernel/region-code.ts';
import type { Division, DivisionClass } from './division.ts';

/**
 * A list of divisions as text: one line each, `code TAB name`, and `TAB class` where there is one;
 * sorted by code, so every division follows the one above it. No tab, backslash or line break in a
 * name, so that a line can be handed to PostgreSQL's COPY as it is.
 */
export function formatDivisions(divisions: readonly Division[]): string {
  return divisions.map((division) => `${formatDivision(division)}\n`).join('');
}

function formatDivision({ code, name, class: kind }: Division): string {
  if (!isDivisionName(name)) throw new Error(`Not a name for a division: ${code} ${name}`);
  return kind === null ? `${code}\t${name}` : `${code}\t${name}\t${kind}`;
}

/** Reads such a list lazily; throws with the line's number if a line is not as written above. */
export function* parseDivisions(text: string): Generator<Division> {
  const path: RegionCode[] = [];
  let before = '';
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    line += 1;
    const division = parseDivision(text.slice(from, to));
    if (division === undefined || division.code <= before) {
      throw new Error(`Line ${line} of the list of divisions cannot be read or is out of order`);
    }
    for (
      let last = path.at(-1);
      last !== undefined && !contains(last, division.code);
      last = path.at(-1)
    )
      path.pop();
    if ((path.at(-1) ?? NATION) !== parentOf(division.code)) {
      throw new Error(
        `Line ${line} of the list of divisions: ${division.code} has nothing to lie in`,
      );
    }
    path.push(division.code);
    before = division.code;
    yield division;
    from = to + 1;
  }
}

function parseDivision(line: string): Division | undefined {
  const [codeText = '', name = '', kind, ...rest] = line.split('\t');
  const code = parseRegionCode(codeText);
  if (code === undefined || code === '' || rest.length > 0 || !isDivisionName(name))
    return undefined;
  if (kind !== undefined && !isDivisionClass(kind)) return undefined;
  return { code, name, class: kind ?? null };
}

function isDivisionClass(text: string): text is DivisionClass {
  return text === 'placeholder';
}

function isDivisionName(name: string): boolean {
  return name.length > 0 && name.length <= 60 && !/[\p{Cc}\\]/u.test(name);
}
