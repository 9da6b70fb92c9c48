import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../../../kernel/access.ts';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import {
  administratorRoles,
  decideEnd,
  decideGrant,
  type Grantee,
  isAdministratorRole,
  overlap,
  type Posting,
  postingState,
} from './posting.ts';

const TODAY = plainDate('2026-11-23');
const by = { granter: 'security administrator An', today: TODAY };
const lin: Grantee = {
  accountId: 'Lin',
  createdBy: 'system administrator Shi',
  active: true,
  postings: [],
};

function posting(
  role: Role,
  region: string,
  from = '2026-11-23',
  until: string | null = null,
): Posting & { role: Role } {
  return {
    role,
    regionCode: regionCode(region),
    fromDay: plainDate(from),
    untilDay: until === null ? null : plainDate(until),
  };
}

function refusal(
  wanted: Posting & { role: Role },
  to: Partial<Grantee> = {},
  granter = by.granter,
) {
  const decided = decideGrant(wanted, { ...lin, ...to }, { ...by, granter });
  return decided.ok ? undefined : decided.problem.code;
}

describe('granting', () => {
  it('gives Lin the county of Willow from today', () => {
    expect(refusal(posting('countyOfficer', '990101'))).toBeUndefined();
  });

  it('is refused to oneself and to whoever made the account', () => {
    expect(refusal(posting('countyOfficer', '990101'), { accountId: by.granter })).toBe(
      'notToOneself',
    );
    expect(refusal(posting('countyOfficer', '990101'), { createdBy: by.granter })).toBe(
      'creatorMayNotGrant',
    );
  });

  it('is refused to a disabled account', () => {
    expect(refusal(posting('countyOfficer', '990101'), { active: false })).toBe(
      'accountIsDisabled',
    );
  });

  it('begins today at the earliest and ends on its first day at the earliest', () => {
    expect(refusal(posting('countyOfficer', '990101', '2026-11-22'))).toBe('dayHasPassed');
    expect(refusal(posting('countyOfficer', '990101', '2026-11-23', '2026-11-23'))).toBeUndefined();
    expect(refusal(posting('countyOfficer', '990101', '2026-11-23', '2026-11-22'))).toBe(
      'daysOutOfOrder',
    );
  });

  it.each([
    ['villageCadre', '990101100201'],
    ['townshipOfficer', '990101100'],
    ['countyOfficer', '990101'],
    ['countyApprover', '990101'],
    ['prefectureOfficer', '9901'],
    ['provinceOfficer', '99'],
  ] as const)('gives %s only at its own level', (role, region) => {
    const codes = ['', '99', '9901', '990101', '990101100', '990101100201'];
    const refusals = codes.map((code) => [code, refusal(posting(role, code))]);
    expect(refusals).toEqual(
      codes.map((code) => [code, code === region ? undefined : 'roleNeedsOtherLevel']),
    );
  });

  it('takes the same posting once, and again after the first has ended', () => {
    const held = posting('countyOfficer', '990101', '2026-01-01', '2026-12-31');
    const again = (from: string) =>
      refusal(posting('countyOfficer', '990101', from), { postings: [held] });
    expect(again('2026-12-31')).toBe('postingExistsAlready');
    expect(again('2027-01-01')).toBeUndefined();
    expect(refusal(posting('countyOfficer', '990102'), { postings: [held] })).toBeUndefined();
  });

  it('never lets two administrators, or an administrator and another role, meet in one person', () => {
    for (const held of roles) {
      for (const wanted of roles) {
        const region = {
          villageCadre: '990101100201',
          townshipOfficer: '990101100',
          prefectureOfficer: '9901',
          provinceOfficer: '99',
        };
        const at = (role: Role) => (region as Partial<Record<Role, string>>)[role] ?? '990101';
        const code = refusal(posting(wanted, at(wanted)), { postings: [posting(held, at(held))] });
        const separate =
          held !== wanted && (isAdministratorRole(held) || isAdministratorRole(wanted));
        expect([held, wanted, code === 'administratorsAreSeparate']).toEqual([
          held,
          wanted,
          separate,
        ]);
      }
    }
  });

  it('keeps the administrators apart, whatever was granted before', () => {
    const role = fc.constantFrom(...administratorRoles);
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(TODAY, days));
    const wish = fc.record({
      role,
      regionCode: fc.constant(regionCode('')),
      fromDay: day,
      untilDay: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const held: Posting[] = [];
        for (const wanted of wishes) {
          if (decideGrant(wanted, { ...lin, postings: held }, by).ok) held.push(wanted);
        }
        const met = held.flatMap((one, place) =>
          held.slice(place + 1).filter((other) => overlap(one, other) && one.role !== other.role),
        );
        expect(met).toEqual([]);
      }),
    );
  });
});

describe('ending', () => {
  const held = { accountId: 'Lin', fromDay: plainDate('2026-01-01'), untilDay: null };
  const end = (
    day: string,
    span: Partial<typeof held> | { untilDay: typeof TODAY } = {},
    ender = by.granter,
  ) => decideEnd({ ...held, ...span }, plainDate(day), { ender, today: TODAY });

  it('today takes effect today: yesterday was the last day', () => {
    expect(end('2026-11-23')).toEqual({ ok: true, value: '2026-11-22' });
  });

  it('cannot be done for days that have passed', () => {
    expect(end('2026-11-22')).toMatchObject({ problem: { code: 'dayHasPassed', earliest: TODAY } });
  });

  it('is not done to oneself', () => {
    expect(end('2026-11-23', {}, 'Lin')).toMatchObject({ problem: { code: 'notToOneself' } });
  });

  it('leaves a posting that was never in force, if it had not begun', () => {
    const decided = end('2026-11-23', { fromDay: plainDate('2027-01-01') });
    expect(decided).toEqual({ ok: true, value: '2026-12-31' });
  });

  it('does not make a posting longer', () => {
    expect(end('2026-12-01', { untilDay: plainDate('2026-11-30') })).toMatchObject({
      problem: { code: 'postingEndsEarlier', untilDay: '2026-11-30' },
    });
    expect(end('2026-11-30', { untilDay: plainDate('2026-11-30') })).toEqual({
      ok: true,
      value: '2026-11-29',
    });
  });
});

it.each([
  ['2026-11-24', null, 'planned'],
  ['2026-11-23', null, 'inForce'],
  ['2026-01-01', '2026-11-23', 'inForce'],
  ['2026-01-01', '2026-11-22', 'ended'],
  ['2026-12-24', '2026-12-23', 'ended'],
])('calls a posting from %s until %s %s', (from, until, state) => {
  const span = { fromDay: plainDate(from), untilDay: until === null ? null : plainDate(until) };
  expect(postingState(span, TODAY)).toBe(state);
});
