import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeyFile, loadKeys } from './key-file.ts';
import { newKeyRing, signingKeyOf } from './key-ring.ts';
import { createSealer } from './sealer.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-keys-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('makes the keys once and finds the same ones again', () => {
  const keys = loadKeys(join(folder, 'new', 'data'), {});
  expect(loadKeys(join(folder, 'new', 'data'), {})).toEqual(keys);
  expect(readdirSync(join(folder, 'new', 'data'))).toEqual(['keys.json']);
});

it.skipIf(process.platform === 'win32')('lets nobody but the owner read them', () => {
  loadKeys(folder, {});
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
});

it('gives different installations different keys', () => {
  const [willow, poplar] = [newKeyRing(), newKeyRing()];
  expect(willow.origin).not.toBe(poplar.origin);
  expect(() => createSealer(poplar).open(createSealer(willow).seal('Mei'))).toThrow('unknownKey');
  expect(signingKeyOf(willow).publicKey.equals(signingKeyOf(poplar).publicKey)).toBe(false);
});

it('never writes over an existing file', () => {
  const keys = loadKeys(folder, {});
  createKeyFile(join(folder, 'keys.json'), newKeyRing());
  expect(loadKeys(folder, {})).toEqual(keys);
  expect(readdirSync(folder)).toEqual(['keys.json']);
});

it('lets processes that start at once agree on one set of keys', async () => {
  const script = join(folder, 'start.mjs');
  const module = new URL('./key-file.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { loadKeys } from '${module}'; process.send(loadKeys('${join(folder, 'data')}', {}).origin);`,
  );
  const origins = await Promise.all(
    Array.from(
      { length: 4 },
      async () =>
        await new Promise((resolve, reject) => {
          const child = fork(script, { execArgv: [] });
          child.once('message', resolve);
          child.once('error', reject);
        }),
    ),
  );
  expect(new Set(origins).size).toBe(1);
});

it('uses the shared file that the environment names', () => {
  const shared = join(folder, 'shared.json');
  const keys = newKeyRing('gm');
  createKeyFile(shared, keys);
  expect(loadKeys(join(folder, 'data'), { MINGBAI_KEYS: shared })).toEqual(keys);
  expect(readdirSync(folder)).toEqual(['shared.json']);
});

it('does not make keys of its own where a shared file should be', () => {
  const shared = join(folder, 'not-mounted', 'keys.json');
  expect(() => loadKeys(folder, { MINGBAI_KEYS: shared })).toThrow('keyFileMissing');
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['cut short', (text: string) => text.slice(0, text.length / 2)],
  ['with an unknown entry', (text: string) => text.replace('"format"', '"secret": "x", "format"')],
  ['with a short secret', (text: string) => text.replace(/"secret": "[^"]+"/, '"secret": "AAAA"')],
  [
    'whose current key is gone',
    (text: string) => text.replace(/"current": "\w+"/, '"current": "00000000"'),
  ],
])('refuses a file %s and quotes nothing of it', (_damage, damage) => {
  const { sealing } = loadKeys(folder, {});
  const file = join(folder, 'keys.json');
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  let refusal: unknown;
  try {
    loadKeys(folder, {});
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ code: 'keyFileDamaged', details: { file } });
  expect(inspect(refusal)).not.toContain(sealing.keys[0]!.secret);
});
