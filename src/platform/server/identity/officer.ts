import { type Permission, permissionsOf, type Role } from '../../../kernel/access.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import { Problem } from '../http/problem.ts';

/** Who makes a request: an account, signed in, acting under one of its postings. */
export type Officer = {
  sessionId: string;
  accountId: string;
  userName: string;
  displayName: string;
  mustChangePassword: boolean;
  secondFactorAt: string | null;
  lastSeenAt: string;
  /** Absent until the account has a posting in force today; then the officer may only look after itself. */
  posting: { id: string; role: Role; region: RegionCode } | undefined;
};

export function may(officer: Officer, permission: Permission): boolean {
  if (permission === 'self') return true;
  return officer.posting !== undefined && permissionsOf[officer.posting.role].includes(permission);
}

/** Refuses unless the officer's role has the permission. */
export function requirePermission(officer: Officer, permission: Permission): void {
  if (officer.mustChangePassword && permission !== 'self')
    throw new Problem(403, 'passwordMustBeChanged');
  if (!may(officer, permission)) throw new Problem(403, 'roleLacksPermission', { permission });
}

/** The region that the officer's posting reaches; refuses one without a posting. */
export function reachOf(officer: Officer): RegionCode {
  if (officer.posting === undefined) throw new Problem(403, 'noPostingInForce');
  return officer.posting.region;
}

/**
 * Refuses unless the region lies within the officer's reach. Answers as if the thing were not there:
 * "not yours" must not tell that something exists.
 */
export function requireWithinReach(officer: Officer, region: RegionCode): void {
  if (!contains(reachOf(officer), region)) throw new Problem(404, 'notFound');
}
