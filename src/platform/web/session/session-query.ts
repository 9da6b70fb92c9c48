import { queryOptions } from '@tanstack/react-query';
import { type Permission, permissions, type Role } from '../../../kernel/access.ts';
import { answer, api, Refusal } from '../api.ts';

export type Posting = { id: string; role: Role; regionCode: string; regionName: string };

export type Session = {
  account: {
    id: string;
    userName: string;
    displayName: string;
    mustChangePassword: boolean;
    secondFactor: boolean;
  };
  posting: Posting | null;
  postings: Posting[];
  permissions: readonly Permission[];
};

/** The session of this browser, or null if nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const found = await answer(api.GET('/api/session', { signal }));
      return { ...found, permissions: found.permissions.filter(isPermission) };
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.status === 401) return null;
      throw thrown;
    }
  },
  staleTime: 60_000,
});

function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name);
}
