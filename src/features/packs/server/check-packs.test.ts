import { describe, expect, it } from 'vitest';
import { changed, checkFiles, errorsWith, soundPacks } from './testing/pack-folder.ts';

const rules = 'county/rules/aid.yaml';
const clauses = 'county/clauses.yaml';
const head = 'county/pack.yaml';
const lines = 'nation/parameters/lines.yaml';
const stories = 'county/tests/aid.yaml';

it('finds nothing wrong with sound packs', () => {
  expect(errorsWith({})).toEqual([]);
  expect(checkFiles().packs.map(({ folder }) => folder)).toEqual(['county', 'nation']);
});

describe('the format', () => {
  it('refuses an unknown key, with the one that was meant', () => {
    const found = checkFiles(changed(rules, '  theme: income', '  them: income'));
    expect(found.packs[0]?.errors).toMatchObject([
      { line: 1, code: 'missingKey', details: { key: 'theme' } },
      { line: 5, code: 'unknownKeySuggested', details: { key: 'them', suggestion: 'theme' } },
      { code: 'ruleNotKnown' },
      { code: 'ruleNotKnown' },
    ]);
  });

  it('refuses an unknown word, with the one that was meant', () => {
    const found = checkFiles(changed(rules, 'effect: entitlement', 'effect: entitlment'));
    expect(found.packs[0]?.errors).toMatchObject([
      { line: 4, code: 'unknownWordSuggested', details: { suggestion: 'entitlement' } },
      { code: 'ruleNotKnown' },
      { code: 'ruleNotKnown' },
    ]);
  });

  it.each([
    ['a day that is none', changed(lines, '2016-01-01', '2016-02-30'), `${lines}:6 dayWrong`],
    ['a number with a comma', changed(lines, '2952', "'2,952'"), `${lines}:6 numberWrong`],
    ['a citation without quotes', changed(rules, "['#1.1']", '[1.1]'), `${rules}:11 citationWrong`],
    [
      'an entry without citation',
      changed(rules, "cites: ['#1.1']", 'cites: []'),
      `${rules}:11 tooFew`,
    ],
    [
      'an amount without period',
      changed(rules, '  per: year\n', ''),
      `${rules}:9 amountWithoutPer`,
    ],
    ['a text where a list belongs', { [rules]: 'id: x\n' }, `${rules}:1 listWanted`],
    ['an empty file', { [rules]: '# nothing\n' }, `${rules}:1 fileEmpty`],
    [
      'a comma in a text in braces',
      changed(clauses, 'en: Aid', 'en: Aid, and more'),
      `${clauses}:2 commaInText`,
    ],
    ['a file of another name', { 'county/target.yaml': '[]' }, 'county/target.yaml:1 unknownFile'],
    [
      'a folder without pack.yaml',
      { 'lost/clauses.yaml': '[]' },
      'lost/pack.yaml:1 packFileMissing',
    ],
  ])('refuses %s', (_what, changes, error) => {
    expect(errorsWith(changes)).toContain(error);
  });
});

describe('names', () => {
  it.each([
    [
      'a dead citation',
      changed(rules, "['#1.1']", "['#1.7']"),
      `${rules}:11 deadCitationSuggested`,
    ],
    [
      'a citation of a pack that is not there',
      changed(rules, "'#1.1'", "'moon#1'"),
      `${rules}:11 packNotKnown`,
    ],
    [
      'a source that is not declared',
      changed(lines, 'source:law', 'source:lore'),
      `${lines}:5 sourceNotDeclared`,
    ],
    [
      'a department that is not known',
      changed(clauses, '[education]', '[educaton]'),
      `${clauses}:2 departmentNotKnown`,
    ],
    [
      'departments in another pack',
      { 'county/departments.yaml': '- {id: bank, title: {zh: 行, en: Bank}}\n' },
      'county/departments.yaml:1 departmentsElsewhere',
    ],
    [
      'an id that is used twice',
      changed(clauses, "- id: '1.2'", "- id: '1.1'"),
      `${clauses}:3 idTwice`,
    ],
    [
      'a parent that comes later',
      changed(clauses, "parent: '1',", "parent: '9',"),
      `${clauses}:2 parentNotBefore`,
    ],
    [
      'an exhortation that is carried out',
      changed(rules, "['#1.1']", "['#1.1', '#1.2']"),
      `${clauses}:7 exhortationButCarried`,
    ],
    [
      'a heading that heads nothing',
      changed(clauses, 'number: （二）', 'number: （二）\n  heading: true'),
      `${clauses}:5 headingWithoutClauses`,
    ],
  ])('refuses %s', (_what, changes, error) => {
    expect(errorsWith(changes)).toContain(error);
  });

  it('lets a pack cite what the pack above declares', () => {
    expect(
      errorsWith(changed(rules, "['#1.1']", "['#1.1', 'nation#1', 'source:law#第三条']")),
    ).toEqual([]);
  });
});

describe('dates and regions', () => {
  it.each([
    [
      'dates out of order',
      changed(lines, '2016-01-01', '2014-01-01'),
      `${lines}:6 datesOutOfOrder`,
    ],
    [
      'the same day twice',
      changed(lines, '2016-01-01', '2015-01-01'),
      `${lines}:6 datesOutOfOrder`,
    ],
    [
      'an end before the beginning',
      changed(head, 'from: 2016-01-01', 'from: 2016-01-01, until: 2015-12-31'),
      `${head}:6 endsBeforeItBegins`,
    ],
    [
      'a region outside the pack',
      changed(stories, 'on: 2016-12-31', "on: 2016-12-31\n  region: '110101'"),
      `${stories}:3 regionOutside`,
    ],
    [
      'a region of another level',
      changed(head, "['990101']", "['9901']"),
      `${head}:5 regionOfOtherLevel`,
    ],
  ])('refuses %s', (_what, changes, error) => {
    expect(errorsWith(changes)).toContain(error);
  });
});

describe('packs among one another', () => {
  const copy = (id: string, more = ''): string =>
    `${String(soundPacks[head]).replace('id: county', `id: ${id}`)}${more}`;

  it('refuses a circle in extends, and still answers', () => {
    const found = errorsWith({
      ...changed(head, 'extends: nation', 'extends: valley'),
      'valley/pack.yaml': copy('valley').replace('extends: nation', 'extends: county'),
      'valley/clauses.yaml': soundPacks[clauses],
    });
    expect(found).toContain(`${head}:7 extendsInCircle`);
    expect(found).toContain('valley/pack.yaml:7 extendsInCircle');
  });

  it('refuses two packs that claim the same region and level at the same time', () => {
    const other = {
      'valley/pack.yaml': copy('valley'),
      'valley/clauses.yaml': "- {id: '1', summary: {zh: 总, en: All}}\n",
    };
    expect(errorsWith(other)).toEqual(['valley/pack.yaml:5 regionClaimedTwice']);
    const ended = changed(head, 'from: 2016-01-01', 'from: 2016-01-01, until: 2020-12-31');
    const later = copy('valley').replace('from: 2016-01-01', 'from: 2021-01-01');
    expect(errorsWith({ ...other, ...ended, 'valley/pack.yaml': later })).toEqual([]);
  });

  it('refuses to extend what is not there, not above, or elsewhere', () => {
    expect(errorsWith(changed(head, 'extends: nation', 'extends: natoin'))).toContain(
      `${head}:7 extendsUnknown`,
    );
    const peer = {
      'valley/pack.yaml': copy('valley').replace('extends: nation', 'extends: county'),
    };
    expect(errorsWith(peer)).toContain('valley/pack.yaml:7 extendsNotAbove');
    const province = `${copy('land').replace('level: county', 'level: province')}`.replace(
      "'990101'",
      "'98'",
    );
    const found = errorsWith({
      'land/pack.yaml': province,
      ...changed(head, 'extends: nation', 'extends: land'),
    });
    expect(found).toContain(`${head}:7 extendsElsewhere`);
  });

  it('refuses another unit for an inherited parameter', () => {
    const file = 'county/parameters/own.yaml';
    const own =
      "- {id: povertyLine, title: {zh: 线, en: Line}, unit: percent, values: [{from: 2016-01-01, value: 3, cites: ['#1.1']}]}\n";
    expect(errorsWith({ [file]: own })).toContain(`${file}:1 unitDiffers`);
  });
});

describe('a form', () => {
  const file = 'county/forms/visit.yaml';
  const form = (question: string): string =>
    `- id: visit\n  title: {zh: 走访, en: Visit}\n  subject: household\n  cites: ['#1.1']\n  questions:\n    - {id: cause, label: {zh: 原因, en: Cause}, ${question}}\n`;

  it.each([
    ['choices of the code list of its field', 'type: choice, field: household.mainCause', []],
    [
      'no field that the register does not have',
      'type: text, field: household.mainCuase',
      ['fieldNotKnown'],
    ],
    ['no choice without choices', 'type: choice', ['choicesMissing']],
    [
      'no choice of a field without codes',
      'type: choice, field: household.memberCount',
      ['choicesMissing'],
    ],
    [
      'no condition about a question that is not asked',
      'type: text, relevant: has(answer.needs) && answer.needs',
      ['unknownField', 'unknownField'],
    ],
    [
      'a condition about an answer',
      'type: yesNo, constraint: has(answer.cause) && answer.cause',
      [],
    ],
  ])('has %s', (_what, question, codes) => {
    expect(errorsWith({ [file]: form(question) })).toEqual(
      codes.map((code) => `${file}:6 ${code}`),
    );
  });
});

it('counts only what the register has among its fields', () => {
  const file = 'county/registers.yaml';
  const register = (fields: string): string =>
    `- {id: causes, title: {zh: 原因, en: Causes}, fields: [${fields}], cites: ['#1.1']}\n`;
  expect(
    errorsWith({ [file]: register('household.mainCause, survey.safeWater, village.clinic') }),
  ).toEqual([]);
  expect(errorsWith({ [file]: register('household.mainCuase, village.moon') })).toEqual([
    `${file}:1 fieldNotKnown`,
    `${file}:1 fieldNotKnown`,
  ]);
});
