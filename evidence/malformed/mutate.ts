import fc from 'fast-check';
import { hostileValue } from './hostile-values.ts';

type Path = readonly (string | number)[];

/** Puts something hostile in up to three places of a value: replaced, left out, wrapped, or added. */
export function mutated(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'wrap', 'add'),
    by: hostileValue,
  });
  return fc.tuple(value, fc.array(change, { minLength: 1, maxLength: 3 })).map(([start, changes]) =>
    changes.reduce<unknown>((now, one) => {
      const paths = pathsOf(now);
      return changedAt(now, paths[one.at % paths.length] ?? [], one);
    }, start),
  );
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value)
    .slice(0, 60)
    .flatMap(([key, part]) => pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
  return [path, ...inner];
}

function changedAt(value: unknown, path: Path, change: { how: string; by: unknown }): unknown {
  const [key, ...rest] = path;
  if (key !== undefined && typeof value === 'object' && value !== null) {
    const isLast = rest.length === 0;
    if (isLast && change.how === 'remove') return without(value, key);
    const part = (value as Record<string | number, unknown>)[key];
    return withPart(value, key, changedAt(part, rest, change));
  }
  switch (change.how) {
    case 'wrap':
      return [value];
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, unknown: change.by }
        : change.by;
    default:
      return change.by;
  }
}

function without(value: object, key: string | number): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function withPart(value: object, key: string | number, part: unknown): unknown {
  if (Array.isArray(value)) return value.map((old, index) => (index === key ? part : old));
  return { ...value, [key]: part };
}
