import { describe, expect, it } from 'vitest';
import type { RuleSubject } from '../model/facts-schema.ts';
import type { ParameterDeclaration } from '../model/parameter.ts';
import {
  bool,
  day,
  decimal,
  int,
  money,
  monthDay,
  type RuleType,
  text,
} from '../model/rule-type.ts';
import { checkRule } from './check-text.ts';

const declarations = new Map<string, ParameterDeclaration>(
  Object.entries({
    line: money,
    old: int,
    share: decimal,
    since: day,
    schoolYear: monthDay,
    county: text,
  }).map(([id, type]) => [id, { id, type }]),
);

function check(rule: string, subject: RuleSubject = 'household', expects: RuleType = bool) {
  return checkRule(rule, { subject, parameters: declarations, expects: [expects] });
}

function problemsOf(rule: string, subject?: RuleSubject, expects?: RuleType) {
  const found = check(rule, subject, expects);
  return found.ok ? [] : found.problem.map(({ code, line, column }) => [code, line, column]);
}

describe('a field that may be absent', () => {
  it('has to be guarded before it is read', () => {
    expect(problemsOf('survey.incomePerHeadFen < parameter.line')).toEqual([['mayBeAbsent', 1, 1]]);
    expect(
      problemsOf('has(survey.incomePerHeadFen) && survey.incomePerHeadFen < parameter.line'),
    ).toEqual([]);
  });

  it.each([
    '!has(household.relocated) || household.relocated',
    'has(household.relocated) ? household.relocated : false',
    '!(has(household.relocated) && household.relocated)',
    '!(!has(household.relocated) || !household.relocated)',
    '(has(household.relocated) && has(household.mainCause)) && household.relocated',
    '!has(household.relocated) ? true : household.relocated',
  ])('is guarded by %s', (rule) => {
    expect(problemsOf(rule)).toEqual([]);
  });

  it.each([
    'household.relocated && has(household.relocated)',
    'has(household.relocated) || household.relocated',
    '!has(household.relocated) && household.relocated',
    'has(household.relocated) ? true : household.relocated',
    '(has(household.relocated) || household.monitored) && household.relocated',
    'has(household.mainCause) && household.relocated',
    'persons.exists(p, has(p.age)) && persons.exists(p, p.age > parameter.old)',
  ])('is not guarded by %s', (rule) => {
    expect(problemsOf(rule).map(([code]) => code)).toEqual(['mayBeAbsent']);
  });

  it('is guarded for the elements that a filter takes', () => {
    const months = 'persons.filter(p, has(p.workMonths)).map(q, q.workMonths)';
    expect(problemsOf(`sum(${months}) > 0`)).toEqual([]);
    expect(problemsOf('sum(persons.map(q, q.workMonths)) > 0')).toEqual([['mayBeAbsent', 1, 20]]);
  });

  it('is there whenever what it is worked out from is', () => {
    expect(problemsOf('has(person.birthDay) && person.age >= parameter.old', 'person')).toEqual([]);
  });

  it('is not asked for where it is always there', () => {
    expect(problemsOf('has(household.size)')).toEqual([['neverAbsent', 1, 1]]);
  });

  it('is certain in an amount that is read under its condition', () => {
    const given = check('has(survey.netIncomeFen) && survey.netIncomeFen < parameter.line');
    if (!given.ok) throw new Error('The condition is right');
    const amount = 'parameter.line - survey.netIncomeFen';
    const setting = { subject: 'household' as const, parameters: declarations, expects: [money] };
    expect(checkRule(amount, setting).ok).toBe(false);
    expect(checkRule(amount, { ...setting, given: given.value }).ok).toBe(true);
  });
});

describe('numbers and texts', () => {
  it('come from parameters, but for 0 and 1', () => {
    expect(problemsOf('household.size > 3')).toEqual([['uncitedNumber', 1, 18]]);
    expect(problemsOf('household.size > 1')).toEqual([]);
    expect(problemsOf("household.number == 'B1'")).toEqual([['uncitedText', 1, 21]]);
  });

  it('are of one type on both sides', () => {
    expect(problemsOf('parameter.line > parameter.old')).toEqual([['typesDiffer', 1, 16]]);
    expect(problemsOf('parameter.line > 0')).toEqual([]);
    expect(problemsOf('parameter.line * parameter.old > parameter.line')).toEqual([]);
    expect(problemsOf('parameter.line * parameter.line > 0')[0]?.[0]).toBe('typesDiffer');
    expect(problemsOf('parameter.share > 0')).toEqual([]);
    expect(problemsOf('parameter.share + 1 > 0')[0]?.[0]).toBe('typesDiffer');
  });

  it('are codes of the list with which they are compared', () => {
    expect(problemsOf("has(household.mainCause) && household.mainCause == 'ilness'")).toEqual([
      ['codeNotInList', 1, 52],
    ]);
    expect(
      problemsOf("has(household.mainCause) && household.mainCause in ['illness', 'x']")[0]?.[0],
    ).toBe('codeNotInList');
  });

  it('are never divided by what may be zero', () => {
    expect(problemsOf('parameter.old / household.size > 0')).toEqual([['mayDivideByZero', 1, 17]]);
    expect(problemsOf('household.size > 0 && parameter.old / household.size > 0')).toEqual([]);
    expect(problemsOf('household.size == 0 || parameter.old / household.size > 0')).toEqual([]);
    expect(problemsOf('household.size >= 0 && parameter.old / household.size > 0')).toHaveLength(1);
    expect(problemsOf('divide(parameter.line, household.size) > 0')).toHaveLength(1);
    expect(problemsOf('parameter.old % parameter.old == 0')).toEqual([['mayDivideByZero', 1, 17]]);
  });
});

describe('what is no rule', () => {
  it('is pointed at by line and column', () => {
    expect(problemsOf('household.size > 1 &&\n  household.sise > 1')).toEqual([
      ['unknownField', 2, 3],
    ]);
    expect(problemsOf('household.size > 1 &&')).toEqual([['ruleSyntax', 1, 20]]);
    expect(problemsOf('true', 'household', money)).toEqual([['notThisResult', 1, 1]]);
  });

  it('is told with all that is wrong at once, and with the nearest name', () => {
    const found = check('has(household.mainCuase) && parameter.lin > 0');
    expect(found).toMatchObject({
      ok: false,
      problem: [
        { code: 'unknownField', details: { nearest: 'mainCause' } },
        { code: 'unknownParameter', details: { nearest: 'line' } },
      ],
    });
  });

  it('is a chain of comparisons', () => {
    expect(problemsOf('0 <= household.size <= 1')).toEqual([['comparisonsChained', 1, 21]]);
  });

  it('is a person where there is none, or a member within members', () => {
    expect(problemsOf('has(person.age)')).toEqual([['unknownName', 1, 5]]);
    expect(problemsOf('persons.exists(p, persons.exists(q, has(q.age)))')[0]?.[0]).toBe(
      'constructNotAllowed',
    );
    expect(problemsOf('persons.exists(household, true)')[0]?.[0]).toBe('variableHidesName');
    expect(problemsOf('size(persons) > 0', 'village')[0]?.[0]).toBe('unknownName');
  });

  it.each([
    ['null == null', 'constructNotAllowed'],
    ["{'a': 1}.a == 1", 'constructNotAllowed'],
    ['persons[0].age > 0', 'constructNotAllowed'],
    ['[1, 0] == [1, 0]', 'constructNotAllowed'],
    ["household.number.matches('(a+)+$')", 'patternsNotAllowed'],
    ["matches(household.number, '(a+)+$')", 'patternsNotAllowed'],
    ['nothing(household.size)', 'unknownFunction'],
    ['size(persons, persons) > 0', 'wrongNumberOfArguments'],
    ['persons == persons', 'wrongType'],
    ['if household.size', 'reservedWord'],
  ])('is %s', (rule, code) => {
    expect(problemsOf(rule)[0]?.[0]).toBe(code);
  });

  it.each([
    ['brackets', `${'('.repeat(10_000)}true${')'.repeat(10_000)}`, 'ruleTooLong'],
    ['a few brackets too many', `${'('.repeat(60)}true${')'.repeat(60)}`, 'ruleTooDeep'],
    ['choices in choices', `${'true ? true : '.repeat(200)}true`, 'ruleTooDeep'],
    ['words', `${'household.monitored && '.repeat(200)}true`, 'ruleTooLong'],
    ['parts', `${'true && '.repeat(450)}true`, 'ruleHasTooManyParts'],
  ])('is 10 000 deep or long: %s', (_name, rule, code) => {
    const began = performance.now();
    expect(problemsOf(rule).map(([problem]) => problem)).toEqual([code]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
