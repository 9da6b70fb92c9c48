import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import {
  type Filter,
  factFieldOf,
  formatFilters,
  parseFilters,
} from '../../households/model/index.ts';
import {
  type CheckedRule,
  type Expression,
  type ExpressionOf,
  type ParametersInForce,
  parameterIn,
} from '../../rules/model/index.ts';

type Setting = { readonly region: RegionCode; readonly parameters: ParametersInForce };

/**
 * A condition as filters of the list of households, which then finds those for whom it holds, or
 * those in which a person for whom it holds lives. Null where filters cannot say it exactly.
 */
export function listFiltersOf(
  { expression, subject }: CheckedRule,
  setting: Setting,
): string | null {
  if (subject !== 'household' && subject !== 'person') return null;
  const said = filtersOf(expression, setting);
  if (said === null) return null;
  const text = formatFilters([
    { field: 'household.status', operator: 'in', values: ['active'] },
    ...withoutImplied(said),
  ]);
  return parseFilters(text).ok ? text : null;
}

/** What any other filter on the same field implies. */
function withoutImplied(filters: readonly Filter[]): Filter[] {
  const implying = new Set(
    filters.flatMap(({ field, operator }) =>
      operator === 'present' || operator === 'notIn' ? [] : [field],
    ),
  );
  const kept = filters.filter(
    ({ field, operator }) => operator !== 'present' || !implying.has(field),
  );
  return [...new Map(kept.map((filter) => [formatFilters([filter]), filter])).values()];
}

function filtersOf(node: Expression, setting: Setting): Filter[] | null {
  switch (node.kind) {
    case 'and':
      return joined(node.parts.map((part) => filtersOf(part, setting)));
    case 'or':
      return eitherOf(node.parts.map((part) => filtersOf(part, setting)));
    case 'literal':
      return node.value === true ? [] : null;
    case 'present':
      return onField(node.fact, (field) => [{ field, operator: 'present', values: [] }]);
    case 'fact':
      return onField(node, (field) => [{ field, operator: 'in', values: ['true'] }]);
    case 'not':
      return negated(node.of, setting);
    case 'among':
      return among(node, setting);
    case 'compare':
      return compared(node, setting);
    default:
      return null;
  }
}

function joined(parts: readonly (Filter[] | null)[]): Filter[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

/** Either of several values of one field is one filter; any other choice is none. */
function eitherOf(parts: readonly (Filter[] | null)[]): Filter[] | null {
  const filters = parts.map((part) => withoutImplied(part ?? []));
  const [first] = filters[0] ?? [];
  if (first === undefined || first.operator !== 'in') return null;
  const same = filters.every(
    ([only, ...others]) =>
      others.length === 0 && only?.operator === 'in' && only.field === first.field,
  );
  if (!same) return null;
  const values = new Set(filters.flatMap(([only]) => only?.values ?? []));
  return [{ ...first, values: [...values] }];
}

function onField(node: Expression, make: (field: string) => Filter[]): Filter[] | null {
  if (node.kind !== 'fact' || node.of !== null) return null;
  const key = `${node.record}.${node.name}`;
  return factFieldOf(key)?.filterable === true ? make(key) : null;
}

function negated(node: Expression, setting: Setting): Filter[] | null {
  if (node.kind === 'fact') {
    return onField(node, (field) => [{ field, operator: 'in', values: ['false'] }]);
  }
  if (node.kind === 'present') {
    return onField(node.fact, (field) => [{ field, operator: 'missing', values: [] }]);
  }
  if (node.kind !== 'among' || node.value.kind !== 'fact') return null;
  const [only] = among(node, setting) ?? [];
  return only === undefined ? null : noneOf(only);
}

function noneOf({ field, values }: Filter): Filter[] {
  return [
    { field, operator: 'present', values: [] },
    { field, operator: 'notIn', values },
  ];
}

function among(node: ExpressionOf<'among'>, setting: Setting): Filter[] | null {
  const { value, list } = node;
  if (list.kind === 'fact') {
    const single = constant(value, setting);
    if (typeof single !== 'string') return null;
    return onField(list, (field) => [{ field, operator: 'in', values: [single] }]);
  }
  const items = constants(list, setting);
  if (items === null) return null;
  return onField(value, (field) => [{ field, operator: 'in', values: items }]);
}

function constants(node: Expression, setting: Setting): string[] | null {
  if (node.kind === 'list') {
    const items = node.items.map((item) => constant(item, setting));
    return items.every((item) => item !== null) ? items.map(String) : null;
  }
  const value = node.kind === 'parameter' ? parameterOf(node.id, setting) : null;
  return Array.isArray(value) ? value.map(String) : null;
}

type Constant = string | number | boolean;

function constant(node: Expression, setting: Setting): Constant | null {
  if (node.kind === 'literal') return node.value;
  if (node.kind !== 'parameter') return null;
  const value = parameterOf(node.id, setting);
  return typeof value === 'object' ? null : value;
}

/** Of a parameter that has one value in the whole region; null if places below have their own. */
function parameterOf(id: string, { region, parameters }: Setting) {
  const values = parameters.get(id);
  const differs = (values ?? []).some(
    (value) => value.region.length > region.length && value.region.startsWith(region),
  );
  return differs ? null : (parameterIn(values, region)?.value ?? null);
}

function compared(node: ExpressionOf<'compare'>, setting: Setting): Filter[] | null {
  const value = constant(node.right, setting);
  if (value === null) return null;
  switch (node.operator) {
    case '==':
      return onField(node.left, (field) => [{ field, operator: 'in', values: [String(value)] }]);
    case '!=':
      return onField(node.left, (field) =>
        noneOf({ field, operator: 'in', values: [String(value)] }),
      );
    case '>=':
      return bound(node.left, 'atLeast', value);
    case '<':
      return bound(node.left, 'below', value);
    case '>':
      return bound(node.left, 'atLeast', following(node.left, value));
    case '<=':
      return bound(node.left, 'below', following(node.left, value));
  }
}

function bound(
  node: Expression,
  operator: 'atLeast' | 'below',
  value: Constant | null,
): Filter[] | null {
  if (value === null || typeof value === 'boolean') return null;
  return onField(node, (field) => [{ field, operator, values: [String(value)] }]);
}

/** The value just after, of whole numbers and days; null where there is none. */
function following({ type }: Expression, value: Constant): Constant | null {
  if (type.kind === 'day' && typeof value === 'string') return addDays(value as PlainDate, 1);
  const isWhole = type.kind === 'int' || type.kind === 'money';
  return isWhole && typeof value === 'number' ? value + 1 : null;
}
