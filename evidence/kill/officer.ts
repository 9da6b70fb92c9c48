import { setTimeout as pause } from 'node:timers/promises';
import { DEMONSTRATION_PASSWORD } from '../../src/features/accounts/model/index.ts';

/** What the interface says of itself where these runs look at it; every answer is JSON. */
export type Answer = {
  status: number;
  body: { code?: string; database?: string; total?: number; state?: string };
};

/** Somebody at a browser who is signed in. An answer that never came is undefined. */
export type Officer = {
  send(method: string, path: string, body?: unknown): Promise<Answer | undefined>;
  sendForm(path: string, form: FormData): Promise<Answer | undefined>;
};

const PATIENCE_MS = 30_000;

/** Signs one of the demonstration's officers in; the session outlives restarts of the product. */
export async function signIn(url: string, userName: string): Promise<Officer> {
  const until = performance.now() + PATIENCE_MS;
  const credentials = JSON.stringify({ userName, password: DEMONSTRATION_PASSWORD });
  const enter = async (): Promise<Response | undefined> =>
    await ask(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: credentials,
    });
  let entered = await enter();
  // A product under way may say that it cannot yet.
  while (entered?.status === 503 && performance.now() < until) {
    await pause(200);
    entered = await enter();
  }
  if (entered?.status !== 200) throw new Error(`${userName} could not sign in: ${entered?.status}`);
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return {
    send: async (method, path, body) => {
      const answer = await ask(`${url}${path}`, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return await read(answer);
    },
    sendForm: async (path, form) =>
      await read(await ask(`${url}${path}`, { method: 'POST', headers: { cookie }, body: form })),
  };
}

async function read(answer: Response | undefined): Promise<Answer | undefined> {
  const text = await answer?.text().catch(() => undefined);
  if (answer === undefined || text === undefined) return undefined;
  return { status: answer.status, body: JSON.parse(text) };
}

async function ask(url: string, request: RequestInit): Promise<Response | undefined> {
  return await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
}
