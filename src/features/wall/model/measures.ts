import type { Filter } from '../../households/model/index.ts';

/**
 * What the wall counts, each as the filter that finds the households counted: the number and the
 * list behind it cannot differ, because both are made of the same filter.
 */
export const measureKeys = ['households', 'poor', 'exited', 'monitored', 'incomplete'] as const;
export type MeasureKey = (typeof measureKeys)[number];

function oneOf(field: string, ...values: string[]): Filter {
  return { field, operator: 'in', values };
}

/** Households on the register today, without those that were closed. */
export const onRegister: readonly Filter[] = [oneOf('household.status', 'active')];

export const measures: Record<MeasureKey, readonly Filter[]> = {
  households: onRegister,
  /** 未脱贫: registered as poor and not lifted, or returned to poverty. */
  poor: [...onRegister, oneOf('household.povertyStatus', 'notExited', 'returned')],
  /** 已脱贫, this year or earlier. */
  exited: [...onRegister, oneOf('household.povertyStatus', 'exitedEarlier', 'newlyExited')],
  /** Monitored against return to poverty, the risk not yet eliminated. */
  monitored: [...onRegister, oneOf('household.monitored', 'true')],
  incomplete: [...onRegister, oneOf('household.complete', 'false')],
};

/** Households with a finding of a data rule that nobody has explained or exempted. */
export function openFindings(rule: string): Filter[] {
  return [
    ...onRegister,
    oneOf('finding.rule', rule),
    oneOf('finding.explained', 'false'),
    { field: 'finding.exemptedUntil', operator: 'missing', values: [] },
  ];
}
