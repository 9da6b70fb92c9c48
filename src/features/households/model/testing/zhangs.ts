import { plainDate } from '../../../../kernel/plain-date.ts';
import { regionCode } from '../../../../kernel/region-code.ts';
import type { Change, Decision, WholeHousehold } from '../change.ts';
import {
  type Household,
  householdFacts,
  type Person,
  type PersonFacts,
  personFacts,
  type RegistrationSpell,
} from '../household.ts';

/** The Zhangs of Stone Bridge and the Lins of North Gate, for the stories that tests tell. */
export const today = plainDate('2026-11-23');
export const yesterday = plainDate('2026-11-22');
export const tomorrow = plainDate('2026-11-24');
export const county = regionCode('990101');
export const stoneBridge = regionCode('990101100203');
export const northGate = regionCode('990101100201');

function member(
  id: string,
  facts: Pick<PersonFacts, 'name' | 'sex'> & Partial<PersonFacts>,
): Person {
  return {
    id,
    countyCode: county,
    villageCode: stoneBridge,
    version: 3,
    householdId: 'zhang',
    status: 'present',
    ...personFacts({ joinReason: 'registered', joinedOn: plainDate('2014-05-01'), ...facts }),
  };
}

function household(id: string, changes: Partial<Household> = {}): Household {
  return {
    id,
    countyCode: county,
    villageCode: stoneBridge,
    version: 5,
    status: 'active',
    closedOn: null,
    closeReason: null,
    mergedInto: null,
    ...householdFacts({
      number: `W-${id}`,
      headName: '张伟',
      memberCount: 3,
      mainCause: 'illness',
    }),
    ...changes,
  };
}

export const wei = member('wei', {
  name: '张伟',
  sex: '1',
  relation: '02',
  birthDay: plainDate('1970-03-01'),
});
export const mei = member('mei', {
  name: '李梅',
  sex: '2',
  relation: '10',
  birthDay: plainDate('1972-06-15'),
});
export const tao = member('tao', {
  name: '张涛',
  sex: '1',
  relation: '20',
  birthDay: plainDate('1996-09-09'),
});
const spell: RegistrationSpell = {
  id: 'spell',
  countyCode: county,
  villageCode: stoneBridge,
  version: 1,
  householdId: 'zhang',
  kind: 'registered',
  startedOn: plainDate('2014-05-01'),
  startReason: 'identified',
  endedOn: null,
  endReason: null,
};
export const zhangs: WholeHousehold = {
  household: household('zhang'),
  persons: [wei, mei, tao],
  spells: [spell],
};
const lin = {
  ...member('lin', { name: '林芳', sex: '2', relation: '02' }),
  householdId: 'lin',
  villageCode: northGate,
};
export const lins: WholeHousehold = {
  household: household('lin', { headName: '林芳', memberCount: 1, villageCode: northGate }),
  persons: [lin],
  spells: [],
};
export const closed: WholeHousehold = {
  ...lins,
  household: { ...lins.household, status: 'closed' },
};
export const elsewhere: WholeHousehold = {
  ...lins,
  household: { ...lins.household, countyCode: regionCode('990102') },
};

export function changesOf(decided: Decision): readonly Change[] {
  if (!decided.ok) throw new Error(decided.problem.code);
  return decided.value;
}

export function afterOf(decided: Decision, id: string): unknown {
  return changesOf(decided).find((change) => change.id === id)?.after;
}

export function problemOf(decided: Decision): string | undefined {
  return decided.ok ? undefined : decided.problem.code;
}
