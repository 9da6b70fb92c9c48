import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { PersonFacts } from '../../households/model/index.ts';
import { checkHousehold, checkPerson, ruleCatalogue } from './check.ts';
import { isRefused, messageKeyOf } from './rule.ts';
import { chens, context, household, mei, rulesOf, survey } from './testing/clean-records.ts';

const languages = ['zh-CN', 'en'];

function file(language: string, name: string): Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(`messages/${language}/${name}.json`, 'utf8')) as Record<
    string,
    Record<string, string>
  >;
}

describe('the catalogue', () => {
  it('holds every rule of the numbers R001–R053 and R080–R118, each once', () => {
    const ids = ruleCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const range = (from: number, to: number): string[] =>
      Array.from(
        { length: to - from + 1 },
        (_, index) => `R${String(from + index).padStart(3, '0')}`,
      );
    const asked = [
      ...range(1, 16),
      ...range(20, 45),
      ...range(50, 53),
      ...range(80, 95),
      ...range(100, 118),
    ];
    expect(ids).toEqual(asked);
  });

  it('is spoken of in both languages with the same sentences', () => {
    const [chinese = {}, english = {}] = languages.map((language) => file(language, 'quality'));
    const shape = (texts: Record<string, Record<string, string>>) =>
      Object.entries(texts).map(([id, sentences]) => [id, Object.keys(sentences).sort()]);
    expect(shape(chinese)).toEqual(shape(english));
    expect(ruleCatalogue.filter(({ id }) => chinese[id]?.['title'] === undefined)).toEqual([]);
  });

  it('asks for the same values in both languages', () => {
    const [chinese = {}, english = {}] = languages.map((language) => file(language, 'quality'));
    const values = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, name]) => name ?? '')
        .sort()
        .join(' ');
    for (const [id, sentences] of Object.entries(chinese)) {
      for (const [name, text] of Object.entries(sentences)) {
        expect(`${id} ${name} ${values(english[id]?.[name] ?? '')}`).toBe(
          `${id} ${name} ${values(text)}`,
        );
      }
    }
  });
});

const everythingWrong: PersonFacts = mei({
  name: 'Mei 1',
  documentNumber: '99010119840505102',
  relation: '51',
  education: '70',
  schoolStatus: 'primary',
  labourSkill: 'weak',
  rainAndDewAid: true,
  outOfSchoolReason: 'illness',
  residentMedical: null,
  medicalAid: true,
  extremePovertySupport: 'rural',
  workStatus: 'other',
});

describe('a check', () => {
  it('gives clean rows one shared empty answer', () => {
    expect(checkPerson(mei(), context)).toBe(checkPerson(mei({ name: '李梅' }), context));
  });

  it('finds every fault of a row at once, and refuses it', () => {
    const findings = checkPerson(everythingWrong, context);
    expect(rulesOf(findings)).toEqual(
      'R002 R008 R013 R022 R031 R033 R040 R041 R043 R044 R080 R084'.split(' '),
    );
    expect(isRefused(findings)).toBe(true);
    expect(isRefused(findings.filter(({ level }) => level !== 'E'))).toBe(false);
  });

  it('names the record that each finding is about', () => {
    const persons = chens().map((person, index) => ({ ...person, id: `person ${index}` }));
    const records = {
      household: { ...household({ memberCount: 3, phone: null }), id: 'home' },
      persons: persons.map((person) => ({ ...person, ethnicity: null })),
      surveys: [{ ...survey({ roadDistanceKm: null }), id: 'survey' }],
    };
    const found = checkHousehold(records, context, { rows: true });
    expect(
      found.map(({ ruleId, subject, subjectId }) => `${ruleId} ${subject} ${subjectId}`),
    ).toEqual([
      'R014 household home',
      'R012 person person 0',
      'R012 person person 1',
      'R092 survey survey',
      'R026 household home',
    ]);
  });

  it.each(languages)('says in %s what is wrong in whole sentences', async (language) => {
    const texts = createInstance();
    const resources = Object.fromEntries(
      ['quality', 'codes', 'fields'].map((name) => [name, file(language, name)]),
    );
    await texts.init({
      lng: language,
      resources: { [language]: resources },
      interpolation: { escapeValue: false },
    });
    const findings = checkPerson(everythingWrong, context);
    const sentences = findings.map((finding) => texts.t(messageKeyOf(finding), finding.details));
    expect(sentences.filter((sentence) => /[{}$]|R\d{3}|undefined/.test(sentence))).toEqual([]);
    expect(sentences.join('\n')).toContain(language === 'en' ? '“Primary school”' : '“小学”');
  });
});
