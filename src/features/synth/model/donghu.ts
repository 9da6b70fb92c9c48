import type { RegionCode } from '../../../kernel/region-code.ts';
import type { CodeOf } from '../../households/model/index.ts';
import type { HouseholdPlan } from './household.ts';

/**
 * Donghu village (东湖渔业村) as its plan tells it: 31 poor households with 119 persons. By cause:
 * illness 3 / 10, disability 1 / 7, no labour 5 / 17, other 22 / 85. On allowance 1 / 7. Leaving:
 * 10 households in 2016, 10 in 2017, 7 in 2018, together 27 with 102 persons.
 */
type Group = { cause: CodeOf<'povertyCause'>; sizes: readonly number[] };

const groups: readonly Group[] = [
  { cause: 'illness', sizes: [3, 3, 4] },
  { cause: 'disability', sizes: [7] },
  { cause: 'lackOfLabour', sizes: [3, 3, 3, 4, 4] },
  { cause: 'other', sizes: [...Array<number>(19).fill(4), 3, 3, 3] },
];

const exitsByYear: readonly (readonly [year: number, households: number])[] = [
  [2016, 10],
  [2017, 10],
  [2018, 7],
];

/** The household on allowance, two without labour and one other stay: 4 households, 17 persons. */
function staysPoor(cause: Group['cause'], place: number): boolean {
  if (cause === 'disability') return true;
  if (cause === 'lackOfLabour') return place < 2;
  return cause === 'other' && place === 0;
}

export function donghuPlans(village: RegionCode): HouseholdPlan[] {
  const exits = exitsByYear.flatMap(([year, households]) => Array<number>(households).fill(year));
  let leaving = 0;
  let running = 0;
  return groups.flatMap(({ cause, sizes }) =>
    sizes.map((members, place) => {
      running += 1;
      const stays = staysPoor(cause, place);
      const exitYear = stays ? undefined : exits[leaving];
      if (!stays) leaving += 1;
      return {
        number: `${village.slice(0, 6)}9${String(running).padStart(6, '0')}`,
        villageCode: village,
        members,
        cause,
        onAllowance: cause === 'disability',
        exitYear,
        identifiedYear: 2014,
      };
    }),
  );
}
