import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '../../../kernel/access.ts';
import { dayInChina } from '../clock.ts';
import type { Transaction } from '../database/connect.ts';
import { type Officer, requirePermission } from '../identity/officer.ts';
import { findOfficerAndEnter } from '../identity/session-store.ts';
import type { Services } from '../services.ts';
import { hashToken, SESSION_COOKIE } from './endpoint.ts';
import { Problem } from './problem.ts';

const HEARD_OUT_MS = 60_000;

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/**
 * Answers an upload, which goes past `endpoint`: no transaction may stay open while files arrive. A
 * refusal is sent once the whole form has come, because a browser reads no answer before that: it
 * would wait for ever, or see a broken connection instead of the reason.
 */
export async function answerUpload<Answer>(
  { request, reply }: Exchange,
  receive: () => Promise<Answer>,
): Promise<Answer> {
  reply.header('cache-control', 'no-store');
  try {
    return await receive();
  } catch (refusal) {
    await hearOut({ request, reply });
    throw refusal;
  }
}

async function hearOut({ request: { raw }, reply }: Exchange): Promise<void> {
  if (raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  await finished(raw, { writable: false, signal: AbortSignal.timeout(HEARD_OUT_MS) }).catch(() =>
    reply.header('connection', 'close'),
  );
}

/**
 * Who uploads; their scope is entered. Asked before the first byte is taken and again when what came
 * is to be kept, each in a transaction of its own. Throws 401 `notSignedIn` or 403.
 */
export async function enterForUpload(
  tx: Transaction,
  { services, request }: { readonly services: Services; readonly request: FastifyRequest },
  permission: Permission,
): Promise<Officer> {
  const token = request.cookies[SESSION_COOKIE] ?? '';
  const instant = services.clock();
  const when = { now: instant.toISOString(), today: dayInChina(instant) };
  const officer = token === '' ? undefined : await findOfficerAndEnter(tx, hashToken(token), when);
  if (officer === undefined) throw new Problem(401, 'notSignedIn');
  requirePermission(officer, permission);
  return officer;
}
