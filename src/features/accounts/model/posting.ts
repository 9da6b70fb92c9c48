import type { Role } from '../../../kernel/access.ts';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { type Level, levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';

/**
 * The three administrators (三员): they divide the power over the system among them, so nobody holds
 * two of these roles, or one of them beside a role that sees the register.
 * Source: GB/T 22239-2019, 8.1.4.2 (separation of administrators' powers).
 */
export const administratorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditor',
] as const;
export type AdministratorRole = (typeof administratorRoles)[number];

export function isAdministratorRole(role: string): role is AdministratorRole {
  return (administratorRoles as readonly string[]).includes(role);
}

/** At which level a role works; roles that are not listed work at any. */
export const levelOfRole: Partial<Record<Role, Level>> = {
  villageCadre: 'village',
  townshipOfficer: 'township',
  countyOfficer: 'county',
  countyApprover: 'county',
  prefectureOfficer: 'prefecture',
  provinceOfficer: 'province',
};

export type Span = { fromDay: PlainDate; untilDay: PlainDate | null };
export type Posting = Span & { role: string; regionCode: RegionCode };
export type PostingState = 'planned' | 'inForce' | 'ended';

export function postingState({ fromDay, untilDay }: Span, today: PlainDate): PostingState {
  if (untilDay !== null && (untilDay < today || untilDay < fromDay)) return 'ended';
  return fromDay > today ? 'planned' : 'inForce';
}

/** True if some day lies in both. */
export function overlap(one: Span, other: Span): boolean {
  const from = one.fromDay > other.fromDay ? one.fromDay : other.fromDay;
  return [one, other].every(({ untilDay }) => untilDay === null || untilDay >= from);
}

export type GrantProblem =
  | { code: 'notToOneself' }
  | { code: 'creatorMayNotGrant' }
  | { code: 'accountIsDisabled' }
  | { code: 'daysOutOfOrder' }
  | { code: 'dayHasPassed'; earliest: PlainDate }
  | { code: 'roleNeedsOtherLevel'; level: Level }
  | { code: 'postingExistsAlready' }
  | { code: 'administratorsAreSeparate' };

export type Grantee = {
  accountId: string;
  createdBy: string | null;
  active: boolean;
  postings: readonly Posting[];
};

/** Decides whether a posting may be granted; `granter` is the account that asks. */
export function decideGrant(
  wanted: Posting & { role: Role },
  to: Grantee,
  by: { granter: string; today: PlainDate },
): Result<Posting, GrantProblem> {
  if (by.granter === to.accountId) return refused({ code: 'notToOneself' });
  if (by.granter === to.createdBy) return refused({ code: 'creatorMayNotGrant' });
  if (!to.active) return refused({ code: 'accountIsDisabled' });
  if (wanted.untilDay !== null && wanted.untilDay < wanted.fromDay)
    return refused({ code: 'daysOutOfOrder' });
  if (wanted.fromDay < by.today) return refused({ code: 'dayHasPassed', earliest: by.today });
  const level = levelOfRole[wanted.role];
  if (level !== undefined && level !== levelOf(wanted.regionCode)) {
    return refused({ code: 'roleNeedsOtherLevel', level });
  }
  const beside = to.postings.filter((posting) => overlap(posting, wanted));
  if (beside.some((posting) => !mayBeHeldTogether(posting.role, wanted.role))) {
    return refused({ code: 'administratorsAreSeparate' });
  }
  const same = beside.some(
    ({ role, regionCode }) => role === wanted.role && regionCode === wanted.regionCode,
  );
  return same ? refused({ code: 'postingExistsAlready' }) : ok(wanted);
}

function mayBeHeldTogether(one: string, other: string): boolean {
  return one === other || (!isAdministratorRole(one) && !isAdministratorRole(other));
}

export type EndProblem =
  | { code: 'notToOneself' }
  | { code: 'dayHasPassed'; earliest: PlainDate }
  | { code: 'postingEndsEarlier'; untilDay: PlainDate };

/**
 * The last day in force of a posting that is to hold no longer from `day` on. A posting that has
 * not begun is ended before its first day, so that it never holds.
 */
export function decideEnd(
  posting: Span & { accountId: string },
  day: PlainDate,
  by: { ender: string; today: PlainDate },
): Result<PlainDate, EndProblem> {
  if (by.ender === posting.accountId) return refused({ code: 'notToOneself' });
  if (day < by.today) return refused({ code: 'dayHasPassed', earliest: by.today });
  const untilDay = addDays(day > posting.fromDay ? day : posting.fromDay, -1);
  if (posting.untilDay !== null && posting.untilDay <= untilDay) {
    return refused({ code: 'postingEndsEarlier', untilDay: posting.untilDay });
  }
  return ok(untilDay);
}
