import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factFieldOf, factFields } from './fact-fields.ts';
import { conditionsOf, type Filter, formatFilters, parseFilters } from './filters.ts';

describe('filters in an address', () => {
  it('are written and read again', () => {
    const filters: Filter[] = [
      { field: 'household.mainCause', operator: 'in', values: ['illness', 'disability'] },
      { field: 'survey.incomePerHeadFen', operator: 'below', values: ['400000'] },
    ];
    const text = formatFilters(filters);
    expect(text).toBe(
      'household.mainCause:in:illness,disability;survey.incomePerHeadFen:below:400000',
    );
    expect(parseFilters(text)).toEqual({ ok: true, value: filters });
  });

  it('survive any text in a value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
        const filters: Filter[] = [
          { field: 'household.headName', operator: 'contains', values: [value] },
        ];
        expect(parseFilters(formatFilters(filters))).toEqual({ ok: true, value: filters });
      }),
    );
  });

  it('are none in an empty text', () => {
    expect(parseFilters('')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['nonsense', 'shape'],
    ['household.mainCause:equals:illness', 'shape'],
    ['household.headName:in:%E0%A4%A', 'shape'],
    ['household.noSuchField:in:x', 'field'],
    ['household.phone:in:13800000000', 'field'],
    ['household.address:contains:1', 'field'],
    ['person.documentNumber:in:1', 'field'],
    ['person.name:contains:梅', 'field'],
    ['person.health:in:disabled', 'field'],
    ['survey.incomePerHeadFen:in:1', 'operator'],
    ['household.otherCauses:contains:ill', 'operator'],
    ['household.mainCause:in:hunger', 'value'],
    ['household.mainCause:in:', 'value'],
    ['household.mainCause:missing:illness', 'value'],
    ['survey.incomePerHeadFen:below:12.5', 'value'],
    ['survey.incomePerHeadFen:below:1,2', 'value'],
    ['person.birthDay:below:2026-02-30', 'value'],
    ['household.relocated:in:yes', 'value'],
    [Array.from({ length: 21 }, () => 'household.mainCause:present:').join(';'), 'tooMany'],
  ])('say why %s is refused: %s', (text, reason) => {
    expect(parseFilters(text)).toMatchObject({
      ok: false,
      problem: { code: 'filterNotUnderstood', reason },
    });
  });
});

describe('conditions of filters', () => {
  it('name columns and typed values', () => {
    expect(
      conditionsOf([
        { field: 'survey.incomePerHeadFen', operator: 'below', values: ['400000'] },
        { field: 'household.relocated', operator: 'in', values: ['true'] },
      ]),
    ).toEqual([
      {
        table: 'household',
        column: 'survey_income_per_head_fen',
        operator: 'below',
        values: [400000],
      },
      { table: 'household', column: 'relocated', operator: 'in', values: [true] },
    ]);
  });

  it('on persons mean members who are present', () => {
    expect(conditionsOf([{ field: 'person.sex', operator: 'in', values: ['2'] }])).toContainEqual({
      table: 'person',
      column: 'status',
      operator: 'in',
      values: ['present'],
    });
  });

  it('on persons may ask for those who left', () => {
    const filters: Filter[] = [{ field: 'person.status', operator: 'in', values: ['left'] }];
    expect(conditionsOf(filters)).toEqual([
      { table: 'person', column: 'status', operator: 'in', values: ['left'] },
    ]);
  });
});

describe('the fields of the facts', () => {
  it('hold nothing that identifies, reaches or pays a person', () => {
    const kept = factFields.map(({ key }) => key);
    const secret = [
      'documentNumber',
      'phone',
      'bankAccount',
      'address',
      'name',
      'bankName',
      'workEmployer',
    ];
    expect(kept.filter((key) => secret.includes(key.split('.')[1] ?? ''))).toEqual([]);
  });

  it('hold health for counting, not for finding', () => {
    expect(factFieldOf('person.health')).toMatchObject({ filterable: false });
  });

  it('have one column each', () => {
    const places = factFields.map(({ table, column }) => `${table}.${column}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
