import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { HASH_BYTES, type Hash } from './merkle.ts';

/**
 * A checkpoint says: at this time the log had this many leaves and this root. Its text follows the
 * C2SP formats tlog-checkpoint and signed-note, so that tools of transparency logs can read it:
 *
 *     mingbai/0123456789ab
 *     31
 *     <root, base64>
 *     time 2026-11-23T01:30:00.000Z
 *
 *     — mingbai/0123456789ab <4 bytes key hash and the Ed25519 signature, base64>
 */
export type Checkpoint = { origin: string; size: number; root: Hash; at: string };

/** Whoever signs the log: its name and its key (Ed25519, RFC 8032). */
export type LogSigner = { name: string; privateKey: KeyObject; publicKey: KeyObject };

/** Whoever checks the log needs no more than this. */
export type LogVerifier = { name: string; publicKey: KeyObject };

/** A note that was read: what it says, and over which text which signatures stand. */
export type SignedCheckpoint = Checkpoint & {
  signedText: string;
  signatures: readonly { name: string; keyHash: Buffer; signature: Buffer }[];
};

const ED25519 = 0x01;
const KEY_HASH_BYTES = 4;
const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;
// What stands before the 32 bytes of the key in its DER form (RFC 8410, 4).
const ED25519_SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export function signCheckpoint(checkpoint: Checkpoint, signer: LogSigner): string {
  const signedText = bodyOf(checkpoint);
  const signature = sign(null, Buffer.from(signedText, 'utf8'), signer.privateKey);
  const signed = Buffer.concat([keyHashOf(signer), signature]).toString('base64');
  return `${signedText}\n— ${signer.name} ${signed}\n`;
}

function bodyOf({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\ntime ${at}\n`;
}

/** Reads a checkpoint; undefined unless every byte of it is as this log writes it. Checks no signature. */
export function parseCheckpoint(note: string): SignedCheckpoint | undefined {
  const end = note.indexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const signedText = note.slice(0, end + 1);
  const [origin = '', size = '', root = '', time = ''] = signedText.split('\n');
  const checkpoint = {
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    at: time.replace(/^time /, ''),
  };
  const isWellFormed =
    origin !== '' && Number.isSafeInteger(checkpoint.size) && checkpoint.root.length === HASH_BYTES;
  if (!isWellFormed || bodyOf(checkpoint) !== signedText) return undefined;
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(readSignatureLine);
  if (signatures.some((signature) => signature === undefined)) return undefined;
  return {
    ...checkpoint,
    signedText,
    signatures: signatures.filter((signature) => signature !== undefined),
  };
}

function readSignatureLine(line: string): SignedCheckpoint['signatures'][number] | undefined {
  const match = SIGNATURE_LINE.exec(line);
  if (match === null) return undefined;
  const [, name = '', base64 = ''] = match;
  const bytes = Buffer.from(base64, 'base64');
  // The last letters of base64 have spare bits, so that several texts mean the same bytes; only one is taken.
  if (bytes.length <= KEY_HASH_BYTES || bytes.toString('base64') !== base64) return undefined;
  return {
    name,
    keyHash: bytes.subarray(0, KEY_HASH_BYTES),
    signature: bytes.subarray(KEY_HASH_BYTES),
  };
}

/** True if the log's own key signed the checkpoint, for the log of that name. Other signers are ignored. */
export function isSignedBy(checkpoint: SignedCheckpoint, verifier: LogVerifier): boolean {
  if (checkpoint.origin !== verifier.name) return false;
  const keyHash = keyHashOf(verifier);
  const text = Buffer.from(checkpoint.signedText, 'utf8');
  return checkpoint.signatures.some(
    (by) =>
      by.name === verifier.name &&
      by.keyHash.equals(keyHash) &&
      verify(null, text, verifier.publicKey, by.signature),
  );
}

function rawKeyOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(ED25519_SPKI_PREFIX.length);
}

function typedKeyOf(publicKey: KeyObject): Buffer {
  return Buffer.concat([Buffer.of(ED25519), rawKeyOf(publicKey)]);
}

/** The short name of a key in a signed note: the first bytes of SHA-256(name, line feed, type, key). */
function keyHashOf({ name, publicKey }: LogVerifier): Buffer {
  const digest = createHash('sha256')
    .update(`${name}\n`, 'utf8')
    .update(typedKeyOf(publicKey))
    .digest();
  return digest.subarray(0, KEY_HASH_BYTES);
}

/** The verifier as one line of text, to be kept outside: `name+key hash+key`, as signed-note writes it. */
export function formatVerifier(verifier: LogVerifier): string {
  const typed = typedKeyOf(verifier.publicKey).toString('base64');
  return `${verifier.name}+${keyHashOf(verifier).toString('hex')}+${typed}`;
}

/** Reads a line that `formatVerifier` wrote; undefined if it is damaged. */
export function parseVerifier(line: string): LogVerifier | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line.trim());
  if (match === null) return undefined;
  const [type, ...raw] = Buffer.from(match[3] ?? '', 'base64');
  if (type !== ED25519 || raw.length !== HASH_BYTES) return undefined;
  const key = Buffer.concat([ED25519_SPKI_PREFIX, Buffer.from(raw)]);
  const verifier = {
    name: match[1] ?? '',
    publicKey: createPublicKey({ key, format: 'der', type: 'spki' }),
  };
  return keyHashOf(verifier).toString('hex') === match[2] ? verifier : undefined;
}
