import { describe, expect, it } from 'vitest';
import { changed, errorsWith, soundPacks } from './testing/pack-folder.ts';

const rules = 'county/rules/aid.yaml';
const stories = 'county/tests/aid.yaml';

describe('rules and stories', () => {
  it('says where in a folded text a rule is wrong', () => {
    const found = errorsWith(
      changed(rules, 'survey.incomePerHeadFen < parameter', 'survey.incomePerHeadFan < parameter'),
    );
    expect(found).toContain(`${rules}:8 unknownField`);
    expect(
      errorsWith(changed(rules, 'has(survey.incomePerHeadFen)', 'has(survey.netIncomeFen)')),
    ).toContain(`${rules}:8 mayBeAbsent`);
  });

  it('refuses a number that no document gives', () => {
    expect(errorsWith(changed(rules, 'parameter.povertyLine\n', '295200\n'))).toContain(
      `${rules}:8 uncitedNumber`,
    );
  });

  it('reads an amount under its condition', () => {
    expect(
      errorsWith(
        changed(
          rules,
          'parameter.povertyLine - survey.incomePerHeadFen',
          'parameter.povertyLine - survey.netIncomeFen',
        ),
      ),
    ).toContain(`${rules}:9 mayBeAbsent`);
  });

  it('refuses a rule without stories on both sides of its line', () => {
    expect(errorsWith({ [stories]: undefined })).toEqual([`${rules}:1 noStories`]);
    const oneSided = String(soundPacks[stories]).split('- name: {zh: 正好')[0];
    expect(errorsWith({ [stories]: oneSided })).toEqual([`${rules}:1 noStoryWhereNot`]);
  });

  it('runs the stories', () => {
    expect(errorsWith(changed(stories, 'yuan: 1}', 'yuan: 2}'))).toEqual([
      `${stories}:6 storyFails`,
    ]);
    expect(errorsWith(changed(stories, 'on: 2016-12-31', 'on: 2015-12-31'))).toEqual([
      `${stories}:6 storyFails`,
    ]);
    expect(
      errorsWith(changed(stories, 'yuan: 1}}', 'yuan: 1}}\n  parameters: {povertyLine: 2953}')),
    ).toEqual([`${stories}:6 storyFails`]);
  });

  it('refuses a story that expects nothing', () => {
    expect(
      errorsWith(changed(stories, 'expect: {poorHouseholdAid: false}', 'expect: {}')),
    ).toContain(`${stories}:12 storyExpectsNothing`);
  });

  it('does not take a missing value for a no', () => {
    const early = changed(stories, 'on: 2016-12-31', 'on: 2014-12-31');
    const [file = ''] = Object.keys(early);
    const asked = String(early[file]).replace('{yuan: 1}', 'unknown');
    expect(errorsWith({ [file]: asked })).toEqual([`${rules}:1 noStoryWhereHolds`]);
    expect(errorsWith({ [file]: asked.replace('unknown', 'false') })).toContain(
      `${stories}:6 storyFails`,
    );
  });

  it('refuses a story about what the register does not know', () => {
    expect(
      errorsWith(changed(stories, 'incomePerHeadYuan: 2951', 'incomeForHeadYuan: 2951')),
    ).toEqual([`${stories}:4 fieldNotKnown`]);
    expect(errorsWith(changed(stories, 'incomePerHeadYuan: 2951', 'safeWater: perhaps'))).toEqual([
      `${stories}:4 storyValueWrong`,
    ]);
    expect(
      errorsWith(
        changed(stories, 'persons: [{name: 王大山}]', 'persons: [{name: 王大山, sex: x}]'),
      ),
    ).toEqual([`${stories}:3 storyGivenWrong`]);
    expect(errorsWith(changed(stories, 'expect: {poor', 'about: 李四\n  expect: {poor'))).toContain(
      `${stories}:6 personNotInStory`,
    );
  });
});

describe('a rule of an exclusive group', () => {
  const grouped = (priority: number): string =>
    String(soundPacks[rules]).replace(
      '  per: year',
      `  per: year\n  exclusiveGroup: aid\n  priority: ${priority}`,
    );
  const other = grouped(1).replace('id: poorHouseholdAid', 'id: smallAid');
  const told = String(soundPacks[stories]);

  it('gives way to the one of higher priority', () => {
    const both = { [rules]: `${grouped(2)}${other}` };
    const small = (answer: string): string =>
      told.replaceAll(
        'poorHouseholdAid: {yuan: 1}',
        `poorHouseholdAid: {yuan: 1}, smallAid: ${answer}`,
      );
    expect(errorsWith({ ...both, [stories]: small('false') })).toEqual([
      `${rules}:14 noStoryWhereHolds`,
    ]);
    expect(errorsWith({ ...both, [stories]: small('true') })).toContain(`${stories}:6 storyFails`);
  });

  it('needs a priority of its own', () => {
    expect(
      errorsWith({ [rules]: `${grouped(2)}${grouped(2).replace('poorHouseholdAid', 'smallAid')}` }),
    ).toContain(`${rules}:12 priorityTwice`);
  });
});

describe('a measure', () => {
  const file = 'county/indicators.yaml';
  const indicator = (measure: string): string =>
    `- id: incidence\n  title: {zh: 率, en: Rate}\n  unit: percent\n  better: less\n  source: register\n  measure: ${measure}\n  cites: ['#1.1']\n`;

  it('may divide one sum by another, guarded by its condition', () => {
    const sound =
      '{kind: ratio, of: county, where: has(county.ruralPopulation), value: county.poorPersons, per: county.ruralPopulation}';
    expect(errorsWith({ [file]: indicator(sound) })).toEqual([]);
    expect(
      errorsWith({ [file]: indicator(sound.replace('where: has(county.ruralPopulation), ', '')) }),
    ).toEqual([`${file}:6 mayBeAbsent`]);
    expect(
      errorsWith({ [file]: indicator(sound.replace(', per: county.ruralPopulation', '')) }),
    ).toEqual([`${file}:6 measurePer`]);
  });

  it('counts without a value', () => {
    expect(
      errorsWith({ [file]: indicator('{kind: count, of: household, value: "true"}') }),
    ).toContain(`${file}:6 measureValue`);
  });
});
