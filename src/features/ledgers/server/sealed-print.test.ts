import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { testSealer } from '../../../platform/server/testing/people.ts';
import { readSealed, SealedWriter } from './sealed-print.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-sealed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  const file = await SealedWriter.create(path, testSealer);
  await file.write(bytes.subarray(0, 7));
  await file.write(bytes.subarray(7));
  await file.finish();
  expect(file.bytes).toBe(bytes.length);
  return path;
}

async function read(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readSealed(path, testSealer)) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('gives back what was written, on both sides of a piece, and shows nothing of it', async () => {
  for (const length of [0, 1, 196_607, 196_608, 196_609, 600_000]) {
    const bytes = Buffer.alloc(length, '柳溪县');
    const path = await write(`whole-${length}`, bytes);
    expect((await read(path)).equals(bytes)).toBe(true);
    expect(readFileSync(path).includes('柳溪')).toBe(false);
  }
});

it('refuses a file that was cut off, changed or put together anew', async () => {
  const path = await write('damaged', Buffer.alloc(400_000, 'x'));
  const whole = readFileSync(path);
  const first = 4 + whole.readUInt32BE(0);
  const second = first + 4 + whole.readUInt32BE(first);
  const changed = Buffer.from(whole);
  changed[100] = (changed[100] ?? 0) ^ 1;
  for (const damaged of [
    whole.subarray(0, second),
    changed,
    Buffer.concat([
      whole.subarray(first, second),
      whole.subarray(0, first),
      whole.subarray(second),
    ]),
  ]) {
    writeFileSync(path, damaged);
    await expect(read(path)).rejects.toThrow();
  }
});
