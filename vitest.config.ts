import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Many tests wait for the database or for a process that they started.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'tidy',
          include: ['tidy/*.test.ts'],
        },
      },
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          globalSetup: ['src/platform/server/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'statements',
          include: ['tidy/statements/*.test.ts'],
          globalSetup: ['src/platform/server/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'evidence',
          include: ['evidence/**/*.test.ts'],
          // Each of them starts, kills and starves whole products: one after the other.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
