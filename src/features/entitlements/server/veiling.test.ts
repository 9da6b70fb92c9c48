import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { type GivenCase, planExplanation, ruleCase } from '../../rules/model/index.ts';
import { checkRule } from '../../rules/server/index.ts';
import type { Told } from '../model/standing.ts';
import { asksPlaces, asksSensitive, toldOf, veiled, veilFor } from '../model/veil.ts';

function ruleOf(text: string) {
  const found = checkRule(text, {
    subject: 'person',
    parameters: new Map(),
    expects: [{ kind: 'bool' }],
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

const ill = { health: ['seriousIllness'], medicalAid: true };
const well = { health: ['healthy'], medicalAid: true };

function told(text: string, person: object, clear = false): Told {
  const given: GivenCase = {
    household: { povertyStatus: 'notExited' },
    persons: [{ sex: '1', ...person }],
    person: 0,
  };
  const setting = {
    on: plainDate('2020-06-30'),
    region: regionCode('990101100201'),
    parameters: new Map(),
  };
  const found = planExplanation(ruleOf(text)).explain(ruleCase(given, setting));
  return toldOf(veiled(found, veilFor({ clear })));
}

const isIll = `has(person.health) && 'seriousIllness' in person.health`;
const isPoor = `has(household.povertyStatus) && household.povertyStatus == 'notExited'`;
const isOut = `has(household.povertyStatus) && household.povertyStatus == 'newlyExited'`;

describe('what is shown only for a purpose', () => {
  it.each([
    [isIll, 'hidden'],
    [`${isPoor} && ${isIll}`, 'hidden'],
    [`${isOut} && ${isIll}`, false],
    [`(${isPoor}) || (${isIll})`, true],
    [`(${isOut}) || (${isIll})`, 'hidden'],
    [`!(${isIll})`, 'hidden'],
    [`!(${isOut} && ${isIll})`, true],
    [`persons.exists(p, ${isIll.replaceAll('person.', 'p.')})`, 'hidden'],
    [`has(person.health)`, true],
    [`has(person.medicalAid) && person.medicalAid`, true],
  ] as const)('%s is %s to whoever may not see it, of the ill and of the well', (text, answer) => {
    expect([told(text, ill), told(text, well)]).toEqual([answer, answer]);
  });

  it('is told where a purpose was stated', () => {
    const text = `${isPoor} && ${isIll}`;
    expect([told(text, ill, true), told(text, well, true)]).toEqual([true, false]);
  });

  it('is not hidden where nothing is stated, which everybody sees', () => {
    expect(told(`${isPoor} && ${isIll}`, { health: null })).toBe(false);
  });

  it('marks rules whose lists would tell it', () => {
    expect(asksSensitive(ruleOf(`${isPoor} && ${isIll}`))).toBe(true);
    expect(asksSensitive(ruleOf(`${isPoor} && has(person.health)`))).toBe(false);
  });
});

describe('what no office has stated of a village', () => {
  const hasBroadband = 'has(village.broadband) && village.broadband';

  it.each([
    [`${isPoor} && ${hasBroadband}`, 'open'],
    [`${isOut} && ${hasBroadband}`, false],
    [`(${isPoor}) || (${hasBroadband})`, true],
    [`${isIll} && ${hasBroadband}`, 'hidden'],
  ] as const)('%s is %s, not simply no', (text, answer) => {
    expect(told(text, ill)).toBe(answer);
  });

  it('marks rules that ask for it', () => {
    expect(asksPlaces(ruleOf(`${isPoor} && ${hasBroadband}`))).toBe(true);
    expect(asksPlaces(ruleOf(isPoor))).toBe(false);
  });
});
