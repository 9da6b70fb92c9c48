import {
  type CelFunc,
  CelScalar,
  celEnv,
  celFunc,
  celMethod,
  isCelError,
  parse,
  plan,
} from '@bufbuild/cel';
import { apply } from '../../model/apply-function.ts';
import type { FactRecord } from '../../model/expression.ts';
import { factNameOf } from '../../model/facts-schema.ts';
import { Fault } from '../../model/fault.ts';
import { type FunctionName, functions, isFunctionName } from '../../model/functions.ts';
import type { ParameterDeclaration } from '../../model/parameter.ts';
import type { Facts, FactValue, RuleCase } from '../../model/rule-case.ts';
import type { RuleType } from '../../model/rule-type.ts';

const { DYN } = CelScalar;
const givesDecimal: ReadonlySet<string> = new Set(['double', 'ratio']);

function plainNumber(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Symbol.iterator in Object(value) && typeof value !== 'string'
    ? [...(value as Iterable<unknown>)].map(plainNumber)
    : value;
}

function asCel(name: string, given: readonly unknown[], found: unknown): unknown {
  if (typeof found !== 'number' || givesDecimal.has(name)) return found;
  if ((name === 'least' || name === 'greatest') && typeof given[0] === 'number') return found;
  return BigInt(found);
}

function declare(name: FunctionName): CelFunc[] {
  const takes = functions[name][0]?.takes.length ?? 1;
  const work = (...given: unknown[]): never => {
    const found = apply[name](given.map(plainNumber) as never);
    if (found instanceof Fault) throw new Error(found.reason.code);
    return asCel(name, given, found) as never;
  };
  const types = Array.from({ length: takes }, () => DYN);
  const asMethod = function (this: unknown, ...given: unknown[]): never {
    return work(this, ...given);
  };
  return [
    celFunc(name, types, DYN, work as never),
    celMethod(name, DYN, types.slice(1), DYN, asMethod as never),
  ];
}

/** CEL has these itself. */
const builtIn: ReadonlySet<string> = new Set(['size', 'double', 'startsWith']);

const env = celEnv({
  funcs: Object.keys(functions)
    .filter(isFunctionName)
    .filter((name) => !builtIn.has(name))
    .flatMap(declare),
});

export type Oracle = (about: Record<string, unknown>) => boolean | number | 'unanswered';

/** The rule as the CEL library evaluates it, row by row. */
export function celRule(text: string): Oracle {
  const work = plan(env, parse(`${text}\n`));
  return (about) => {
    const found = work(about as never);
    if (isCelError(found)) return 'unanswered';
    return typeof found === 'boolean' ? found : Number(found);
  };
}

function celValue(value: NonNullable<FactValue>, type: RuleType): unknown {
  if (Array.isArray(value) && type.kind === 'list') {
    const { of } = type;
    return value.map((item) => celValue(item, of));
  }
  return (type.kind === 'int' || type.kind === 'money') && typeof value === 'number'
    ? BigInt(value)
    : value;
}

function celRecord(record: FactRecord, facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const fact = factNameOf(record, name);
      return value === null || fact === undefined ? [] : [[name, celValue(value, fact.type)]];
    }),
  );
}

/** The case as CEL sees it: what is absent has no key. */
export function celCase(
  about: RuleCase,
  declarations: ReadonlyMap<string, ParameterDeclaration>,
): Record<string, unknown> {
  const parameter = Object.fromEntries(
    [...about.parameters].flatMap(([id, { value }]) => {
      const type = declarations.get(id)?.type;
      return type === undefined ? [] : [[id, celValue(value as NonNullable<FactValue>, type)]];
    }),
  );
  return {
    household: celRecord('household', about.household),
    survey: celRecord('survey', about.survey),
    person: celRecord('person', about.person),
    persons: about.persons.map((person) => celRecord('person', person)),
    village: celRecord('village', about.village),
    county: celRecord('county', about.county),
    parameter,
    on: about.on,
    year: BigInt(about.on.slice(0, 4)),
  };
}
