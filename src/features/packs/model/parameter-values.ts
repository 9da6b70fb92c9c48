import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, contains, type RegionCode } from '../../../kernel/region-code.ts';
import type {
  ParameterDeclaration,
  ParameterInForce,
  ParametersInForce,
  RuleType,
} from '../../rules/model/index.ts';
import type { Unit } from './format/words.ts';
import { type EntryOf, inside, type Pack, type Place, type Placed } from './pack.ts';

type Parameter = EntryOf<'parameters'>;
export type ParameterValue = Parameter['values'][number]['value'];

/** A value with the region that it holds in and who says so. */
export type DatedValue = {
  /** In the unit of the parameter: yuan, not fen. */
  readonly value: ParameterValue;
  readonly region: RegionCode;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly cites: readonly string[];
  /** The pack, or null for a value that an office entered and another person approved. */
  readonly pack: string | null;
  readonly at: Place | null;
};

/** A parameter with every value that the packs of a chain and the offices give it. */
export type ParameterTable = {
  readonly id: string;
  readonly title: Parameter['title'];
  readonly unit: Unit;
  readonly list: string | null;
  readonly note: Parameter['note'] | null;
  /** The uppermost pack that has it; its title and unit hold. */
  readonly pack: string;
  /** Nearest pack first; within a pack as in its files. */
  readonly values: readonly DatedValue[];
};

/** What offices entered in addition to the packs, approved, by parameter. */
export type OfficeValues = ReadonlyMap<string, readonly DatedValue[]>;

/**
 * Every parameter of a chain of packs (nearest first), with what offices entered. Where a region
 * follows packs that were written for another, their values hold in the division around the region
 * that is at the level of each pack.
 */
export function parameterTables(
  chain: readonly Pack[],
  { offices = new Map(), followedIn }: { offices?: OfficeValues; followedIn?: RegionCode } = {},
): ReadonlyMap<string, ParameterTable> {
  const tables = new Map<string, ParameterTable>();
  for (const pack of chain) {
    for (const { value: parameter, at } of pack.parameters) {
      const before = tables.get(parameter.id)?.values ?? offices.get(parameter.id) ?? [];
      const { id, title, unit } = parameter;
      tables.set(id, {
        id,
        title,
        unit,
        list: parameter.list ?? null,
        note: parameter.note ?? null,
        pack: pack.head.value.id,
        values: [...before, ...valuesOf({ value: parameter, at }, pack, followedIn)],
      });
    }
  }
  return tables;
}

function valuesOf(
  { value: parameter, at }: Placed<Parameter>,
  pack: Pack,
  followedIn: RegionCode | undefined,
): DatedValue[] {
  const { id } = pack.head.value;
  const regions = regionsOf(pack, followedIn);
  return parameter.values.flatMap(({ value, from, until, cites, region }, place) =>
    (region === undefined ? regions : [region]).map((where) => ({
      value,
      region: where,
      from,
      until: until ?? null,
      cites,
      pack: id,
      at: inside(at, 'values', place),
    })),
  );
}

function regionsOf(pack: Pack, followedIn: RegionCode | undefined): readonly RegionCode[] {
  const { regions, level } = pack.head.value;
  if (followedIn === undefined || regions.some((region) => contains(region, followedIn))) {
    return regions;
  }
  return [...regions, ancestorAt(followedIn, level) ?? followedIn];
}

/**
 * Of each region the value in force on a day: the latest that has begun, unless it has ended. Of two
 * that begin on the same day the one of the nearer pack holds, and before both the office's own.
 */
export function valuesInForce(values: readonly DatedValue[], day: PlainDate): DatedValue[] {
  const latest = new Map<RegionCode, DatedValue>();
  for (const candidate of values) {
    if (candidate.from > day) continue;
    const current = latest.get(candidate.region);
    if (current === undefined || candidate.from > current.from) {
      latest.set(candidate.region, candidate);
    }
  }
  return [...latest.values()].filter(({ until }) => until === null || until >= day);
}

/** The value in force at a place on a day: that of the nearest region. Undefined is a named problem, never 0. */
export function valueAt(
  table: ParameterTable,
  region: RegionCode,
  day: PlainDate,
): DatedValue | undefined {
  return valuesInForce(table.values, day)
    .filter((candidate) => contains(candidate.region, region))
    .toSorted((one, other) => other.region.length - one.region.length)[0];
}

/** As rules see it: yuan become fen. */
export function valueForRules(value: ParameterValue, unit: Unit): ParameterInForce['value'] {
  return unit === 'yuan' && typeof value === 'number' ? Math.round(value * 100) : value;
}

/** What rules are answered with on a day: for each parameter the values in force, by region. */
export function parametersInForce(
  tables: ReadonlyMap<string, ParameterTable>,
  day: PlainDate,
): ParametersInForce {
  return new Map(
    [...tables].map(([id, { values, unit }]) => [
      id,
      valuesInForce(values, day).map(({ value, region, from, cites }) => ({
        value: valueForRules(value, unit),
        region,
        from,
        cites,
      })),
    ]),
  );
}

const decimalUnits: ReadonlySet<Unit> = new Set([
  'percent',
  'ratio',
  'km',
  'metres',
  'mu',
  'sqm',
  'litres',
  'points',
]);

const otherTypes: Partial<Record<Unit, RuleType>> = {
  yuan: { kind: 'money' },
  day: { kind: 'day' },
  monthDay: { kind: 'monthDay' },
  text: { kind: 'text' },
  texts: { kind: 'list', of: { kind: 'text' } },
};

/** The type that a unit has in rules: money, decimal, whole number, day or words. */
export function typeOfUnit(unit: Unit, list: string | null): RuleType {
  if (unit === 'codes') {
    // The check of packs refuses a list that does not exist.
    const code = { kind: 'code', list: list ?? '' } as RuleType;
    return { kind: 'list', of: code };
  }
  return otherTypes[unit] ?? { kind: decimalUnits.has(unit) ? 'decimal' : 'int' };
}

/** What rules may name under `parameter.`, with types. */
export function declarationsOf(
  tables: ReadonlyMap<string, ParameterTable>,
): ReadonlyMap<string, ParameterDeclaration> {
  return new Map(
    [...tables.values()].map(({ id, unit, list, values }) => [
      id,
      {
        id,
        type: typeOfUnit(unit, list),
        neverZero: values.every(({ value }) => value !== 0),
      },
    ]),
  );
}
