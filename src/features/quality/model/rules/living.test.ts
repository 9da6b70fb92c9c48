import { expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { ofSurvey, survey, withoutSentence } from '../testing/clean-records.ts';

it('finds nothing wrong with the survey of the Chens', () => {
  expect(ofSurvey(survey())).toEqual([]);
});

it.each([
  { sanitaryToilet: null },
  { fuels: [] },
  { inCooperative: null },
  { broadcasting: null },
  { productionElectricity: null },
  { leadingFirm: null },
  { leadingEntrepreneur: null },
])('R089 misses an answer: %j', (changes) => {
  expect(ofSurvey(survey(changes))).toEqual(['R089']);
});

it.each(['cultivatedMu', 'forestMu', 'orchardMu', 'pastureMu', 'waterMu', 'convertedMu'] as const)(
  'R090 wants a figure for %s, 0 where there is none, within the range of the form',
  (key) => {
    const most = {
      cultivatedMu: 100,
      forestMu: 200,
      orchardMu: 200,
      pastureMu: 100,
      waterMu: 100,
      convertedMu: 200,
    }[key];
    const enoughForest = key === 'convertedMu' ? { forestMu: 200 } : { convertedMu: 0 };
    expect(ofSurvey(survey({ ...enoughForest, [key]: 0 }))).toEqual([]);
    expect(ofSurvey(survey({ ...enoughForest, [key]: most }))).toEqual([]);
    expect(ofSurvey(survey({ ...enoughForest, [key]: null }))).toEqual(['R090']);
    expect(ofSurvey(survey({ ...enoughForest, [key]: most + 0.01 }))).toContain('R090');
    expect(ofSurvey(survey({ ...enoughForest, [key]: -0.01 }))).toContain('R090');
  },
);

it.each([
  [5, 3, 2, []],
  [5.01, 3, 2, ['R091']],
  [0, 0, 0, []],
])(
  'R091 of %d mu converted, %d forest and %d pasture says %j',
  (convertedMu, forestMu, pastureMu, rules) => {
    expect(ofSurvey(survey({ convertedMu, forestMu, pastureMu }))).toEqual(rules);
  },
);

it.each([
  [0, []],
  [5, []],
  [5.01, ['R092']],
  [null, ['R092']],
])('R092 of a distance of %j km says %j', (roadDistanceKm, rules) => {
  expect(ofSurvey(survey({ roadDistanceKm }))).toEqual(rules);
});

it.each([
  [16, []],
  [15.99, ['R093']],
  [200, []],
  [200.01, ['R093']],
  [0, ['R093']],
  [null, ['R093']],
])('R093 of %j square metres for two people says %j', (housingSqm, rules) => {
  expect(ofSurvey(survey({ housingSqm }))).toEqual(rules);
});

it.each([
  ['C', true, []],
  ['D', true, []],
  ['C', false, ['R094']],
  ['D', null, ['R094']],
  ['B', true, ['R094']],
  [null, true, ['R094']],
  ['A', false, []],
  [null, false, []],
] as const)('R094 of grade %j and dangerous %j says %j', (housingGrade, dangerousHouse, rules) => {
  expect(ofSurvey(survey({ housingGrade, dangerousHouse }))).toEqual(rules);
});

it('R094 takes a renovation of this year, not of the next', () => {
  expect(ofSurvey(survey({ housingRenovatedYear: 2024 }))).toEqual([]);
  expect(ofSurvey(survey({ housingRenovatedYear: 2025 }))).toEqual(['R094']);
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
