import { expect, it } from 'vitest';
import { checkFiles, type PackFiles, soundPacks } from '../server/testing/pack-folder.ts';
import { countCoverage, coverageOf } from './coverage.ts';

function coverageWith(changes: PackFiles): ReturnType<typeof countCoverage> {
  const pack = checkFiles(changes).packs.find(({ folder }) => folder === 'county')?.pack;
  if (pack === undefined) throw new Error('The county has no pack');
  return countCoverage(coverageOf(pack));
}

const rules = 'county/rules/aid.yaml';

it('counts clauses that are carried out, apart from those that only appeal', () => {
  expect(coverageWith({})).toEqual({ clauses: 3, covered: 3, exhortations: 1, uncovered: [] });
});

it('leaves a clause, and the heading above it, uncovered if nothing cites it', () => {
  const elsewhere = String(soundPacks[rules]).replace("['#1.1']", "['nation#1']");
  expect(coverageWith({ [rules]: elsewhere })).toMatchObject({
    covered: 1,
    uncovered: ['1', '1.1'],
  });
});

it('does not count what another pack cites', () => {
  const elsewhere = String(soundPacks[rules]).replace("['#1.1']", "['nation#1']");
  const foreign =
    "- {id: x1, title: {zh: 值, en: Value}, unit: yuan, values: [{from: 2016-01-01, value: 1, cites: ['county#1.1']}]}\n";
  expect(
    coverageWith({ [rules]: elsewhere, 'nation/parameters/x.yaml': foreign }).uncovered,
  ).toContain('1.1');
});
