import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  formatVerifier,
  isSignedBy,
  type LogSigner,
  parseCheckpoint,
  parseVerifier,
  signCheckpoint,
} from './checkpoint.ts';
import { hashLeaf } from './merkle.ts';

function signer(name: string): LogSigner {
  return { name, ...generateKeyPairSync('ed25519') };
}

const willow = signer('mingbai/990101');
const checkpoint: Checkpoint = {
  origin: 'mingbai/990101',
  size: 31,
  root: hashLeaf(Buffer.from('Willow')),
  at: '2026-11-23T01:30:00.000Z',
};
const note = signCheckpoint(checkpoint, willow);

/** Whether a note can be read and was signed by the log of Willow County. */
function holds(text: string): boolean {
  const read = parseCheckpoint(text);
  return read !== undefined && isSignedBy(read, willow);
}

describe('a checkpoint', () => {
  it('is five lines that a person can read', () => {
    const [origin, size, root, time, blank, signature, end] = note.split('\n');
    expect([origin, size, root, time, blank, end]).toEqual([
      'mingbai/990101',
      '31',
      checkpoint.root.toString('base64'),
      'time 2026-11-23T01:30:00.000Z',
      '',
      '',
    ]);
    expect(signature).toMatch(/^— mingbai\/990101 [A-Za-z0-9+/]+=*$/);
  });

  it('says again what was signed', () => {
    expect(parseCheckpoint(note)).toMatchObject(checkpoint);
    expect(holds(note)).toBe(true);
  });

  it('does not hold once any character is another', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: note.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, character) => {
          fc.pre(note[at] !== character);
          expect(holds(note.slice(0, at) + character + note.slice(at + 1))).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not hold when cut short or with a line added to what was signed', () => {
    for (let length = 0; length < note.length; length += 1)
      expect(holds(note.slice(0, length))).toBe(false);
    expect(holds(note.replace('\n31\n', '\n031\n'))).toBe(false);
    expect(holds(note.replace('\n\n', '\nmore\n\n'))).toBe(false);
  });

  it('does not hold under another key or for another log', () => {
    const thief = signer(willow.name);
    expect(holds(signCheckpoint(checkpoint, thief))).toBe(false);
    expect(holds(signCheckpoint({ ...checkpoint, origin: 'mingbai/990102' }, willow))).toBe(false);
    expect(holds(signCheckpoint(checkpoint, { ...willow, name: 'mingbai/990102' }))).toBe(false);
  });

  it('may carry the signatures of witnesses beside that of the log', () => {
    const witness = signCheckpoint(checkpoint, signer('discipline.office')).split('\n\n')[1];
    expect(holds(note + witness)).toBe(true);
    expect(parseCheckpoint(note + witness)?.signatures.map(({ name }) => name)).toEqual([
      'mingbai/990101',
      'discipline.office',
    ]);
  });
});

describe('the verifier line', () => {
  it('reads the example of the signed-note format', () => {
    const line = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const verifier = parseVerifier(line);
    expect(verifier?.name).toBe('example.com/foo');
    expect(formatVerifier(verifier!)).toBe(line);
  });

  it('is all that is needed to check a checkpoint', () => {
    const verifier = parseVerifier(formatVerifier(willow));
    expect(isSignedBy(parseCheckpoint(note)!, verifier!)).toBe(true);
  });

  it('is refused once damaged', () => {
    const line = formatVerifier(willow);
    expect(parseVerifier(line.replace('990101', '990102'))).toBeUndefined();
    expect(parseVerifier(line.slice(0, -4))).toBeUndefined();
    expect(parseVerifier('')).toBeUndefined();
  });
});
