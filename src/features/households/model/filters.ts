import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { isCodeOf } from './code-lists.ts';
import { type FactField, factFieldOf } from './fact-fields.ts';

export const filterOperators = [
  'in',
  'notIn',
  'atLeast',
  'below',
  'missing',
  'present',
  'contains',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

/**
 * One condition on the households of a list: a field by its key, an operator, and values as text.
 * Lists, saved views and the numbers of dashboards all use it, so that a number can open exactly
 * the households that it counted. `atLeast` includes its value, `below` does not; money is in fen.
 */
export type Filter = {
  readonly field: string;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
};

export type FilterProblem = {
  readonly code: 'filterNotUnderstood';
  readonly part: string;
  readonly reason: 'shape' | 'field' | 'operator' | 'value' | 'tooMany';
};

const MOST_FILTERS = 20;
const MOST_VALUES = 50;

const operatorsOf: Record<FactField['type'], readonly FilterOperator[]> = {
  text: ['in', 'notIn', 'missing', 'present', 'contains', 'atLeast', 'below'],
  code: ['in', 'notIn', 'missing', 'present'],
  codes: ['in', 'notIn', 'missing', 'present'],
  boolean: ['in', 'notIn', 'missing', 'present'],
  integer: ['in', 'notIn', 'missing', 'present', 'atLeast', 'below'],
  decimal: ['missing', 'present', 'atLeast', 'below'],
  money: ['missing', 'present', 'atLeast', 'below'],
  day: ['in', 'missing', 'present', 'atLeast', 'below'],
};

/** Writes filters for an address: `household.mainCause:in:illness,disability;…`. */
export function formatFilters(filters: readonly Filter[]): string {
  return filters
    .map(({ field, operator, values }) =>
      [field, operator, values.map(encodeURIComponent).join(',')].join(':'),
    )
    .join(';');
}

/** Reads what `formatFilters` writes and holds each part against the dictionary. */
export function parseFilters(text: string): Result<readonly Filter[], FilterProblem> {
  if (text === '') return ok([]);
  const parts = text.split(';');
  if (parts.length > MOST_FILTERS) return notUnderstood('', 'tooMany');
  const filters: Filter[] = [];
  for (const part of parts) {
    const filter = readFilter(part);
    if (filter === undefined) return notUnderstood(part, 'shape');
    const reason = faultOf(filter);
    if (reason !== undefined) return notUnderstood(part, reason);
    filters.push(filter);
  }
  return ok(filters);
}

function notUnderstood(
  part: string,
  reason: FilterProblem['reason'],
): Result<never, FilterProblem> {
  return refused({ code: 'filterNotUnderstood', part: part.slice(0, 80), reason });
}

function readFilter(part: string): Filter | undefined {
  const [field = '', operator = '', values = '', ...rest] = part.split(':');
  if (rest.length > 0 || !isOperator(operator)) return undefined;
  try {
    return {
      field,
      operator,
      values: values === '' ? [] : values.split(',').map(decodeURIComponent),
    };
  } catch {
    return undefined;
  }
}

function isOperator(text: string): text is FilterOperator {
  return (filterOperators as readonly string[]).includes(text);
}

function faultOf({ field: key, operator, values }: Filter): FilterProblem['reason'] | undefined {
  const field = factFieldOf(key);
  if (field === undefined || !field.filterable) return 'field';
  if (!operatorsOf[field.type].includes(operator)) return 'operator';
  if (values.length > MOST_VALUES) return 'tooMany';
  if (!isCount(operator, values.length)) return 'value';
  const wrong = values.find((value) => valueOf(field, value, operator) === undefined);
  return wrong === undefined ? undefined : 'value';
}

function isCount(operator: FilterOperator, count: number): boolean {
  switch (operator) {
    case 'in':
    case 'notIn':
      return count > 0;
    case 'missing':
    case 'present':
      return count === 0;
    case 'atLeast':
    case 'below':
    case 'contains':
      return count === 1;
  }
}

function valueOf(
  field: FactField,
  text: string,
  operator: FilterOperator,
): string | number | boolean | undefined {
  switch (field.type) {
    case 'text':
    case 'code':
    case 'codes':
      if (operator === 'contains') return text === '' ? undefined : text;
      return field.list === undefined || isCodeOf(field.list, text) ? text : undefined;
    case 'boolean':
      if (text === 'true') return true;
      return text === 'false' ? false : undefined;
    case 'integer':
    case 'money':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'decimal':
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
    case 'day':
      return parsePlainDate(text);
  }
}

/** A condition on a column of the facts, as the platform's facts take it. */
export type FilterCondition = {
  readonly table: string;
  readonly column: string;
  readonly operator: FilterOperator;
  readonly values: readonly (string | number | boolean)[];
};

/**
 * The conditions that filters stand for; throws for a filter that `parseFilters` would refuse.
 * Conditions on persons mean one present member who meets them all, unless a filter asks for
 * members by their status.
 */
export function conditionsOf(filters: readonly Filter[]): FilterCondition[] {
  const conditions = filters.map(({ field: key, operator, values }) => {
    const field = factFieldOf(key);
    if (field === undefined || !field.filterable)
      throw new Error(`Not a field to filter by: ${key}`);
    return {
      table: field.table,
      column: field.column,
      operator,
      values: values.map((value) => {
        const typed = valueOf(field, value, operator);
        if (typed === undefined) throw new Error(`Not a value of ${key}`);
        return typed;
      }),
    };
  });
  const onPersons = conditions.some(({ table }) => table === 'person');
  if (!onPersons || filters.some(({ field }) => field === 'person.status')) return conditions;
  return [
    ...conditions,
    { table: 'person', column: 'status', operator: 'in', values: ['present'] },
  ];
}
