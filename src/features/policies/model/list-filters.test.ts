import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import type { CheckedRule, Expression, ParametersInForce } from '../../rules/model/index.ts';
import { listFiltersOf } from './list-filters.ts';

const at = { line: 1, column: 1 };
const bool = { kind: 'bool' } as const;
const money = { kind: 'money' } as const;
const day = { kind: 'day' } as const;

function fact(record: 'household' | 'survey', name: string, type: Expression['type']): Expression {
  return { kind: 'fact', record, name, of: null, at, type };
}

const safeWater = fact('survey', 'safeWater', bool);
const income = fact('survey', 'incomePerHeadFen', money);
const registeredOn = fact('household', 'registeredOn', day);

function present(of: Expression): Expression {
  if (of.kind !== 'fact') throw new Error('Only facts can be present');
  return { kind: 'present', fact: of, at, type: bool };
}

function literal(value: string | number, type: Expression['type']): Expression {
  return { kind: 'literal', value, at, type };
}

function compare(
  left: Expression,
  operator: '==' | '!=' | '<' | '<=' | '>' | '>=',
  right: Expression,
): Expression {
  return { kind: 'compare', left, operator, right, at, type: bool };
}

function junction(kind: 'and' | 'or', ...parts: Expression[]): Expression {
  return { kind, parts, at, type: bool };
}

function filtersOf(expression: Expression, parameters: ParametersInForce = new Map()) {
  const rule: CheckedRule = {
    subject: 'household',
    expression,
    type: bool,
    parameters: [],
    names: [],
    whenTrue: new Set(),
  };
  const said = listFiltersOf(rule, { region: regionCode('990101'), parameters });
  return said?.replace('household.status:in:active', 'active') ?? null;
}

const line = { from: plainDate('2016-01-01'), cites: [] };

describe('a condition as filters of the list', () => {
  it('leaves out a guard that the other filter implies', () => {
    expect(filtersOf(junction('and', present(safeWater), safeWater))).toBe(
      'active;survey.safeWater:in:true',
    );
    expect(filtersOf(present(safeWater))).toBe('active;survey.safeWater:present:');
  });

  it('says false as false, not as anything but true', () => {
    const not: Expression = { kind: 'not', of: safeWater, at, type: bool };
    expect(filtersOf(junction('and', present(safeWater), not))).toBe(
      'active;survey.safeWater:in:false',
    );
  });

  it('tells below from at most by the next fen and the next day', () => {
    const fen = literal(400_000, money);
    expect(filtersOf(compare(income, '<', fen))).toContain('below:400000');
    expect(filtersOf(compare(income, '<=', fen))).toContain('below:400001');
    expect(filtersOf(compare(income, '>', fen))).toContain('atLeast:400001');
    const last = literal('2020-12-31', day);
    expect(filtersOf(compare(registeredOn, '<=', last))).toContain('below:2021-01-01');
    expect(filtersOf(compare(registeredOn, '>=', last))).toContain('atLeast:2020-12-31');
  });

  it('takes a parameter that is the same in the whole region, and no other', () => {
    const parameter: Expression = { kind: 'parameter', id: 'povertyLine', at, type: money };
    const below = compare(income, '<', parameter);
    const county = { ...line, value: 400_000, region: regionCode('99') };
    expect(filtersOf(below, new Map([['povertyLine', [county]]]))).toContain('below:400000');
    const township = { ...line, value: 500_000, region: regionCode('990101100') };
    expect(filtersOf(below, new Map([['povertyLine', [county, township]]]))).toBeNull();
    expect(filtersOf(below)).toBeNull();
  });

  it('gives up where filters would find others: a choice between fields', () => {
    expect(filtersOf(junction('or', safeWater, present(registeredOn)))).toBeNull();
  });

  it('gives up on what the list does not know', () => {
    expect(filtersOf(fact('household', 'size', bool))).toBeNull();
  });
});
