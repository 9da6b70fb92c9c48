import type { Filter } from '../../households/model/index.ts';
import { onRegister } from './measures.ts';

/** A stretch of income per head in fen: from, included, to below; null where it is open. */
export type IncomeBand = { readonly from: number | null; readonly below: number | null };

const edgesYuan = [0, 2000, 4000, 6000, 8000, 10_000, 12_000, 15_000, 20_000, 30_000];

/** Every edge is a whole number of thousands of yuan, in which the facts count incomes. */
export const THOUSAND_YUAN_FEN = 100_000;

/** Bands of income per head (人均纯收入), from losses upwards. */
export const incomeBands: readonly IncomeBand[] = [
  { from: null, below: 0 },
  ...edgesYuan.map((yuan, index) => {
    const next = edgesYuan[index + 1];
    return { from: yuan * 100, below: next === undefined ? null : next * 100 };
  }),
];

const INCOME = 'survey.incomePerHeadFen';

/** Households whose latest survey is of that year. */
export function surveyedIn(year: number): Filter[] {
  return [...onRegister, { field: 'survey.year', operator: 'in', values: [String(year)] }];
}

/** Of those, the ones whose income lies in the band. */
export function filtersOfBand(year: number, band: IncomeBand): Filter[] {
  const { from, below } = band;
  return [
    ...surveyedIn(year),
    ...(from === null ? [] : [edge('atLeast', from)]),
    ...(below === null ? [] : [edge('below', below)]),
  ];
}

function edge(operator: 'atLeast' | 'below', amount: number): Filter {
  return { field: INCOME, operator, values: [String(amount)] };
}

/** Of those, the ones whose survey does not say. */
export function filtersOfUnstated(year: number): Filter[] {
  return [...surveyedIn(year), { field: INCOME, operator: 'missing', values: [] }];
}

/** Households without any survey. */
export const withoutSurvey: readonly Filter[] = [
  ...onRegister,
  { field: 'survey.year', operator: 'missing', values: [] },
];

/** True if incomes counted in a whole thousand of yuan lie in the band; losses are counted as −1. */
export function bandHolds({ from, below }: IncomeBand, thousandYuan: number): boolean {
  const amount = thousandYuan * THOUSAND_YUAN_FEN;
  return (from === null || amount >= from) && (below === null || amount < below);
}
