import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readyBinaries, restoreLinks } from './binaries.ts';

it('makes the links of the package where install scripts are switched off', () => {
  const native = mkdtempSync(join(tmpdir(), 'mingbai-native-'));
  onTestFinished(() => rmSync(native, { recursive: true }));
  mkdirSync(join(native, 'lib'));
  writeFileSync(join(native, 'lib/libwillow.so.6.18'), 'library');
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libwillow.so.6.18', target: 'native/lib/libwillow.so.6' },
    ]),
  );

  restoreLinks(native);
  restoreLinks(native);

  expect(readFileSync(join(native, 'lib/libwillow.so.6'), 'utf8')).toBe('library');
  expect(readlinkSync(join(native, 'lib/libwillow.so.6'))).toBe('libwillow.so.6.18');
});

it('says which machine it has no database for', () => {
  expect(() => readyBinaries(undefined, '', 'abacus-z1')).toThrow(
    expect.objectContaining({
      code: 'embeddedDatabaseMissing',
      details: { platform: 'abacus-z1' },
    }),
  );
});
