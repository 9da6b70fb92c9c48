import type { MeasureKey } from './measures.ts';

/** What a map can be coloured by. */
export const indicators = [
  'incidence',
  'poorPersons',
  'exitedPersons',
  'monitoredPersons',
  'households',
  'completeness',
  'income',
] as const;
export type Indicator = (typeof indicators)[number];

/** How an indicator's values are written. */
export type Unit = 'share' | 'persons' | 'households' | 'fen';

export const unitOf: Record<Indicator, Unit> = {
  incidence: 'share',
  poorPersons: 'persons',
  exitedPersons: 'persons',
  monitoredPersons: 'persons',
  households: 'households',
  completeness: 'share',
  income: 'fen',
};

/** Which households an indicator's number opens. */
export const measureBehind: Record<Indicator, MeasureKey> = {
  incidence: 'poor',
  poorPersons: 'poor',
  exitedPersons: 'exited',
  monitoredPersons: 'monitored',
  households: 'households',
  completeness: 'incomplete',
  income: 'households',
};

export type Counted = { readonly households: number; readonly persons: number };

/** What is known of one region; the population only where an office has stated it. */
export type RegionCounts = Readonly<Record<MeasureKey, Counted>> & {
  /** Mean of the latest surveys, each household weighing as much as its members; null without any. */
  readonly incomePerHeadFen: number | null;
  /** 农业户籍人口; null where nobody has stated it. */
  readonly population: number | null;
};

/**
 * Incidence (贫困发生率): persons registered as poor and not lifted, of the agricultural population.
 * Without a stated population it is their share of the persons on the register, which is something
 * else; the answer says which of the two it is. Null where there is nobody to be a share of.
 */
export function incidenceOf(counts: RegionCounts): {
  value: number | null;
  of: 'population' | 'register';
} {
  const { population } = counts;
  const of = population === null ? 'register' : 'population';
  const whole = population ?? counts.households.persons;
  return { value: whole === 0 ? null : counts.poor.persons / whole, of };
}

/** The value of an indicator; null where it says nothing about a region. */
export function valueOf(indicator: Indicator, counts: RegionCounts): number | null {
  switch (indicator) {
    case 'incidence':
      return incidenceOf(counts).value;
    case 'poorPersons':
      return counts.poor.persons;
    case 'exitedPersons':
      return counts.exited.persons;
    case 'monitoredPersons':
      return counts.monitored.persons;
    case 'households':
      return counts.households.households;
    case 'completeness': {
      const all = counts.households.households;
      return all === 0 ? null : 1 - counts.incomplete.households / all;
    }
    case 'income':
      return counts.incomePerHeadFen;
  }
}
