import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endpoint, publicEndpoint } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import {
  changePasswordBody,
  choosePostingBody,
  codeBody,
  demonstrationAccountsAnswer,
  idParams,
  nothing,
  ownSessions,
  type Step,
  secondFactorStart,
  sessionAnswer,
  signInBody,
  stepAnswer,
} from '../model/contract.ts';
import { changePassword } from './change-password.ts';
import { choosePosting } from './choose-posting.ts';
import { describeSession } from './describe-session.ts';
import { giveCode } from './give-code.ts';
import { endOwnSession, listOwnSessions } from './own-sessions.ts';
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './second-factor.ts';
import { giveToken, originOf, takeToken, tokenOf } from './session-cookie.ts';
import { showDemonstration } from './show-demonstration.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import type { Entered } from './start-session.ts';

const tag = 'session';

// For each address. A whole office may stand behind one; guessing is stopped by the lock on the account.
const MOST_SIGN_INS_A_MINUTE = 60;

function answerEntered(
  entered: Entered | Problem,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): { step: Step } | Problem {
  if (entered instanceof Problem) return entered;
  giveToken(request, reply, entered.token);
  return { step: entered.step };
}

function answerToken(
  token: string | Problem,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Record<string, never> | Problem {
  if (token instanceof Problem) return token;
  giveToken(request, reply, token);
  return {};
}

/** Who has hung up already has no address by which attempts could be counted, and hears no answer. */
async function refuseWhoHungUp({ ip }: { ip: string | undefined }): Promise<void> {
  if (ip === undefined) throw new Problem(400, 'inputNotUnderstood', { place: '', reason: '' });
}

/** Signing in and out, and what the officer sees of the session. */
export function declareSessionRoutes(app: FastifyInstance): void {
  app.register(async (limited) => {
    limited.addHook('onRequest', refuseWhoHungUp);
    await limited.register(rateLimit, {
      max: MOST_SIGN_INS_A_MINUTE,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, { ttl }) =>
        new Problem(429, 'tooManyRequests', { seconds: Math.ceil(ttl / 1000) }),
    });
    declareProofs(limited);
  });
  publicEndpoint(app, {
    method: 'DELETE',
    url: '/api/session',
    tag,
    summary: 'Signs out',
    response: nothing,
    handle: async (context, { request, reply }) => {
      await signOut(context, tokenOf(request));
      takeToken(reply);
      return {};
    },
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/session',
    tag,
    summary: 'Who is signed in, under which posting, with which permissions',
    permission: 'self',
    response: sessionAnswer,
    handle: async (context) => await describeSession(context),
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/session/posting',
    tag,
    summary: 'Goes on under another posting of one’s own',
    permission: 'self',
    body: choosePostingBody,
    response: nothing,
    handle: async (context, { body }) => {
      await choosePosting(context, body.postingId);
      return {};
    },
  });
  publicEndpoint(app, {
    method: 'GET',
    url: '/api/demonstration/accounts',
    tag,
    summary: 'The demonstration’s accounts with their password; not found where it is off',
    response: demonstrationAccountsAnswer,
    handle: async (context) => await showDemonstration(context),
  });
}

/** The routes on which a password or a code could be guessed. */
function declareProofs(app: FastifyInstance): void {
  publicEndpoint(app, {
    method: 'POST',
    url: '/api/session',
    tag,
    summary: 'Signs in with user name and password',
    body: signInBody,
    response: stepAnswer,
    handle: async (context, { body, request, reply }) => {
      const from = { ...originOf(request), formerToken: tokenOf(request) };
      return answerEntered(await signIn(context, body, from), { request, reply });
    },
  });
  publicEndpoint(app, {
    method: 'POST',
    url: '/api/session/second-factor',
    tag,
    summary: 'Completes the sign-in with the code of the authenticator app',
    body: codeBody,
    response: stepAnswer,
    handle: async (context, { body, request, reply }) => {
      const given = { code: body.code, token: tokenOf(request) };
      return answerEntered(await giveCode(context, given, originOf(request)), { request, reply });
    },
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/account/password',
    tag,
    summary: 'Takes another password; the other sessions end',
    permission: 'self',
    body: changePasswordBody,
    response: nothing,
    handle: async (context, { body, request, reply }) =>
      answerToken(await changePassword(context, body, originOf(request)), { request, reply }),
  });
  endpoint(app, {
    method: 'POST',
    url: '/api/account/second-factor/confirm',
    tag,
    summary: 'Switches the second factor on with its first code; the other sessions end',
    permission: 'self',
    body: codeBody,
    response: nothing,
    handle: async (context, { body, request, reply }) =>
      answerToken(await confirmSecondFactor(context, body.code), { request, reply }),
  });
  endpoint(app, {
    method: 'DELETE',
    url: '/api/account/second-factor',
    tag,
    summary: 'Switches the second factor off against one of its codes',
    permission: 'self',
    body: codeBody,
    response: nothing,
    handle: async (context, { body, request }) =>
      (await removeSecondFactor(context, body.code, originOf(request))) ?? {},
  });
}

/** The officer's own account: second factor and sessions. */
export function declareOwnAccountRoutes(app: FastifyInstance): void {
  endpoint(app, {
    method: 'POST',
    url: '/api/account/second-factor/start',
    tag,
    summary: 'Gives a new secret for an authenticator app',
    permission: 'self',
    response: secondFactorStart,
    handle: async (context) => await startSecondFactor(context),
  });
  endpoint(app, {
    method: 'GET',
    url: '/api/account/sessions',
    tag,
    summary: 'Where one is signed in',
    permission: 'self',
    response: ownSessions,
    handle: async (context) => await listOwnSessions(context),
  });
  endpoint(app, {
    method: 'DELETE',
    url: '/api/account/sessions/:id',
    tag,
    summary: 'Ends one of one’s own sessions',
    permission: 'self',
    params: idParams,
    response: nothing,
    handle: async (context, { params }) => {
      await endOwnSession(context, params.id);
      return {};
    },
  });
}
