import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles, errorsWith, soundPacks } from './testing/pack-folder.ts';

const rules = 'county/rules/aid.yaml';
const clauses = 'county/clauses.yaml';

describe('hostile files', () => {
  it.each([
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024), 'fileTooBig'],
    ['anchors that explode', `- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n`, 'anchorNotAllowed'],
    ['an alias', '- id: *other\n', 'anchorNotAllowed'],
    ['a tag', '- id: !!js/function x\n', 'tagNotAllowed'],
    ['brackets without end', '['.repeat(100_000), 'nestedTooDeep'],
    ['brackets too deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'nestedTooDeep'],
    ['a key twice', '- id: a\n  id: b\n', 'keyTwice'],
    [
      'a hundred thousand keys',
      `- {${Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join(', ')}}`,
      'fileTooBig',
    ],
    ['a tab as indentation', '- id: a\n\tb: c\n', 'yamlTab'],
    ['two documents', '- a\n---\n- b\n', 'yamlDocuments'],
    ['what is not UTF-8', new Uint8Array([0x2d, 0x20, 0xc0, 0x20]), 'notUtf8'],
  ])('refuses %s in no time', (_what, content, code) => {
    const began = performance.now();
    const found = errorsWith({ [clauses]: content });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(found.some((error) => error.startsWith(clauses) && error.endsWith(code))).toBe(true);
  });

  it('takes a key called __proto__ for an unknown key', () => {
    expect(errorsWith({ [rules]: "- __proto__: {id: x}\n  cites: ['#1.1']\n" })).toContain(
      `${rules}:1 unknownKey`,
    );
    expect(({} as { id?: string }).id).toBeUndefined();
  });
});

describe('a file damaged anywhere', () => {
  const files = Object.keys(soundPacks);
  const damage = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    out: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        ': ',
        '[',
        '{',
        '- ',
        '\n',
        '"',
        "'",
        '&a ',
        '*a',
        '!',
        '>',
        '\t',
        '#',
        '%',
        '…',
      ),
      fc.string({ maxLength: 4 }),
    ),
  });

  it('is read to the end, and every error names a line that the file has', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const damaged = new Map(Object.entries(soundPacks) as [string, string][]);
        for (const { file, at, out, put } of damages) {
          const text = damaged.get(file) ?? '';
          const from = Math.floor(at * text.length);
          damaged.set(file, `${text.slice(0, from)}${put}${text.slice(from + out)}`);
        }
        for (const { errors } of checkFiles(Object.fromEntries(damaged)).packs) {
          for (const { file, line } of errors) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual((damaged.get(file) ?? '').split('\n').length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
