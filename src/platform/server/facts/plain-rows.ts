import {
  type DuckDBResultReader,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
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
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return safeNumber(value);
  if (typeof value !== 'object') return value;
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

/** The rows as objects; a loop, because this runs for every value that any question brings. */
export function plainRows<Row>(reader: DuckDBResultReader): Row[] {
  const names = reader.deduplicatedColumnNames();
  return reader.getRows().map((values) => {
    const row: Record<string, PlainValue> = {};
    let index = 0;
    for (const name of names) {
      row[name] = plainValue(values[index] ?? null);
      index += 1;
    }
    return row as Row;
  });
}
