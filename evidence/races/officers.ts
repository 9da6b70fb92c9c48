import type { FastifyInstance } from 'fastify';
import { SESSION_COOKIE } from '../../src/platform/server/http/endpoint.ts';
import { NOON, people } from '../../src/platform/server/testing/people.ts';
import { insertSignedIn } from '../../src/platform/server/testing/people-store.ts';
import type { ScratchRegister } from '../scratch-register.ts';

export type Reply = { status: number; code: string };
export type Request = {
  who: 'tao' | 'lin' | 'hua';
  method: 'POST' | 'PATCH';
  url: string;
  body: object;
};

/** Sends requests on behalf of officers; those of one call go out in the same instant. */
export type Together = (requests: readonly Request[]) => Promise<Reply[]>;

export async function officersAt(
  register: ScratchRegister,
  app: FastifyInstance,
): Promise<Together> {
  const cookies = new Map<string, string>();
  await register.owner.begin(async (tx) => {
    for (const name of ['tao', 'lin', 'hua'] as const) {
      const { token } = await insertSignedIn(tx, people[name], NOON);
      cookies.set(name, `${SESSION_COOKIE}=${token}`);
    }
  });
  return async (requests) =>
    await Promise.all(
      requests.map(async ({ who, method, url, body }) => {
        const headers = { cookie: cookies.get(who) ?? '' };
        const answer = await app.inject({ method, url, headers, payload: body });
        return { status: answer.statusCode, code: answer.json<{ code?: string }>().code ?? '' };
      }),
    );
}

export function countReplies(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code } of replies) {
    const name = `${status} ${code}`.trim();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
