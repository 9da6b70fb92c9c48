import { Problem } from '../http/problem.ts';

type DatabaseError = {
  code?: unknown;
  syscall?: unknown;
  message?: unknown;
  constraint_name?: unknown;
};

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
]);

/**
 * The name of a violated constraint. Citus leaves the field empty and appends the shard's number to
 * the name in the message, so the message is read and the number cut off.
 */
function constraintOf(error: DatabaseError): string | undefined {
  if (typeof error.constraint_name === 'string') return error.constraint_name;
  const named = /constraint "([^"]+)"/.exec(String(error.message));
  return named?.[1]?.replace(/_\d{5,}$/, '');
}

/**
 * Turns what PostgreSQL says into a refusal by SQLSTATE; undefined if it is not the database
 * speaking. Classes after PostgreSQL's Appendix A: 08 connection, 53 resources, 57 operator
 * intervention, 40 rollback, 23 integrity.
 */
export function problemOfDatabaseError(thrown: unknown): Problem | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const error = thrown as DatabaseError;
  const code = typeof error.code === 'string' ? error.code : '';
  // A socket that is not there is a server that is not there; any other missing file is our fault.
  const noSocket = code === 'ENOENT' && error.syscall === 'connect';
  if (noSocket || connectionCodes.has(code) || code.startsWith('08') || code.startsWith('57P')) {
    return new Problem(503, 'databaseUnavailable');
  }
  if (code === '53100') return new Problem(503, 'storageFull');
  if (code.startsWith('53') || code === '57014') return new Problem(503, 'databaseUnavailable');
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new Problem(409, 'busyTryAgain');
  if (code === '23505' || code === '23503' || code === '23514') {
    return new Problem(409, 'conflictsWithExisting', { constraint: constraintOf(error) ?? code });
  }
  // Class 22: a text with a zero byte, a number out of range: what was sent cannot be stored.
  if (/^22[0-9P]/.test(code))
    return new Problem(400, 'inputNotUnderstood', { place: '', reason: code });
  return undefined;
}

/** The same for files of our own: a full disk, or a full share of it, is no fault of the program. */
export function problemOfFileError(thrown: unknown): Problem | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Problem(503, 'storageFull') : undefined;
}
