import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  type DuckDBResultReader,
  DuckDBTimestampTZValue,
  DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';

export type PlainValue = string | number | boolean | null | PlainValue[];

/**
 * What DuckDB gives, as the rest of the product writes it: whole numbers as numbers (refused, not
 * rounded, beyond 2^53), days as `YYYY-MM-DD`, instants as ISO text in UTC, ids as text.
 */
export function plainValue(value: DuckDBValue): PlainValue {
  if (typeof value === 'bigint') return safeNumber(value);
  if (typeof value !== 'object') return value;
  if (value === null) return null;
  if (value instanceof DuckDBListValue) return value.items.map(plainValue);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampTZValue) {
    return new Date(Number(value.micros / 1000n)).toISOString();
  }
  if (value instanceof DuckDBUUIDValue) return value.toString();
  throw new Error(
    `Facts give no ${value.constructor.name}; turn it into text or a number in the query`,
  );
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`A whole number does not fit: ${value}`);
  return number;
}

/** The rows as objects, column by column, for this runs over every value that any question brings. */
export function plainRows<Row>(reader: DuckDBResultReader): Row[] {
  const names = reader.deduplicatedColumnNames();
  const rows = Array.from(
    { length: reader.currentRowCount },
    () => ({}) as Record<string, PlainValue>,
  );
  reader.getColumns().forEach((values, column) => {
    const name = names[column] ?? '';
    rows.forEach((row, index) => {
      row[name] = plainValue(values[index] ?? null);
    });
  });
  return rows as Row[];
}
