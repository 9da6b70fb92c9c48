import { createConnection } from 'node:net';
import { expect, it } from 'vitest';
import { workerDatabase } from '../testing/database-fixture.ts';
import { problemOfDatabaseError, problemOfFileError } from './database-problem.ts';

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

/** What PostgreSQL throws when it raises this SQLSTATE. */
async function raised(state: string): Promise<unknown> {
  const { app } = await workerDatabase();
  return await thrownBy(
    async () =>
      await app.unsafe(`do $$ begin raise exception 'raised' using errcode = '${state}'; end $$`),
  );
}

const answers: [what: string, state: string, status: number, code: string][] = [
  ['a full disk', '53100', 503, 'storageFull'],
  ['memory that is used up', '53200', 503, 'databaseUnavailable'],
  ['too many connections', '53300', 503, 'databaseUnavailable'],
  ['a statement that took too long', '57014', 503, 'databaseUnavailable'],
  ['a server that is stopped', '57P01', 503, 'databaseUnavailable'],
  ['a server that is starting', '57P03', 503, 'databaseUnavailable'],
  ['a deadlock', '40P01', 409, 'busyTryAgain'],
  ['a lock that could not be had', '55P03', 409, 'busyTryAgain'],
  ['a unique key', '23505', 409, 'conflictsWithExisting'],
  ['a text with a zero byte', '22021', 400, 'inputNotUnderstood'],
];

it.each(answers)('answers %s (%s) with %i %s', async (_what, state, status, code) => {
  expect(problemOfDatabaseError(await raised(state))).toMatchObject({ status, code });
});

it('takes a wrong statement for what it is: a fault of our own', async () => {
  expect(problemOfDatabaseError(await raised('42601'))).toBeUndefined();
  expect(problemOfDatabaseError(await raised('25P02'))).toBeUndefined();
});

it('tells a server that is not there from a file that is not there', async () => {
  const noServer = await thrownBy(
    async () =>
      await new Promise((_resolve, reject) => {
        createConnection('/nonexistent/.s.PGSQL.5432').once('error', reject);
      }),
  );
  expect(problemOfDatabaseError(noServer)).toMatchObject({ code: 'databaseUnavailable' });
  const noFile = Object.assign(new Error('open'), { code: 'ENOENT', syscall: 'open' });
  expect(problemOfDatabaseError(noFile)).toBeUndefined();
});

it('names the constraint, also where Citus appends the number of the shard', () => {
  const onShard = {
    code: '23505',
    message: 'duplicate key value violates unique constraint "household_number_key_102028"',
  };
  expect(problemOfDatabaseError(onShard)?.details).toEqual({ constraint: 'household_number_key' });
});

it('answers a full disk of our own files with 503 storageFull, and no other failure', () => {
  const failed = (code: string): Error => Object.assign(new Error('write'), { code });
  expect(problemOfFileError(failed('ENOSPC'))).toMatchObject({ status: 503, code: 'storageFull' });
  expect(problemOfFileError(failed('EDQUOT'))).toMatchObject({ status: 503, code: 'storageFull' });
  expect(problemOfFileError(failed('EACCES'))).toBeUndefined();
  expect(problemOfFileError('ENOSPC')).toBeUndefined();
});
