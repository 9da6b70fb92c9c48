#!/usr/bin/env node
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runOnPinnedNode } from './pinned-node.mjs';
import { root } from './places.mjs';
import { runCommand } from './terminal.mjs';
import { ensureWebBuilt } from './web.mjs';

await runCommand(async () => {
  await ensureInstalled();
  await ensureWebBuilt();
  return runOnPinnedNode([join(root, 'src/entry/server.ts'), ...process.argv.slice(2)]);
});
