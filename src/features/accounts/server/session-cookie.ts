import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { deviceOf } from '../model/device.ts';
import type { Origin } from './events.ts';

/** The token that the browser sent, whatever it may be worth. */
export function tokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[SESSION_COOKIE];
}

/**
 * Hands the token to the browser, out of reach of scripts and of other sites. Secure where the
 * office has TLS; a cookie marked so would never come back over the plain HTTP of a first trial.
 */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

/** Takes the token back, and whatever the browser keeps of what was shown (GB/T 22239-2019, 8.1.4.10). */
export function takeToken(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
  reply.header('clear-site-data', '"cache"');
}

export function originOf(request: FastifyRequest): Origin {
  return { device: deviceOf(request.headers['user-agent']), address: request.ip };
}
