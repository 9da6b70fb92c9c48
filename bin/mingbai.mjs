#!/usr/bin/env node
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runOnPinnedNode } from './pinned-node.mjs';
import { root } from './places.mjs';
import { runCommand } from './terminal.mjs';

await runCommand(async () => {
  await ensureInstalled();
  return runOnPinnedNode([join(root, 'src/entry/cli.ts'), ...process.argv.slice(2)]);
});
