import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, inject, it, onTestFinished } from 'vitest';
import { workerDatabase } from '../testing/database-fixture.ts';
import { connect, type Sql } from './connect.ts';
import { databaseOn } from './database.ts';

/**
 * Two tables of this test alone: what transactions leave behind, and what they are said to see.
 * Connections are lost by ending their server processes, as a restart of PostgreSQL does to all.
 */
let owner: Sql;
let sql: Sql;
let database: ReturnType<typeof databaseOn>;

const SIZE = 3;

beforeAll(async () => {
  owner = (await workerDatabase()).owner;
  await owner`create table pool_test (who text not null, step integer not null)`;
  await owner`grant select, insert on pool_test to mingbai_app`;
  const [named] = await owner<{ database: string }[]>`select current_database() as database`;
  const target = { ...inject('cluster'), database: named?.database ?? '' };
  sql = connect(target, { role: 'mingbai_app', max: SIZE });
  database = databaseOn(sql);
});

beforeEach(async () => {
  await owner`truncate pool_test`;
});

afterAll(async () => {
  await database.end();
  await sql.end();
  await owner`drop table pool_test`;
});

type Tx = Parameters<Parameters<typeof database.transaction>[0]>[0];

async function note(tx: Tx, who: string, step: number): Promise<void> {
  await tx`insert into pool_test values (${who}, ${step})`;
}

async function processOf(tx: Tx): Promise<number> {
  const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
}

/** Ends the process and waits until it has gone. */
async function lose(pid: number): Promise<void> {
  await owner`select pg_terminate_backend(${pid}, 5000)`;
  await pause(20);
}

async function stepsOf(who: string): Promise<number[]> {
  const rows = await owner<
    { step: number }[]
  >`select step from pool_test where who = ${who} order by step`;
  return rows.map(({ step }) => step);
}

/** Something to wait for that the test decides on. */
function gate(): { open: () => void; opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, opened: promise };
}

it('applies all of a transaction or nothing of it', async () => {
  await database.transaction(async (tx) => {
    await note(tx, 'Tao', 1);
    await note(tx, 'Tao', 2);
  });
  const refused = database.transaction(async (tx) => {
    await note(tx, 'Lin', 1);
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  expect([await stepsOf('Tao'), await stepsOf('Lin')]).toEqual([[1, 2], []]);
});

it('never lets what lost its connection go on within the transactions of others', async () => {
  const othersBegan = gate();
  const lostGoesOn = gate();
  const pids: number[] = [];
  const lost = Array.from({ length: SIZE }, async () =>
    database.transaction(async (tx) => {
      await note(tx, 'Tao', 1);
      pids.push(await processOf(tx));
      await othersBegan.opened;
      await note(tx, 'Tao', 2).finally(lostGoesOn.open);
    }),
  );
  const outcomes = Promise.allSettled(lost);
  while (pids.length < SIZE) await pause(5);
  for (const pid of pids) await lose(pid);
  await Promise.all(
    Array.from({ length: SIZE }, async () =>
      database.transaction(async (tx) => {
        await note(tx, 'Lin', 1);
        othersBegan.open();
        await lostGoesOn.opened;
        await note(tx, 'Lin', 2);
      }),
    ),
  );
  expect(await outcomes).toEqual(
    lost.map(() => ({
      status: 'rejected',
      reason: expect.objectContaining({ status: 503, code: 'databaseUnavailable' }),
    })),
  );
  expect(await stepsOf('Tao')).toEqual([]);
  expect(await stepsOf('Lin')).toEqual([1, 1, 1, 2, 2, 2]);
});

it('never lets what lost its connection read with the scope of another', async () => {
  const otherEntered = gate();
  const seen: string[] = [];
  let pid = 0;
  const reading = database.read(async (tx) => {
    pid = await processOf(tx);
    await otherEntered.opened;
    seen.push(
      ...(await tx<{ region: string }[]>`select app_region_from() as region`).map(regionOf),
    );
  });
  const outcome = expect(reading).rejects.toMatchObject({ code: 'databaseUnavailable' });
  while (pid === 0) await pause(5);
  await lose(pid);
  await database.transaction(async (tx) => {
    await tx`select app_enter_scope('990101', '990102')`;
    otherEntered.open();
    await pause(20);
  });
  await outcome;
  expect(seen).toEqual([]);
});

function regionOf({ region }: { region: string }): string {
  return region;
}

it('answers at once when the connection is lost, though the work still waits for something', async () => {
  let pid = 0;
  const waiting = database.transaction(async (tx) => {
    pid = await processOf(tx);
    await new Promise(() => undefined);
  });
  const outcome = expect(waiting).rejects.toMatchObject({ code: 'databaseUnavailable' });
  while (pid === 0) await pause(5);
  await lose(pid);
  await outcome;
});

it('says so when the connection is lost at the very moment of saving', async () => {
  // A deferred constraint is checked at COMMIT; this one takes its time.
  await owner`create function pool_test_slow() returns trigger language plpgsql
    as $$ begin perform pg_sleep(5); return null; end $$`;
  await owner`create constraint trigger pool_test_slow after insert on pool_test
    deferrable initially deferred for each row execute function pool_test_slow()`;
  onTestFinished(async () => void (await owner`drop function pool_test_slow cascade`));
  let pid = 0;
  const saving = database.transaction(async (tx) => {
    await note(tx, 'Tao', 1);
    pid = await processOf(tx);
  });
  const outcome = expect(saving).rejects.toMatchObject({ status: 503, code: 'outcomeInDoubt' });
  while (pid === 0) await pause(5);
  await pause(50);
  await lose(pid);
  await outcome;
});

it('lets nothing follow after the transaction has ended', async () => {
  let kept: Tx | undefined;
  await database.transaction(async (tx) => {
    kept = tx;
    await note(tx, 'Tao', 1);
  });
  if (kept === undefined) throw new Error('The work did not run');
  await expect(note(kept, 'Tao', 2)).rejects.toMatchObject({ code: 'databaseUnavailable' });
  expect(() => kept?.unsafe(`insert into pool_test values ('Tao', 3)`)).toThrow();
  expect(await stepsOf('Tao')).toEqual([1]);
});

it('does not take a transaction for committed in which a statement failed unnoticed', async () => {
  const going = database.transaction(async (tx) => {
    await note(tx, 'Tao', 1);
    await tx`select 1 / 0`.catch(() => undefined);
  });
  await expect(going).rejects.toThrow('ended with ROLLBACK');
  expect(await stepsOf('Tao')).toEqual([]);
});

it('refuses to write where work only reads', async () => {
  const writing = database.read(async (tx) => await note(tx, 'Tao', 1));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
  await database.transaction(async (tx) => await note(tx, 'Lin', 1));
  expect([await stepsOf('Tao'), await stepsOf('Lin')]).toEqual([[], [1]]);
});

it('gives no connection on that a COPY still occupies', async () => {
  const broken = database.transaction(async (tx) => {
    const rows = await tx`copy (select generate_series(1, 100000)) to stdout`.readable();
    for await (const _ of rows) throw new Error('read no further');
  });
  await expect(broken).rejects.toThrow('read no further');
  for (let time = 0; time < 2 * SIZE; time += 1) {
    expect(await database.read(async (tx) => [...(await tx`select 1 as one`)])).toEqual([
      { one: 1 },
    ]);
  }
});

it('lets whoever comes when all connections are held wait for the next', async () => {
  const holding = gate();
  const held = Array.from({ length: SIZE }, async () =>
    database.transaction(async () => await holding.opened),
  );
  const next = database.read(async (tx) => await processOf(tx));
  await pause(50);
  holding.open();
  await Promise.all(held);
  expect(await next).toBeGreaterThan(0);
});

it('keeps to its number of connections, however many are lost', async () => {
  for (let round = 0; round < 3; round += 1) {
    const pids = await Promise.all(
      Array.from({ length: SIZE }, async () =>
        database.transaction(async (tx) => {
          await pause(20);
          return await processOf(tx);
        }),
      ),
    );
    expect(new Set(pids).size).toBe(SIZE);
    for (const pid of pids) await lose(pid);
  }
  const [row] = await owner<{ many: number }[]>`
    select count(*)::integer as many from pg_stat_activity
     where datname = current_database() and usename <> current_user`;
  expect(row?.many ?? 0).toBeLessThanOrEqual(SIZE);
});

it('keeps nothing of what it answered', async () => {
  const answered: WeakRef<object>[] = [];
  for (let time = 0; time < 2 * SIZE; time += 1) {
    await database.read(async (tx) => {
      const answer = { process: await processOf(tx) };
      answered.push(new WeakRef(answer));
      return answer;
    });
  }
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 10 && answered.some(isKept); time += 1) {
    await pause(20);
    collect();
  }
  expect(answered.filter(isKept)).toEqual([]);
});

function isKept(answer: WeakRef<object>): boolean {
  return answer.deref() !== undefined;
}

it('hands connections on from readers to writers and back, whatever failed unnoticed in between', async () => {
  const works = Array.from({ length: 6 * SIZE }, async (_, step) => {
    if (step % 3 === 0) return await database.transaction(async (tx) => note(tx, 'Tao', step));
    await database.read(async (tx) => {
      if (step % 3 === 1) await tx`select 1 / 0`.catch(() => undefined);
      else await processOf(tx);
      if (step % 2 === 0) throw new Error('no');
    });
  });
  const outcomes = (await Promise.allSettled(works)).map(({ status }) => status);
  expect(outcomes).toEqual(
    works.map((_, step) => (step % 3 !== 0 && step % 2 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(await stepsOf('Tao')).toEqual([0, 3, 6, 9, 12, 15]);
});

it('ends the scope of a reading before the connection goes to whoever waits for it', async () => {
  const scopes = await Promise.all(
    Array.from({ length: 4 * SIZE }, async (_, place) =>
      database.read(async (tx) => {
        const before = await tx<{ region: string }[]>`select app_region_from() as region`;
        if (place % 2 === 0) await tx`select app_enter_scope('990101', '990102')`;
        return before.map(regionOf);
      }),
    ),
  );
  expect(new Set(scopes.flat())).toEqual(new Set(['~']));
});

/** Messages of PostgreSQL's protocol: that the client is let in, and answers without rows. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const letIn = Buffer.concat([Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]), ready]);
const complete = Buffer.concat([
  Buffer.from([0x43, 0, 0, 0, 13]),
  Buffer.from('SELECT 0\0'),
  ready,
]);
const prepared = Buffer.concat([
  Buffer.from([0x31, 0, 0, 0, 4, 0x74, 0, 0, 0, 6, 0, 0, 0x6e, 0, 0, 0, 4, 0x32, 0, 0, 0, 4]),
  complete,
]);

/** A server that answers the first who connects, and lets the next in only to fail with `failing`. */
async function serverThat(failing: (socket: Socket) => void): Promise<typeof database> {
  let connections = 0;
  const server = createServer((socket) => {
    const isFirst = connections === 0;
    connections += 1;
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.on('data', (message) => {
        if (isFirst) socket.write(message[0] === 'Q'.charCodeAt(0) ? complete : prepared);
        else failing(socket);
      });
      socket.write(letIn);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = { host: '127.0.0.1', port, user: 'tao', password: 'tao', database: 'tao' };
  const there = databaseOn(connect(target, { max: 2 }));
  onTestFinished(async () => {
    await there.end();
    server.close();
  });
  return there;
}

it.each([
  ['goes away', (socket: Socket): void => void socket.destroy()],
  ['says nothing more', (): void => undefined],
])(
  'refuses in time if the server lets it in and then %s',
  async (_, failing) => {
    const there = await serverThat(failing);
    const { open, opened } = gate();
    const first = there.read(async () => await opened);
    await pause(50);
    const others = [1, 2].map(async () => await there.read(async (tx) => await tx`select`));
    const outcomes = await Promise.allSettled(others);
    open();
    await first;
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
      ['databaseUnavailable', 'databaseUnavailable'],
    );
  },
  30_000,
);
