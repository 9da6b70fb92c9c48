import { expect, it } from 'vitest';
import { missingFrom, readLockFile } from '../scripts/complete-lock.ts';

it('has a lock file that npm ci accepts on every machine (else: node scripts/complete-lock.ts)', () => {
  expect(missingFrom(readLockFile('.'))).toEqual({});
});

it('notices a program for another machine that the lock file forgot', () => {
  const optionalDependencies = {
    '@abacus/bead-linux-arm-gnueabihf': '1.0.0',
    '@abacus/bead-darwin-x64': '1.0.0',
  };
  const lock = {
    packages: {
      '': {},
      'node_modules/abacus': { version: '1.0.0', dev: true as const, optionalDependencies },
      'node_modules/@abacus/bead-darwin-x64': { version: '1.0.0' },
    },
  };
  expect(missingFrom(lock)).toEqual({
    'node_modules/@abacus/bead-linux-arm-gnueabihf': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm'],
      libc: ['glibc'],
    },
  });
});
