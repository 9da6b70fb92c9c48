import { createHash, createHmac } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyRing, sealingKeysOf, suiteNames, withNewSealingKey } from './key-ring.ts';
import { createSealer, SealingError } from './sealer.ts';

const WANGS_NUMBER = '99010119800101123X';

/** Why a value does not open, or undefined if it does. */
function refusal(open: () => unknown): string | undefined {
  try {
    open();
    return undefined;
  } catch (error) {
    return error instanceof SealingError ? error.code : String(error);
  }
}

it('hashes with the SM3 of the standard (GB/T 32905, example 1)', () => {
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});

describe.each(suiteNames)('the suite %s', (suite) => {
  const keys = newKeyRing(suite);
  const sealer = createSealer(keys);

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sealer.open(sealer.seal(text))).toBe(text);
      }),
    );
  });

  it('never seals the same number twice alike', () => {
    const sealed = Array.from({ length: 3000 }, () => sealer.seal(WANGS_NUMBER).toString('hex'));
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  it('shows nothing of the number', () => {
    expect(sealer.seal(WANGS_NUMBER).toString('latin1')).not.toContain(WANGS_NUMBER.slice(0, 4));
  });

  it('begins with the suite and the id of the key', () => {
    const sealed = sealer.seal(WANGS_NUMBER);
    expect(sealed[0]).toBe(suite === 'intl' ? 1 : 2);
    expect(sealed.toString('hex', 1, 5)).toBe(keys.sealing.current);
  });

  it('refuses a value of which any bit was changed', () => {
    const sealed = sealer.seal(WANGS_NUMBER);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const refused = refusal(() => sealer.open(changed));
      expect(bit < 40 ? ['unknownKey', 'notSealed'] : ['tampered']).toContain(refused);
    }
  });

  it('refuses a value cut short or with bytes added', () => {
    const sealed = sealer.seal(WANGS_NUMBER);
    for (let length = 0; length < sealed.length; length += 1) {
      const refused = refusal(() => sealer.open(sealed.subarray(0, length)));
      expect(refused).toBe(length < 5 ? 'notSealed' : 'tampered');
    }
    expect(refusal(() => sealer.open(Buffer.concat([sealed, Buffer.of(0)])))).toBe('tampered');
  });

  it('refuses another key under the same id', () => {
    const thief = newKeyRing(suite);
    const [own] = thief.sealing.keys;
    const disguised = { ...own!, id: keys.sealing.current };
    const sealing = { current: disguised.id, keys: [disguised] };
    expect(refusal(() => createSealer({ ...thief, sealing }).open(sealer.seal('Mei')))).toBe(
      'tampered',
    );
  });

  it('says that the key is unknown when the value comes from another installation', () => {
    expect(refusal(() => createSealer(newKeyRing(suite)).open(sealer.seal('Mei')))).toBe(
      'unknownKey',
    );
  });

  it('finds the same text again and tells purposes and installations apart', () => {
    const index = sealer.blindIndex('idNumber', WANGS_NUMBER);
    expect(index).toHaveLength(32);
    expect(createSealer(sealingKeysOf(keys)).blindIndex('idNumber', WANGS_NUMBER)).toEqual(index);
    expect(sealer.blindIndex('bankCard', WANGS_NUMBER)).not.toEqual(index);
    expect(sealer.blindIndex('idNumbe', `r${WANGS_NUMBER}`)).not.toEqual(index);
    expect(createSealer(newKeyRing(suite)).blindIndex('idNumber', WANGS_NUMBER)).not.toEqual(index);
  });

  it('makes tail indexes that fit a signed bigint and use its whole range', () => {
    const tails = Array.from({ length: 2000 }, (_, tail) => sealer.tailIndex(String(tail)));
    expect(new Set(tails).size).toBe(tails.length);
    expect(tails.every((tail) => tail >= 0n && tail < 2n ** 63n)).toBe(true);
    expect(tails.some((tail) => tail >= 2n ** 62n)).toBe(true);
  });
});

it('makes the blind index as HMAC-SHA-256 of purpose and text', () => {
  const keys = newKeyRing();
  const expected = createHmac('sha256', Buffer.from(keys.blindIndex.secret, 'base64'));
  expected.update('idNumber\u0000123');
  expect(createSealer(keys).blindIndex('idNumber', '123')).toEqual(expected.digest());
});

it('still opens old values after the key was changed, even to the other suite', () => {
  const first = newKeyRing('intl');
  const second = withNewSealingKey(first, 'gm');
  const third = withNewSealingKey(second, 'intl');
  const sealed = [first, second, third].map((keys) => createSealer(keys).seal('Mei'));
  expect(sealed.map((value) => createSealer(third).open(value))).toEqual(['Mei', 'Mei', 'Mei']);
  expect(sealed.map((value) => value[0])).toEqual([1, 2, 1]);
  expect(createSealer(third).blindIndex('name', 'Mei')).toEqual(
    createSealer(first).blindIndex('name', 'Mei'),
  );
  expect(refusal(() => createSealer(second).open(sealed[2]!))).toBe('unknownKey');
});

it('seals in a worker with keys that were posted to it', async () => {
  const keys = sealingKeysOf(newKeyRing());
  const script = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.module).then(({ createSealer }) => {
      parentPort.postMessage(createSealer(workerData.keys).seal('Mei'));
    });`;
  const module = new URL('./sealer.ts', import.meta.url).href;
  const worker = new Worker(script, { eval: true, workerData: { module, keys } });
  const sealed = await new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  expect(JSON.stringify(keys)).not.toContain('privateKey');
  expect(createSealer(keys).open(sealed)).toBe('Mei');
});
