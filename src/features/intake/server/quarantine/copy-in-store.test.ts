import { expect, it } from 'vitest';
import { workerDatabase } from '../../../../platform/server/testing/database-fixture.ts';
import { copyLines } from './copy-in-store.ts';

it('tells of an error that comes after the last byte, and leaves the connection usable', async () => {
  const { app } = await workerDatabase();
  await app.begin(async (tx) => {
    await tx`create temp table counted (number integer) on commit drop`;
    const into = { table: 'counted', columns: ['number'] };
    await copyLines(tx, into, Buffer.from('1\n2\n'));
    const [row] = await tx<{ count: number }[]>`select count(*) as count from counted`;
    expect(row?.count).toBe(2);
    await expect(
      tx.savepoint(async (inner) => await copyLines(inner, into, Buffer.from('three\n'))),
    ).rejects.toThrow('invalid input syntax');
    await copyLines(tx, into, Buffer.from('4\n'));
    const [after] = await tx<{ count: number }[]>`select count(*) as count from counted`;
    expect(after?.count).toBe(3);
  });
});
