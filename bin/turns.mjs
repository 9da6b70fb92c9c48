import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './places.mjs';
import { say } from './terminal.mjs';

/**
 * Does the work when no other process does work of the same name in this folder: two starts at the
 * same time take turns. A process that was killed leaves its mark; it counts as gone.
 */
export async function inTurn(name, work) {
  const mark = join(root, 'dist', `.${name}.turn`);
  mkdirSync(dirname(mark), { recursive: true });
  await waitForTurn(mark);
  try {
    return await work();
  } finally {
    rmSync(mark, { force: true });
  }
}

async function waitForTurn(mark) {
  for (let waited = false; !tryToTake(mark); waited = true) {
    const holder = readHolder(mark);
    if (holder !== undefined && !isAlive(holder)) discard(mark, holder);
    else if (!waited)
      say('另一个进程正在准备，等待中……', 'another process is getting ready; waiting …');
    await pause(200);
  }
}

function tryToTake(mark) {
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function readHolder(mark) {
  try {
    return Number(readFileSync(mark, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Of several who see the mark of a dead process, one moves it away; a fresh mark is put back. */
function discard(mark, holder) {
  const moved = `${mark}.${process.pid}`;
  try {
    renameSync(mark, moved);
    if (readHolder(moved) === holder) rmSync(moved);
    else renameSync(moved, mark);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
