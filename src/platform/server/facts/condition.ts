import type { Parameter } from './fact-file.ts';
import { type FactColumn, type FactTable, type FactType, storedType } from './fact-table.ts';

export type Operator = 'in' | 'notIn' | 'atLeast' | 'below' | 'missing' | 'present' | 'contains';

/**
 * One condition on one column of the facts. Values are codes, texts, numbers (money in fen), days
 * or truth values, as the column holds them. `atLeast` includes its value, `below` does not.
 */
export type Condition = {
  readonly table: string;
  readonly column: string;
  readonly operator: Operator;
  readonly values: readonly (string | number | boolean)[];
};

export type ConditionSql = {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
};

/** Values are given the column's type, because comparing codes as text is several times slower. */
function castTo(column: FactColumn): string {
  switch (column.type) {
    case 'code':
    case 'boolean':
    case 'day':
    case 'instant':
    case 'id':
      return `::${storedType(column)}`;
    default:
      return '';
  }
}

/**
 * Writes conditions as SQL over `of`, each value as a parameter whose name begins with the prefix,
 * so that several may stand in one query. Conditions on another table hold
 * for a household if one and the same row of that table meets them all: "a member who is over 60
 * and works", not "a member over 60, and one who works".
 */
export function conditionSql(
  tables: readonly FactTable[],
  of: string,
  conditions: readonly Condition[],
  prefix = 'value',
): ConditionSql {
  const parameters: Record<string, Parameter> = {};
  const bind: Bind = (value, column) => {
    const name = `${prefix}${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `$${name}${castTo(column)}`;
  };
  const parts: string[] = [];
  for (const table of new Set(conditions.map((condition) => condition.table))) {
    const own = conditions
      .filter((condition) => condition.table === table)
      .map((condition) => oneCondition(columnOf(tables, condition), condition, bind));
    if (table === of) parts.push(...own);
    else
      parts.push(`household_id IN (SELECT household_id FROM ${table} WHERE ${own.join(' AND ')})`);
  }
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), parameters };
}

type Bind = (value: string | number | boolean, column: FactColumn) => string;

/** The declared column; a name that was not declared is our own fault and never reaches SQL. */
export function columnOf(
  tables: readonly FactTable[],
  named: { table: string; column: string },
): FactColumn {
  const column = tables
    .find((table) => table.name === named.table)
    ?.columns.find(({ name }) => name === named.column);
  if (column === undefined) throw new Error(`The facts have no ${named.table}.${named.column}`);
  return column;
}

function oneCondition(column: FactColumn, condition: Condition, bind: Bind): string {
  const { name, type } = column;
  const values = condition.values.map((value) => bind(value, column));
  const [first = 'NULL'] = values;
  const absent = type === 'codes' ? `coalesce(len(${name}), 0) = 0` : `${name} IS NULL`;
  const amongThem = values.length === 0 ? 'false' : among(name, type, values);
  switch (condition.operator) {
    case 'in':
      return amongThem;
    case 'notIn':
      return `(${absent} OR NOT ${amongThem})`;
    case 'atLeast':
      return `${name} >= ${first}`;
    case 'below':
      return `${name} < ${first}`;
    case 'contains':
      return `contains(${name}, ${first})`;
    case 'missing':
      return `(${absent})`;
    case 'present':
      return `NOT (${absent})`;
  }
}

function among(name: string, type: FactType, values: readonly string[]): string {
  if (type === 'codes') return `list_has_any(${name}, [${values.join(', ')}])`;
  return `${name} IN (${values.join(', ')})`;
}
