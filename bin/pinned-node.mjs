import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { pinnedNode } from './places.mjs';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program on the pinned Node in our place: it gets our terminal, our signals and our fate,
 * and we end with its exit code. It must take the same signal twice calmly, since a terminal sends
 * one to everybody and npm passes it on once more.
 */
export async function runOnPinnedNode(args) {
  const child = spawn(pinnedNode, args, { stdio: 'inherit' });
  for (const name of passedOn) process.on(name, () => child.kill(name));
  const watch = stopWithNpm(() => child.kill('SIGTERM'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...outcome) => resolve(outcome));
  });
  clearInterval(watch);
  return signal === null ? code : 128 + constants.signals[signal];
}

/**
 * npm that is terminated takes with it only the shell between us, and npm that is killed cannot even
 * do that. But then our parents are others than they were, and nobody could stop us any more.
 */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return undefined;
  const before = parents();
  return setInterval(() => {
    if (parents() !== before) stop();
  }, 500).unref();
}

/** Our parent, and where that is a shell (and the system tells) also the parent of the shell. */
function parents() {
  const parent = process.ppid;
  try {
    const [, name, shellsParent] = /\((.*)\) \S (\d+)/s.exec(
      readFileSync(`/proc/${parent}/stat`, 'utf8'),
    );
    return /^(ba|da|a|z)?sh$/.test(name) ? `${parent} ${shellsParent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
