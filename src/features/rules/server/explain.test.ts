import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { completionsFor } from '../model/completion.ts';
import { planExplanation } from '../model/explain.ts';
import type { ParameterDeclaration, ParametersInForce } from '../model/parameter.ts';
import { type GivenCase, readRuleCase } from '../model/rule-case.ts';
import { bool, int, money } from '../model/rule-type.ts';
import { sentence, valueText, type Words } from '../model/sentence.ts';
import { checkRule } from './check-text.ts';

const declarations = new Map<string, ParameterDeclaration>([
  ['line', { id: 'line', type: money }],
  ['old', { id: 'old', type: int }],
  ['unset', { id: 'unset', type: int }],
]);
const from = plainDate('2020-01-01');
const parameters: ParametersInForce = new Map([
  [
    'line',
    [
      { value: 300_000, region: regionCode(''), from, cites: ['national#4.2'] },
      { value: 350_000, region: regionCode('990101'), from, cites: ['willow#3'] },
    ],
  ],
  ['old', [{ value: 60, region: regionCode(''), from, cites: ['national#9.2'] }]],
]);

function ruleOf(text: string) {
  const found = checkRule(text, {
    subject: 'household',
    parameters: declarations,
    expects: [bool, money],
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

function caseOf(given: GivenCase) {
  const found = readRuleCase(given, {
    on: plainDate('2020-06-30'),
    region: regionCode('990101100201'),
    parameters,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

function wordsIn(language: 'zh' | 'en'): Words {
  const folder = language === 'zh' ? 'zh-CN' : 'en';
  const read = (name: string): object =>
    JSON.parse(readFileSync(`messages/${folder}/${name}.json`, 'utf8')) as object;
  const texts = createInstance();
  void texts.init({
    lng: folder,
    resources: { [folder]: { rules: read('rules'), fields: read('fields') } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return {
    language,
    t: (key, values) => texts.t(key, values ?? {}),
    parameter: (id) => ({ line: '贫困线', old: '老年年龄' })[id] ?? id,
  };
}

const text =
  'has(survey.incomePerHeadFen) && survey.incomePerHeadFen < parameter.line && persons.exists(p, has(p.age) && p.age >= parameter.old)';

describe('an explanation', () => {
  it('shows each condition with its value, and its parameter with day and clause', () => {
    const found = planExplanation(ruleOf(text)).explain(
      caseOf({
        survey: { incomePerHeadFen: 349_999 },
        persons: [{ birthDay: '1990-01-01' }, { birthDay: '1960-06-30' }, {}],
      }),
    );
    expect(found).toMatchObject({ met: true, because: null, value: null });
    expect(found.parts.map(({ condition, met }) => [condition.text, met])).toEqual([
      ['has(survey.incomePerHeadFen)', true],
      ['survey.incomePerHeadFen < parameter.line', true],
      ['persons.exists(p, has(p.age) && p.age >= parameter.old)', true],
    ]);
    expect(found.parts[1]?.values).toEqual([
      349_999,
      { value: 350_000, region: '990101', from: '2020-01-01', cites: ['willow#3'] },
    ]);
    expect(found.parts[2]?.members).toEqual([1]);
  });

  it('shows what is missing beside what already decides', () => {
    const found = planExplanation(ruleOf(text)).explain(caseOf({ persons: [{}] }));
    expect(found.met).toBe(false);
    expect(found.parts.map(({ met, because }) => [met, because?.code])).toEqual([
      [false, undefined],
      [null, 'factAbsent'],
      [false, undefined],
    ]);
  });

  it('says which parameter has no value, and then neither met nor not met', () => {
    const found = planExplanation(ruleOf('household.size > parameter.unset')).explain(caseOf({}));
    expect(found).toMatchObject({
      met: null,
      because: { code: 'parameterHasNoValue', parameter: 'unset' },
    });
  });

  it('gives an amount with what it was made of', () => {
    const plan = planExplanation(
      ruleOf('has(survey.netIncomeFen) ? greatest(parameter.line - survey.netIncomeFen, 0) : 0'),
    );
    const found = plan.explain(caseOf({ survey: { netIncomeFen: 100_050 } }));
    expect(found).toMatchObject({ value: 249_950, met: null });
    expect(found.values[0]).toBe(100_050);
  });
});

describe('a sentence', () => {
  it('says the rule in Chinese and in English, without the guards', () => {
    const { expression } = ruleOf(text);
    expect(sentence(expression, wordsIn('zh'))).toBe(
      '人均纯收入低于贫困线，且有家庭成员年龄（周岁）不低于老年年龄',
    );
    expect(sentence(expression, wordsIn('en'))).toContain(
      ' is below 贫困线, and a member of the household',
    );
  });

  it('names codes and money as people write them', () => {
    const { expression } = ruleOf(
      "has(household.mainCause) && household.mainCause in ['illness', 'disability']",
    );
    expect(sentence(expression, wordsIn('zh'))).toBe('主要致贫原因属于因病、因残之一');
    expect(valueText(123_456, money, wordsIn('zh'))).toBe('1234.56元');
    expect(valueText(300_000, money, wordsIn('zh'))).toBe('3000元');
    expect(valueText(null, money, wordsIn('zh'))).toBe('未填');
  });

  it.each(['zh', 'en'] as const)('has words for every name and function in %s', (language) => {
    const words = wordsIn(language);
    for (const subject of ['household', 'person', 'village', 'county'] as const) {
      const offered = completionsFor(subject, declarations.values(), words);
      expect(offered.length).toBeGreaterThan(40);
      const bare = offered.filter(
        ({ kind, description }) =>
          kind !== 'parameter' && /^(fields|rules)?:?[a-z]+\.[\w.]+$/i.test(description),
      );
      expect(bare).toEqual([]);
    }
  });
});

describe('a case that is read', () => {
  it('is refused where the register could not hold it', () => {
    const found = readRuleCase(
      { household: { mainCause: 'ilness', size: 'many', nothing: 1 } },
      { on: from, region: regionCode('990101100201'), parameters },
    );
    expect(found).toMatchObject({
      ok: false,
      problem: [
        { code: 'codeNotInList', name: 'household.mainCause' },
        { code: 'wrongValue', name: 'household.size' },
        { code: 'unknownField', name: 'household.nothing' },
      ],
    });
  });
});
