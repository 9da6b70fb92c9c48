import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { spooled } from './export-spool.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = randomBytes(3_000_001);
async function writeContent(into: Writable): Promise<void> {
  into.end(content);
}

const DESCRIPTORS = '/proc/self/fd';

/** The files in the folder that this process still holds open; where the system does not tell, none. */
function heldOpen(): string[] {
  if (!existsSync(DESCRIPTORS)) return [];
  return readdirSync(DESCRIPTORS).flatMap((descriptor) => {
    try {
      const path = readlinkSync(join(DESCRIPTORS, descriptor));
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}

/** What is still there, by name or by descriptor; descriptors are closed a little later. */
const leftBehind = (): string[] => [...readdirSync(join(folder, 'exports')), ...heldOpen()];

it('gives back what was written, and leaves no file', async () => {
  const stream = await spooled(folder, writeContent);
  expect((await buffer(stream)).equals(content)).toBe(true);
  await expect.poll(leftBehind).toEqual([]);
});

it('leaves no file if nobody reads, or not to the end', async () => {
  (await spooled(folder, writeContent)).destroy();
  await expect.poll(leftBehind).toEqual([]);
  const stream = await spooled(folder, writeContent);
  await new Promise((resolve) => stream.once('data', resolve));
  stream.destroy();
  await expect.poll(leftBehind).toEqual([]);
});

it('leaves no file if the writing fails, and says why', async () => {
  const failing = async (into: Writable): Promise<void> => {
    into.write('half');
    throw new Error('The register went away');
  };
  await expect(spooled(folder, failing)).rejects.toThrow('The register went away');
  await expect.poll(leftBehind).toEqual([]);
});
