#!/usr/bin/env node
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runOnPinnedNode } from './pinned-node.mjs';
import { root } from './places.mjs';
import { runCommand } from './terminal.mjs';

/** `npm run bench`: the benchmarks of `bench/`, one after the other; its arguments are those of bench/run.ts. */
await runCommand(async () => {
  await ensureInstalled();
  return runOnPinnedNode([join(root, 'bench/run.ts'), ...process.argv.slice(2)]);
});
