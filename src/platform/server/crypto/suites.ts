import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import type { SecretKey, SuiteName } from './key-ring.ts';

/** Seals and opens with one key. `header` is covered by the seal but not hidden. */
export type Cipher = {
  seal(text: string, header: Buffer): Buffer;
  /** The text, or undefined if the key is another or any byte was changed. */
  open(sealed: Buffer, headerLength: number): string | undefined;
};

/** A keyed hash of 32 bytes. */
export type KeyedHash = (text: string) => Buffer;

type Suite = {
  /** The first byte of every sealed value. Stored for ever: never renumber. */
  code: number;
  cipher(secret: Buffer): Cipher;
  keyedHash(secret: Buffer): KeyedHash;
};

/** The first for international use, the second for where the commercial cryptography rules ask for SM algorithms. */
export const suites: Readonly<Record<SuiteName, Suite>> = {
  intl: { code: 1, cipher: aesGcm, keyedHash: (secret) => hmac('sha256', secret) },
  gm: { code: 2, cipher: sm4CtrHmac, keyedHash: (secret) => hmac('sm3', secret) },
};

export function cipherOf(key: SecretKey): Cipher {
  return suites[key.suite].cipher(secretOf(key));
}

export function keyedHashOf(key: SecretKey): KeyedHash {
  return suites[key.suite].keyedHash(secretOf(key));
}

function secretOf(key: SecretKey): Buffer {
  return Buffer.from(key.secret, 'base64');
}

function hmac(algorithm: 'sha256' | 'sm3', secret: Buffer): KeyedHash {
  const key = createSecretKey(secret);
  return (text) => createHmac(algorithm, key).update(text, 'utf8').digest();
}

const GCM_NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: one key may seal 2^32 values
 * (section 8.3 there) before a new one is due.
 */
function aesGcm(secret: Buffer): Cipher {
  const key = createSecretKey(secret);
  const nextNonce = nonces(GCM_NONCE_BYTES);
  return {
    seal(text, header) {
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(header);
      const body = cipher.update(text, 'utf8');
      cipher.final();
      return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, headerLength) {
      const bodyAt = headerLength + GCM_NONCE_BYTES;
      const tagAt = sealed.length - GCM_TAG_BYTES;
      if (tagAt < bodyAt) return undefined;
      const nonce = sealed.subarray(headerLength, bodyAt);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, {
        authTagLength: GCM_TAG_BYTES,
      });
      decipher.setAAD(sealed.subarray(0, headerLength));
      decipher.setAuthTag(sealed.subarray(tagAt));
      const body = decipher.update(sealed.subarray(bodyAt, tagAt));
      try {
        decipher.final();
      } catch {
        return undefined;
      }
      return body.toString('utf8');
    },
  };
}

const SM4_KEY_BYTES = 16;
const SM4_NONCE_BYTES = 16;
const SM3_BYTES = 32;

/**
 * SM4-CTR (GB/T 32907, GB/T 17964) under an HMAC-SM3 (GB/T 32905, GB/T 15852.2) over header, nonce
 * and body, checked before anything is deciphered; the OpenSSL that Node carries has no SM4-GCM.
 * The two keys are derived from the one secret, so that neither says anything of the other.
 */
function sm4CtrHmac(secret: Buffer): Cipher {
  const derive = hmac('sm3', secret);
  const cipherKey = createSecretKey(derive('mingbai sealing cipher').subarray(0, SM4_KEY_BYTES));
  const macKey = createSecretKey(derive('mingbai sealing mac'));
  const macOf = (bytes: Buffer): Buffer => createHmac('sm3', macKey).update(bytes).digest();
  const nextNonce = nonces(SM4_NONCE_BYTES);
  return {
    seal(text, header) {
      const nonce = nextNonce();
      const cipher = createCipheriv('sm4-ctr', cipherKey, nonce);
      const covered = Buffer.concat([header, nonce, cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([covered, macOf(covered)]);
    },
    open(sealed, headerLength) {
      const bodyAt = headerLength + SM4_NONCE_BYTES;
      const macAt = sealed.length - SM3_BYTES;
      if (macAt < bodyAt) return undefined;
      if (!timingSafeEqual(macOf(sealed.subarray(0, macAt)), sealed.subarray(macAt)))
        return undefined;
      const decipher = createDecipheriv(
        'sm4-ctr',
        cipherKey,
        sealed.subarray(headerLength, bodyAt),
      );
      return Buffer.concat([
        decipher.update(sealed.subarray(bodyAt, macAt)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}

const NONCES_DRAWN_AT_ONCE = 1024;

/** Random nonces, drawn many at a time: asking the system for each would cost more than the cipher. */
function nonces(bytes: number): () => Buffer {
  const pool = Buffer.alloc(bytes * NONCES_DRAWN_AT_ONCE);
  let position = pool.length;
  return (): Buffer => {
    if (position === pool.length) {
      randomFillSync(pool);
      position = 0;
    }
    position += bytes;
    return pool.subarray(position - bytes, position);
  };
}
