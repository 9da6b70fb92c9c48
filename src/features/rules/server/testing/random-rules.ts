import { plainDate } from '../../../../kernel/plain-date.ts';
import { regionCode } from '../../../../kernel/region-code.ts';
import { type FactName, factNames } from '../../model/facts-schema.ts';
import type { ParameterDeclaration, ParametersInForce } from '../../model/parameter.ts';
import { type RuleCodeListId, ruleCodes } from '../../model/rule-code-lists.ts';
import { codeOfList, day, decimal, int, listOf, money, monthDay } from '../../model/rule-type.ts';
import type { Dice } from './dice.ts';

const from = plainDate('2020-01-01');

function declared(id: string, type: ParameterDeclaration['type']): [string, ParameterDeclaration] {
  return [id, { id, type, neverZero: true }];
}

export const declarations: ReadonlyMap<string, ParameterDeclaration> = new Map([
  declared('line', money),
  declared('allowance', money),
  declared('years', int),
  declared('few', int),
  declared('share', decimal),
  declared('percent', decimal),
  declared('since', day),
  declared('schoolYear', monthDay),
  declared('unset', int),
  declared('unsetLine', money),
  declared('causes', listOf(codeOfList('povertyCause'))),
]);

function everywhere(value: number | string | readonly string[]) {
  return [{ value, region: regionCode(''), from, cites: ['willow#1'] }];
}

/** `line` differs by county and township; the `unset` ones have no value anywhere, `allowance` not in the second county. */
export const parameters: ParametersInForce = new Map([
  [
    'line',
    [
      ...everywhere(300_000),
      { value: 250_000, region: regionCode('990101'), from, cites: [] },
      { value: 270_000, region: regionCode('990101101'), from, cites: [] },
    ],
  ],
  ['allowance', [{ value: 1_250, region: regionCode('990101'), from, cites: [] }]],
  ['years', everywhere(16)],
  ['few', everywhere(2)],
  ['share', everywhere(0.35)],
  ['percent', everywhere(12.5)],
  ['since', everywhere('2018-03-31')],
  ['schoolYear', everywhere('09-01')],
  ['causes', everywhere(['illness', 'disability', 'other'])],
]);

type Owner = { readonly record: 'household' | 'survey' | 'person'; readonly name: string };

/** Writes random rules that the checker accepts: every kind of name, operator, macro and function. */
export class RuleWriter {
  readonly #dice: Dice;
  readonly #subject: 'household' | 'person';
  #variables = 0;

  constructor(dice: Dice, subject: 'household' | 'person') {
    this.#dice = dice;
    this.#subject = subject;
  }

  rule(): string {
    return this.#truth(3, this.#owners());
  }

  amount(): string {
    return this.#money(this.#owners());
  }

  #owners(): readonly Owner[] {
    const own: Owner[] = [
      { record: 'household', name: 'household' },
      { record: 'survey', name: 'survey' },
    ];
    return this.#subject === 'person' ? [...own, { record: 'person', name: 'person' }] : own;
  }

  /** A condition out of smaller ones; `depth` how many levels more. */
  #truth(depth: number, owners: readonly Owner[]): string {
    if (depth === 0) return this.#simple(owners);
    const inner = (): string => this.#truth(depth - 1, owners);
    switch (this.#dice.roll(8)) {
      case 0:
        return `(${inner()} && ${inner()})`;
      case 1:
        return `(${inner()} || ${inner()})`;
      case 2:
        return `!(${inner()})`;
      case 3:
        return `(${inner()} ? ${inner()} : ${inner()})`;
      case 4:
      case 5:
        return isOutside(owners) ? this.#members(depth - 1, owners) : this.#simple(owners);
      default:
        return this.#simple(owners);
    }
  }

  #members(depth: number, owners: readonly Owner[]): string {
    this.#variables += 1;
    const name = `p${this.#variables}`;
    const outer = owners.filter(({ record }) => record !== 'person');
    const body = this.#truth(depth, [
      { record: 'person', name },
      { record: 'person', name },
      ...outer,
    ]);
    const filter = `persons.filter(${name}, ${body})`;
    const months = `persons.map(${name}, has(${name}.workMonths), ${name}.workMonths)`;
    switch (this.#dice.roll(8)) {
      case 0:
        return `persons.all(${name}, ${body})`;
      case 1:
        return `persons.exists_one(${name}, ${body})`;
      case 2:
        return `(size(${filter}) ${this.#order()} parameter.few)`;
      case 3:
        return `(sum(${months}) ${this.#order()} ${this.#dice.pick(['0', 'parameter.few', 'household.size'])})`;
      case 4:
        return `${filter}.exists(${name}, has(${name}.age) && ${name}.age ${this.#order()} parameter.years)`;
      case 5:
        return `(parameter.few in ${months})`;
      case 6:
        return `persons.map(${name}, has(${name}.age), ${name}.age).all(n, n ${this.#order()} parameter.years)`;
      default:
        return `persons.exists(${name}, ${body})`;
    }
  }

  #order(): string {
    return this.#dice.pick(['<', '<=', '>', '>=', '==', '!=']);
  }

  #fact(owner: Owner, fits: (fact: FactName) => boolean): FactName | undefined {
    const found = factNames.filter((fact) => fact.record === owner.record && fits(fact));
    return found.length === 0 ? undefined : this.#dice.pick(found);
  }

  /** One field, guarded in one of the ways in which people guard. */
  #simple(owners: readonly Owner[]): string {
    if (this.#dice.chance(0.1)) return this.#place();
    if (this.#dice.chance(0.12)) return this.#amounts(owners);
    const owner = this.#dice.pick(owners);
    const fact = this.#fact(owner, ({ type }) => type.kind !== 'person');
    if (fact === undefined) return 'true';
    const path = `${owner.name}.${fact.name}`;
    const test = this.#test(fact, path);
    if (!fact.optional) return test;
    switch (this.#dice.roll(4)) {
      case 0:
        return `(!has(${path}) || ${test})`;
      case 1:
        return `(has(${path}) ? ${test} : ${this.#dice.pick(['true', 'false'])})`;
      case 2:
        return `!(has(${path}) && ${test})`;
      default:
        return `(has(${path}) && ${test})`;
    }
  }

  #place(): string {
    return this.#dice.pick([
      '(has(county.poorCounty) && county.poorCounty)',
      "(has(county.regionClass) && county.regionClass in ['west', 'middle'])",
      '(has(village.poorVillage) ? !village.poorVillage : true)',
      '(county.poorPersons > parameter.few)',
      '(has(village.roadDistanceKm) && village.roadDistanceKm > 0)',
    ]);
  }

  /** Money guarded twice, worked with and compared. */
  #amounts(owners: readonly Owner[]): string {
    return `(${this.#money(owners)} ${this.#order()} ${this.#dice.pick(['parameter.line', '0', 'parameter.allowance', 'parameter.unsetLine'])})`;
  }

  #money(owners: readonly Owner[]): string {
    const owner = owners.find(({ record }) => record === 'survey');
    const fact = owner && this.#fact(owner, ({ type }) => type.kind === 'money');
    if (owner === undefined || fact === undefined) return 'parameter.line';
    const path = `${owner.name}.${fact.name}`;
    const made = this.#dice.pick([
      `percentOf(parameter.percent, ${path})`,
      `portion(${path}, parameter.share)`,
      `divide(${path}, parameter.few)`,
      `least(${path}, parameter.line)`,
      `greatest(${path} - parameter.line, 0)`,
      `${path} * parameter.few + parameter.line`,
      `parameter.line - ${path}`,
      `(household.size > 0 ? divide(${path}, household.size) : 0)`,
    ]);
    return `(has(${path}) ? ${made} : ${this.#dice.pick(['0', 'parameter.line'])})`;
  }

  #test({ type }: FactName, path: string): string {
    const order = this.#order();
    const equal = this.#dice.pick(['==', '!=']);
    switch (type.kind) {
      case 'bool':
        return this.#dice.pick([
          path,
          `!${path}`,
          `(${path} == ${this.#dice.pick(['true', 'false'])})`,
        ]);
      case 'int':
        return this.#ints(path, order);
      case 'money':
        return `(${path} ${order} ${this.#dice.pick(['parameter.line', '0', '1', 'parameter.allowance'])})`;
      case 'decimal':
        return this.#dice.pick([
          `(${path} ${order} 0)`,
          `(${path} * parameter.share ${order} 1.0)`,
          `(round(${path}) ${order} parameter.few)`,
          `(roundUp(${path} / parameter.percent) ${order} 1)`,
        ]);
      case 'day':
        return this.#days(path, order);
      case 'month':
        return this.#dice.pick([
          `(yearOf(${path}) ${order} year)`,
          `(firstDayOf(${path}) ${order} parameter.since)`,
          `(monthsBetween(firstDayOf(${path}), on) ${order} parameter.years)`,
        ]);
      case 'text':
        return `(${path} ${equal} ${path})`;
      case 'code':
        return this.#codes(type.list, path, equal);
      default:
        return type.kind === 'list' && type.of.kind === 'code'
          ? this.#listOfCodes(type.of.list, path)
          : 'true';
    }
  }

  #ints(path: string, order: string): string {
    return this.#dice.pick([
      `(${path} ${order} parameter.years)`,
      `(${path} ${order} parameter.few)`,
      `(${path} + parameter.few ${order} parameter.years)`,
      `(${path} * parameter.few - 1 ${order} 0)`,
      `(${path} / parameter.few ${order} 1)`,
      `(${path} % parameter.few == 0)`,
      `(-${path} ${order} parameter.few)`,
      `(${path} != 0 && parameter.years / ${path} ${order} 1)`,
      `(${path} ${order} parameter.unset)`,
      `(ratio(${path}, parameter.few) ${order} parameter.share)`,
    ]);
  }

  #days(path: string, order: string): string {
    return this.#dice.pick([
      `(${path} ${order} parameter.since)`,
      `(yearsBetween(${path}, on) ${order} parameter.years)`,
      `(monthsBetween(${path}, parameter.since) ${order} parameter.few)`,
      `(monthsBetween(on, ${path}) ${order} parameter.few)`,
      `(daysBetween(${path}, on) ${order} parameter.years)`,
      `(addMonths(${path}, parameter.few) ${order} parameter.since)`,
      `(addYears(${path}, parameter.years) ${order} on)`,
      `(addDays(${path}, parameter.years) ${order} on)`,
      `(dayOf(yearOf(${path}), parameter.schoolYear) ${order} ${path})`,
    ]);
  }

  #code(list: RuleCodeListId): string {
    return `'${this.#dice.pick(ruleCodes(list)).code}'`;
  }

  #codes(list: RuleCodeListId, path: string, equal: string): string {
    const few = Array.from({ length: 1 + this.#dice.roll(5) }, () => this.#code(list));
    const known = list === 'povertyCause' ? [`(${path} in parameter.causes)`] : [];
    return this.#dice.pick([
      `(${path} ${equal} ${this.#code(list)})`,
      `(${path} in [${few.join(', ')}])`,
      ...known,
    ]);
  }

  #listOfCodes(list: RuleCodeListId, path: string): string {
    return this.#dice.pick([
      `(${this.#code(list)} in ${path})`,
      `${path}.exists(c, c == ${this.#code(list)})`,
      `${path}.all(c, c in [${this.#code(list)}, ${this.#code(list)}])`,
      `${path}.exists_one(c, c != ${this.#code(list)})`,
      `(size(${path}.filter(c, c != ${this.#code(list)})) > 0)`,
      `(size(${path}) == 1)`,
    ]);
  }
}

function isOutside(owners: readonly Owner[]): boolean {
  return !owners.some(({ name }) => /^p\d/.test(name));
}
