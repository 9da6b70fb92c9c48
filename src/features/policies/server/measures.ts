import type { EntryOf, Inherited, Pack, ParameterTable } from '../../packs/model/index.ts';
import { declarationsOf } from '../../packs/model/index.ts';
import {
  type CheckedRule,
  factNameOf,
  type ParameterDeclaration,
  type RuleType,
} from '../../rules/model/index.ts';
import { type AskedRule, checkRule, type RuleCount } from '../../rules/server/index.ts';

export type Indicator = Inherited<'indicators'>;
type Measured = Extract<EntryOf<'indicators'>, { source: 'register' }>;
type Subject = Measured['measure']['of'];
type Counts = RuleCount['counts'][number];

/** How the register gives an indicator: conditions that are counted, and the number made of the counts. */
export type Measure = {
  readonly indicator: Indicator;
  readonly subject: Subject;
  readonly rules: readonly AskedRule[];
  /** Those whom the number speaks of; for a share those who count. */
  readonly behind: CheckedRule;
  /** It asks what offices state of villages or counties. */
  readonly asksPlaces: boolean;
  /** In the unit of the indicator; null where nobody was asked. */
  valueOf(counts: readonly Counts[]): number | null;
  /** What the number would be if it held for everybody; null if that says nothing. */
  wholeOf(asked: number): number | null;
};

const bool: readonly RuleType[] = [{ kind: 'bool' }];
const numbers: readonly RuleType[] = [{ kind: 'int' }, { kind: 'decimal' }, { kind: 'money' }];

const known = new WeakMap<Pack, Map<string, Measure | null>>();

/**
 * The measure of an indicator, read once for a pack. Null if it is reported, or if its text is not sound,
 * which `packs check` says with its line.
 */
export function measureOf(
  indicator: Indicator,
  { pack, tables }: { pack: Pack; tables: ReadonlyMap<string, ParameterTable> },
): Measure | null {
  const own = known.get(pack) ?? new Map<string, Measure | null>();
  known.set(pack, own);
  const { id } = indicator.value;
  const found = own.get(id);
  if (found !== undefined) return found;
  const made = readMeasure(indicator, declarationsOf(tables));
  own.set(id, made);
  return made;
}

type Declarations = ReadonlyMap<string, ParameterDeclaration>;

function readMeasure(indicator: Indicator, parameters: Declarations): Measure | null {
  const { value: item } = indicator;
  if (item.source !== 'register') return null;
  const { of: subject, kind, where = 'true', value, per } = item.measure;
  const read = (text: string, expects: readonly RuleType[], given?: CheckedRule) => {
    const setting = { subject, parameters, expects: [...expects] };
    const found = checkRule(text, given === undefined ? setting : { ...setting, given });
    return found.ok ? found.value : null;
  };
  const when = read(where, bool);
  if (when === null) return null;
  const base = { indicator, subject };
  if (kind === 'count' || value === undefined) {
    return made({ ...base, rules: [{ id: item.id, when }], behind: when, read: countOf });
  }
  if (kind === 'share') {
    const both = read(`(${where}) && (${value})`, bool);
    if (both === null) return null;
    const rules = [
      { id: item.id, when },
      { id: `${item.id} of them`, when: both },
    ];
    return made({ ...base, rules, behind: both, read: shareOf(hundred(item)) });
  }
  const amount = read(value, numbers, when);
  if (amount === null) return null;
  const rules: AskedRule[] = [{ id: item.id, when, amount }];
  const unit = item.unit === 'yuan' && amount.type.kind === 'money' ? 1 / FEN_PER_YUAN : 1;
  if (kind === 'sum') return made({ ...base, rules, behind: when, read: sumOf(unit) });
  if (kind === 'mean') return made({ ...base, rules, behind: when, read: meanOf(unit) });
  const divisor = per === undefined ? null : read(per, numbers, when);
  if (divisor === null) return null;
  rules.push({ id: `${item.id} per`, when, amount: divisor });
  return made({ ...base, rules, behind: when, read: ratioOf(hundred(item)) });
}

const FEN_PER_YUAN = 100;

function hundred({ unit }: Measured): number {
  return unit === 'percent' ? 100 : 1;
}

type Made = Pick<Measure, 'indicator' | 'subject' | 'rules' | 'behind'> & {
  read: Measure['valueOf'];
};

function made({ read, ...measure }: Made): Measure {
  const { value: item } = measure.indicator;
  const isCount = item.source === 'register' && item.measure.kind === 'count';
  return {
    ...measure,
    asksPlaces: measure.rules.some(
      ({ when, amount }) => asksStated(when) || (amount !== undefined && asksStated(amount)),
    ),
    valueOf: read,
    wholeOf: (asked) => {
      if (isCount) return asked;
      return item.unit === 'percent' ? 100 : null;
    },
  };
}

/** Of a place only its code and what the register counts is known without an office stating it. */
function asksStated({ names }: CheckedRule): boolean {
  return names.some((name) => {
    const [record = '', key = ''] = name.split('.');
    if (record !== 'village' && record !== 'county') return false;
    return factNameOf(record, key)?.optional === true;
  });
}

function countOf([count]: readonly Counts[]): number | null {
  return count?.met ?? null;
}

function shareOf(times: number): Measure['valueOf'] {
  return ([all, those]) =>
    all === undefined || those === undefined || all.met === 0
      ? null
      : (those.met / all.met) * times;
}

function sumOf(times: number): Measure['valueOf'] {
  return ([count]) => ((count?.amount ?? null) === null ? null : (count?.amount ?? 0) * times);
}

function meanOf(times: number): Measure['valueOf'] {
  return ([count]) => {
    const answered = (count?.met ?? 0) - (count?.amountUnanswered ?? 0);
    return count === undefined || answered === 0 ? null : ((count.amount ?? 0) / answered) * times;
  };
}

function ratioOf(times: number): Measure['valueOf'] {
  return ([above, below]) => {
    const divisor = below?.amount ?? 0;
    return above === undefined || divisor === 0 ? null : ((above.amount ?? 0) / divisor) * times;
  };
}
