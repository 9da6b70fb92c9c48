import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { workerDatabase } from '../platform/server/testing/database-fixture.ts';
import { evaluateCommands } from './command-evaluate.ts';

const data = mkdtempSync(join(tmpdir(), 'mingbai-evaluate-command-'));

/** What the command prints. */
async function run(...words: string[]): Promise<string> {
  const said: string[] = [];
  const listener = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    const program = new Command('mingbai').option('--data <folder>', '', data);
    evaluateCommands(program, 'en');
    await program.parseAsync(['node', 'mingbai', 'evaluate', ...words]);
    return said.join('');
  } finally {
    listener.mockRestore();
  }
}

beforeAll(async () => {
  const { owner } = await workerDatabase();
  const [{ name } = { name: '' }] = await owner<
    { name: string }[]
  >`select current_database() as name`;
  const { host, port, user, password } = inject('cluster');
  // The tests' cluster listens on a socket, which an address cannot name.
  vi.stubEnv('DATABASE_URL', `postgres:///${name}`);
  vi.stubEnv('PGHOST', String(host));
  vi.stubEnv('PGUSER', String(user));
  vi.stubEnv('PGPASSWORD', String(password));
  vi.stubEnv('PGPORT', String(port));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true, force: true });
});

it('counts a region by the pack that is followed there', async () => {
  const found = JSON.parse(await run('--region', '990101', '--on', '2018-12-31', '--json')) as {
    packs: { id: string; region: string }[];
    rules: { key: string; due: number }[];
  };
  expect(found.packs).toMatchObject([{ id: 'willow', region: '990101' }]);
  expect(found.rules.find(({ key }) => key === 'willow.kindergartenAid')).toMatchObject({ due: 0 });
});

it('counts by another pack, and only the rules that are named', async () => {
  const found = JSON.parse(
    await run('--pack', 'shandong', '--rule', 'criticalIllness', '--json'),
  ) as { rules: { key: string }[] };
  expect(found.rules.map(({ key }) => key)).toEqual(['shandong.criticalIllness']);
});

it('says the same in a table', async () => {
  const said = await run('--region', '990101', '--on', '2018-12-31');
  expect(said).toContain('As of 2018-12-31');
  expect(said).toContain('willow.kindergartenAid');
});

it.each([
  [['--on', 'yesterday'], 'entitlementDayWrong'],
  [['--pack', 'moon'], 'packNotThere'],
  [['--rule', 'moon'], 'entitlementRuleNotThere'],
  [['--region', '1'], 'regionCodeWrong'],
])('refuses %j', async (words, code) => {
  await expect(run(...words)).rejects.toMatchObject({ code });
});
