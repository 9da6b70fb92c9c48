import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { recordEvent } from '../platform/server/acts/record-event.ts';
import { formatVerifier } from '../platform/server/audit/checkpoint.ts';
import { sequence } from '../platform/server/audit/sequencer.ts';
import { loadKeys } from '../platform/server/crypto/key-file.ts';
import { newKeyRing, signingKeyOf } from '../platform/server/crypto/key-ring.ts';
import { workerDatabase } from '../platform/server/testing/database-fixture.ts';
import { NOON } from '../platform/server/testing/people.ts';
import { auditCommands } from './command-audit.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-audit-command-'));
const data = join(folder, 'data');

/** What a command prints, and the exit code that it leaves. */
async function run(...words: string[]): Promise<{ printed: string; exitCode: unknown }> {
  const said: string[] = [];
  const listener = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    const program = new Command('mingbai').option('--data <folder>', '', data);
    auditCommands(program, 'en');
    await program.parseAsync(['node', 'mingbai', 'audit', ...words]);
    return { printed: said.join(''), exitCode: process.exitCode };
  } finally {
    listener.mockRestore();
    process.exitCode = undefined;
  }
}

beforeAll(async () => {
  const { app, owner } = await workerDatabase();
  const [{ name } = { name: '' }] = await owner<
    { name: string }[]
  >`select current_database() as name`;
  const { host, port, user, password } = inject('cluster');
  // The tests' cluster listens on a socket, which an address cannot name.
  vi.stubEnv('DATABASE_URL', `postgres:///${name}`);
  for (const [variable, value] of Object.entries({
    PGHOST: host,
    PGUSER: user,
    PGPASSWORD: password,
  })) {
    vi.stubEnv(variable, value);
  }
  vi.stubEnv('PGPORT', String(port));
  const keys = loadKeys(data, {});
  await app.begin(async (tx) => {
    await recordEvent(tx, NOON, { kind: 'session.start', accountId: null, postingId: null });
  });
  const signer = { name: keys.origin, ...signingKeyOf(keys) };
  await app.begin(async (tx) => await sequence(tx, { signer, now: NOON }));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('verifies with the key that was kept elsewhere, and says when it had only its own', async () => {
  const kept = join(folder, 'kept.key');
  const { printed } = await run('key');
  writeFileSync(kept, printed);

  const outside = await run('verify', '--key', kept);
  expect(outside.exitCode).toBeUndefined();
  expect(outside.printed).toContain('The log is whole: 1 entries');
  expect(outside.printed).not.toContain('--key');

  expect((await run('verify')).printed).toContain('--key');
});

it('says that the log was not signed with the key that was kept', async () => {
  const other = newKeyRing();
  const foreign = join(folder, 'foreign.key');
  const publicKey = signingKeyOf(other).publicKey;
  writeFileSync(foreign, `${formatVerifier({ name: other.origin, publicKey })}\n`);
  const { printed, exitCode } = await run('verify', '--key', foreign, '--json');
  expect(exitCode).toBe(3);
  expect(JSON.parse(printed)).toMatchObject({
    ok: false,
    problems: [{ kind: 'badSignature', code: 'checkpointSignature' }],
  });
  expect((await run('verify', '--key', foreign)).printed).toContain('not signed');
});

it('refuses a key that is damaged or not there', async () => {
  const damaged = join(folder, 'damaged.key');
  const { printed } = await run('key');
  writeFileSync(damaged, printed.slice(0, -6));
  await expect(run('verify', '--key', damaged)).rejects.toMatchObject({
    code: 'verificationKeyDamaged',
  });
  await expect(run('verify', '--key', join(folder, 'none'))).rejects.toMatchObject({
    code: 'fileNotReadable',
    details: { reason: 'ENOENT' },
  });
});
