import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { currentLanguage } from './language/language.ts';

/** A refusal of the server (`application/problem+json`), or the fact that it could not be reached. */
export class Refusal extends Error {
  readonly code: string;
  /** HTTP status; 0 if no answer came. */
  readonly status: number;
  /** A sentence in the reader's language; empty if the server gave none. */
  readonly title: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(problem: {
    code: string;
    status: number;
    title?: string;
    details?: Record<string, unknown>;
  }) {
    super(problem.code);
    this.name = 'Refusal';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title ?? '';
    this.details = problem.details ?? {};
  }
}

/** True if it is not known whether the server took the request: no answer, or a fault of its own. */
export function isOutcomeUnknown(thrown: unknown): boolean {
  return !(thrown instanceof Refusal) || thrown.status === 0 || thrown.status >= 500;
}

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
};

/** The server, typed by its own OpenAPI document. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' });
api.use(language);

type Call<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** The data of an answer; throws a `Refusal` for anything else. */
export async function answer<Data>(call: Call<Data>): Promise<Data> {
  const { data, error, response } = await reached(call);
  if (response.ok) return data as Data;
  throw refusalOf(error, response.status);
}

async function reached<Data>(call: Call<Data>): ReturnType<() => Call<Data>> {
  try {
    return await call;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new Refusal({ code: 'unreachable', status: 0 });
  }
}

/** Reads a problem document; a proxy in between may answer with something else. */
export function refusalOf(body: unknown, status: number): Refusal {
  if (typeof body === 'object' && body !== null && 'code' in body) {
    const { code, title, details } = body as { code: unknown; title?: unknown; details?: unknown };
    return new Refusal({
      code: String(code),
      status,
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof details === 'object' && details !== null
        ? { details: details as Record<string, unknown> }
        : {}),
    });
  }
  return new Refusal({ code: 'unexpected', status });
}

type Given<Query> = { [Key in keyof Query]?: Exclude<Query[Key], undefined> };

/** A query without the keys that have no value, as the typed client wants it. */
export function given<Query extends object>(query: Query): Given<Query> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<Query>;
}
