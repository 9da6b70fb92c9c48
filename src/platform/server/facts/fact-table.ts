import { createHash } from 'node:crypto';

/** What a column of the facts holds. `code` is one of a list, `codes` several; money is in fen. */
export type FactType =
  | 'text'
  | 'code'
  | 'codes'
  | 'boolean'
  | 'integer'
  | 'money'
  | 'decimal'
  | 'day'
  | 'instant'
  | 'id';

export type FactColumn = {
  /** Lower case with underscores; the same name in queries. */
  readonly name: string;
  readonly type: FactType;
  /** All codes of a column of type `code`; numbers stand for them, which makes counting fast. */
  readonly codes?: readonly string[] | undefined;
  /** Where the value comes from: an expression in PostgreSQL's SQL over the table's `from`. */
  readonly sql: string;
};

/**
 * A table of the facts as its feature declares it. Each row belongs to one household, and the rows
 * of a household are always replaced together; so every source has to say county, village and
 * household of its rows. Queries call the table by `name`.
 *
 * Never declare what a list must not show: document numbers, phones, bank accounts, addresses.
 */
export type FactTable = {
  readonly name: string;
  /** The register's table that has its rows; its `county_code` says which counties have any. */
  readonly base: string;
  /** What follows FROM in PostgreSQL; joins name the county on both sides. */
  readonly from: string;
  readonly countyCode: string;
  readonly villageCode: string;
  readonly householdId: string;
  readonly columns: readonly FactColumn[];
};

/** Raised whenever what is written below changes the stored tables. */
const FORMAT = 2;

/**
 * DuckDB would pack ids, which are made in the order of time, into fewer bits, and to unpack numbers
 * of 128 bits takes seventy times as long as to read them: 2 s of processor for 3 million persons.
 */
const AS_IT_IS = 'USING COMPRESSION uncompressed';

const stored: Record<Exclude<FactType, 'code'>, string> = {
  text: 'VARCHAR',
  codes: 'VARCHAR[]',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  money: 'BIGINT',
  decimal: 'DOUBLE',
  day: 'DATE',
  instant: 'TIMESTAMPTZ',
  id: 'UUID',
};

/**
 * The columns that every table has besides its own. A region stands there as the number that its
 * code is, at each level: numbers group and compare several times faster than text, and no code
 * begins with a zero, so that number and code say the same.
 */
export const placeColumns = ['province', 'prefecture', 'county', 'township', 'village'] as const;

const placeDefinitions = [
  'village BIGINT NOT NULL',
  'township INTEGER NOT NULL',
  'county INTEGER NOT NULL',
  'prefecture SMALLINT NOT NULL',
  'province TINYINT NOT NULL',
  `household_id UUID NOT NULL ${AS_IT_IS}`,
];

const identifier = /^[a-z][a-z0-9_]{0,62}$/;

/** What a code becomes that its list does not have: it is counted, and not taken for absent. */
export const UNKNOWN_CODE = '?';

/** DuckDB's type of a column. */
export function storedType({ name, type, codes }: FactColumn): string {
  if (type !== 'code') return stored[type];
  const wrong = codes?.find((code) => !/^[\w-]+$/.test(code));
  if (codes === undefined || wrong !== undefined) throw new Error(`Not the codes of ${name}`);
  return `ENUM(${[...codes, UNKNOWN_CODE].map((code) => `'${code}'`).join(', ')})`;
}

/** DuckDB's type under which the column's values arrive, and how they become what is stored. */
function arrival(column: FactColumn): { type: string; value: string } {
  const { name, type } = column;
  switch (type) {
    case 'code': {
      const known = `TRY_CAST(${name} AS ${storedType(column)})`;
      return {
        type: 'VARCHAR',
        value: `CASE WHEN ${name} IS NULL THEN NULL ELSE coalesce(${known}, '${UNKNOWN_CODE}') END`,
      };
    }
    case 'codes':
      return {
        type: 'VARCHAR',
        value: `CASE WHEN ${name} = '' THEN [] ELSE string_split(${name}, ',') END`,
      };
    default:
      return { type: stored[type], value: name };
  }
}

/** The name under which DuckDB keeps the table; queries never write it. */
export function storedName(table: FactTable): string {
  return `${table.name}_fact`;
}

/** Refuses a declaration that could not become a table. */
export function checkFactTables(tables: readonly FactTable[]): void {
  const names = new Set<string>();
  for (const table of tables) {
    const own = [...placeColumns, 'household_id', ...table.columns.map((column) => column.name)];
    const faulty = [table.name, ...own].find((name) => !identifier.test(name));
    if (faulty !== undefined) throw new Error(`Not a name for a fact table or column: ${faulty}`);
    const twice = own.find((name, index) => own.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`The fact table ${table.name} has ${twice} twice`);
    if (names.has(table.name)) throw new Error(`Two fact tables are called ${table.name}`);
    names.add(table.name);
  }
}

/** Changes whenever the stored tables would be made differently; then the file is built anew. */
export function schemaOf(tables: readonly FactTable[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, tables]))
    .digest('hex');
}

export function createStatement(table: FactTable): string {
  const own = table.columns.map(
    (column) => `${column.name} ${storedType(column)}${column.type === 'id' ? ` ${AS_IT_IS}` : ''}`,
  );
  return `CREATE OR REPLACE TABLE ${storedName(table)} (${[...placeDefinitions, ...own].join(', ')})`;
}

export type Restriction = {
  readonly countyCode: string;
  /** These households only; all of the county if absent. */
  readonly householdIds?: readonly string[] | undefined;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * PostgreSQL's COPY that hands over rows as CSV. COPY takes no parameters, so county and ids are
 * written into the text, and refused unless they are digits and UUIDs and nothing else.
 */
export function extractStatement(table: FactTable, restriction: Restriction): string {
  const { countyCode, householdIds } = restriction;
  if (!/^\d{6}$/.test(countyCode)) throw new Error('A county code has six digits');
  const wrong = householdIds?.find((id) => !uuid.test(id));
  if (wrong !== undefined) throw new Error('A household id is a UUID');
  const values = [
    table.villageCode,
    table.householdId,
    ...table.columns.map((column) =>
      column.type === 'codes' ? `array_to_string(${column.sql}, ',')` : column.sql,
    ),
  ];
  const ids = householdIds?.map((id) => `'${id}'`).join(', ');
  const among = ids === undefined ? '' : ` AND ${table.householdId} IN (${ids})`;
  return (
    `COPY (SELECT ${values.join(', ')} FROM ${table.from}` +
    ` WHERE ${table.countyCode} = '${countyCode}'${among} ORDER BY 1, 2)` +
    ` TO STDOUT (FORMAT csv, NULL '')`
  );
}

/** DuckDB's statement that takes the rows of such a CSV file into the table. */
export function loadStatement(table: FactTable, file: string): string {
  const arrivals = table.columns.map((column) => ({ name: column.name, ...arrival(column) }));
  const read = [
    `'village': 'BIGINT'`,
    `'household_id': 'UUID'`,
    ...arrivals.map(({ name, type }) => `'${name}': '${type}'`),
  ];
  const own = arrivals.map(({ value }) => value);
  const place = [
    'village',
    'village // 1000',
    'village // 1000000',
    'village // 100000000',
    'village // 10000000000',
    'household_id',
  ];
  return (
    `INSERT INTO ${storedName(table)} SELECT ${[...place, ...own].join(', ')}` +
    ` FROM read_csv('${file.replaceAll("'", "''")}', columns = {${read.join(', ')}}, header = false,` +
    ` auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,` +
    ` max_line_size = 4194304)`
  );
}

/** DuckDB's statement that takes a county's rows, or those of some of its households, away. */
export function removeStatement(table: FactTable, restriction: Restriction): string {
  const ids = restriction.householdIds?.map((id) => `'${id}'`).join(', ');
  const among = ids === undefined ? '' : ` AND household_id IN (${ids})`;
  // On the village, because the rows lie in its order and whole blocks are skipped.
  const from = `${restriction.countyCode}000000`;
  const to = `${restriction.countyCode}999999`;
  return `DELETE FROM ${storedName(table)} WHERE village BETWEEN ${from} AND ${to}${among}`;
}
