#!/usr/bin/env node
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runOnPinnedNode } from './pinned-node.mjs';
import { root } from './places.mjs';
import { runCommand } from './terminal.mjs';

/** `npm run evidence`: the runs of `evidence/` at release size; its arguments are those of evidence/run.ts. */
await runCommand(async () => {
  await ensureInstalled();
  return runOnPinnedNode([join(root, 'evidence/run.ts'), ...process.argv.slice(2)]);
});
