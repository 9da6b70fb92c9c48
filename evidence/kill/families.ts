import { makeIdNumber } from '../../src/features/households/model/index.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import { regionCode } from '../../src/kernel/region-code.ts';
import { newId } from '../../src/platform/server/identifiers.ts';

/** Where the edited households live: a village of Willow County. */
export const VILLAGE = '990101100201';

const NUMBERS_A_DAY = 400;
const DAY_MS = 86_400_000;
const FIRST_BIRTHDAY = Date.UTC(1950, 0, 1);

/** The n-th ID number of Willow County: each n gives another adult's, with a right check digit. */
export function idNumberOf(n: number): string {
  const birthday = new Date(FIRST_BIRTHDAY + Math.floor(n / NUMBERS_A_DAY) * DAY_MS);
  return makeIdNumber({
    area: regionCode('990101'),
    birthDay: birthday.toISOString().slice(0, 10) as PlainDate,
    sequence: (n % NUMBERS_A_DAY) * 2 + 1,
  });
}

/** A household with its head alone, as it is sent to the register; nothing about it is out of order. */
export function familyOf(n: number, villageCode = VILLAGE) {
  const person = newId();
  const body = {
    requestId: newId(),
    id: newId(),
    villageCode,
    reason: '入户核实',
    facts: { number: `K-${n}`, mainCause: 'illness' },
    persons: [
      {
        id: person,
        facts: {
          name: '李强',
          sex: '1',
          relation: '02',
          documentNumber: idNumberOf(n),
          education: '70',
          residentMedical: true,
          joinedOn: '2000-01-01',
        },
      },
    ],
  };
  return { id: body.id, person, body };
}
