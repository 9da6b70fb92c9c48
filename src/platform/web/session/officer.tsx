import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Permission } from '../../../kernel/access.ts';
import type { Posting, Session } from './session-query.ts';

/** Who is signed in, as screens need to know. */
export type Officer = {
  accountId: string;
  userName: string;
  displayName: string;
  /** The posting that the officer acts under; null without one in force today. */
  posting: Posting | null;
  postings: readonly Posting[];
  permissions: readonly Permission[];
  hasSecondFactor: boolean;
};

const OfficerContext = createContext<Officer | undefined>(undefined);

export function OfficerProvider({ session, children }: { session: Session; children: ReactNode }) {
  const officer = useMemo<Officer>(
    () => ({
      accountId: session.account.id,
      userName: session.account.userName,
      displayName: session.account.displayName,
      posting: session.posting,
      postings: session.postings,
      permissions: session.permissions,
      hasSecondFactor: session.account.secondFactor,
    }),
    [session],
  );
  return <OfficerContext value={officer}>{children}</OfficerContext>;
}

/** The officer who is signed in. Screens of the shell always have one. */
export function useOfficer(): Officer {
  const officer = useContext(OfficerContext);
  if (officer === undefined) throw new Error('useOfficer is for screens behind the sign-in');
  return officer;
}

/** Asks whether the officer's posting includes a permission; only hides what the server would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useOfficer();
  return useCallback(
    (permission) => permission === 'self' || permissions.includes(permission),
    [permissions],
  );
}
