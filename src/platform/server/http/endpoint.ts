import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Permission } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { dayInChina } from '../clock.ts';
import type { Transaction } from '../database/connect.ts';
import { type Officer, requirePermission } from '../identity/officer.ts';
import { findOfficerAndEnter, touchSession } from '../identity/session-store.ts';
import type { Services } from '../services.ts';
import { Problem } from './problem.ts';
import { type Language, languageOf } from './problem-catalogue.ts';

/** What every use case gets: the request's one transaction, who asks, when, and the services. */
export type Context = {
  tx: Transaction;
  officer: Officer;
  now: string;
  today: PlainDate;
  language: Language;
  services: Services;
};

export type AnonymousContext = Omit<Context, 'officer'>;

type Schema = z.ZodType;
type Out<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

type Shape<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Schema,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  /** One line for the published document. */
  summary: string;
  tag: string;
  /** Bytes of the largest body taken, where the usual limit is too small. */
  bodyLimit?: number;
  /** A GET whose looking leaves an audit event in its transaction, which therefore may write. */
  isRecorded?: true;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
};

type Input<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
> = {
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  request: FastifyRequest;
  reply: FastifyReply;
};

export const SESSION_COOKIE = 'mingbai_session';

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Declares a route for signed-in officers. One request is one transaction: the session is looked up,
 * its scope entered, the permission checked, the work done, and the answer sent only after commit.
 * A refusal that is thrown undoes what was written; one that is returned is sent after commit, for
 * what must stay all the same: a failed sign-in counts.
 */
export function endpoint<
  R extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  app: FastifyInstance,
  route: Shape<P, Q, B, R> & {
    permission: Permission;
    handle: (context: Context, input: Input<P, Q, B>) => Promise<z.output<R> | Problem>;
  },
): void {
  register(app, route, async (request, reply) => {
    const services = app.services;
    const when = moment(services);
    const { work, officer } = await transactionFor(
      services,
      route,
    )(async (tx) => {
      const officer = await findOfficer(tx, request, when);
      requirePermission(officer, route.permission);
      const context = { tx, officer, ...when, language: languageOfRequest(request), services };
      return { officer, work: await route.handle(context, inputOf(request, reply)) };
    });
    await keepAwake(services, officer, when.now);
    return work;
  });
}

/** Requests that only ask run in a read-only transaction. */
function transactionFor(
  { database }: Services,
  route: Pick<AnyShape, 'method' | 'isRecorded'>,
): Services['database']['transaction'] {
  const onlyAsks = route.method === 'GET' && route.isRecorded !== true;
  return onlyAsks ? database.read : database.transaction;
}

// How stale "last seen" may become: a write a minute and session, not one a request.
const SEEN_RECENTLY_MS = 60_000;

/** What was done is done, and is answered, even if this note of it cannot be written. */
async function keepAwake(services: Services, officer: Officer, now: string): Promise<void> {
  if (Date.parse(now) - Date.parse(officer.lastSeenAt) < SEEN_RECENTLY_MS) return;
  const { database, reportFault } = services;
  await database
    .transaction(async (tx) => await touchSession(tx, officer.sessionId, now))
    .catch((error: unknown) => reportFault(error, 'session'));
}

/** Declares a route that needs no session: signing in, and what the public may see. */
export function publicEndpoint<
  R extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  app: FastifyInstance,
  route: Shape<P, Q, B, R> & {
    handle: (context: AnonymousContext, input: Input<P, Q, B>) => Promise<z.output<R> | Problem>;
  },
): void {
  register(app, route, async (request, reply) => {
    const services = app.services;
    const context = { ...moment(services), language: languageOfRequest(request), services };
    return await transactionFor(
      services,
      route,
    )(async (tx) => await route.handle({ tx, ...context }, inputOf(request, reply)));
  });
}

type AnyShape = Shape<Schema | undefined, Schema | undefined, Schema | undefined, Schema>;

function register(
  app: FastifyInstance,
  route: AnyShape & { permission?: Permission },
  work: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  app.route({
    method: route.method,
    url: route.url,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: { permission: route.permission ?? 'public' },
    schema: {
      summary: route.summary,
      tags: [route.tag],
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      response: { 200: route.response },
    },
    handler: async (request, reply) => {
      // What officers see stays out of the browser's cache, which the next person at the desk could read.
      reply.header('cache-control', 'no-store');
      const answer = await work(request, reply);
      if (answer instanceof Problem) throw answer;
      return reply.sent ? reply : answer;
    },
  });
}

function inputOf<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
>(request: FastifyRequest, reply: FastifyReply): Input<P, Q, B> {
  // Fastify has parsed these with the route's own schemas, which is what the types say.
  return {
    params: request.params as Out<P>,
    query: request.query as Out<Q>,
    body: request.body as Out<B>,
    request,
    reply,
  };
}

function moment(services: Services): { now: string; today: PlainDate } {
  const instant = services.clock();
  return { now: instant.toISOString(), today: dayInChina(instant) };
}

function languageOfRequest(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']);
}

async function findOfficer(
  tx: Transaction,
  request: FastifyRequest,
  when: { now: string; today: PlainDate },
): Promise<Officer> {
  const token = request.cookies[SESSION_COOKIE];
  if (token === undefined || token === '') throw new Problem(401, 'notSignedIn');
  const officer = await findOfficerAndEnter(tx, hashToken(token), when);
  if (officer === undefined) throw new Problem(401, 'notSignedIn');
  return officer;
}
