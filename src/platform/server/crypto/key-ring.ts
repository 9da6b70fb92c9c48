import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';

/** Which algorithms a key is for: `intl` is AES-256-GCM and HMAC-SHA-256, `gm` is SM4-CTR and HMAC-SM3. */
export const suiteNames = ['intl', 'gm'] as const;
export type SuiteName = (typeof suiteNames)[number];

const SECRET_BYTES = 32;
const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === SECRET_BYTES);
const key = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  suite: z.enum(suiteNames),
  secret,
});

export const keyRingSchema = z
  .strictObject({
    format: z.literal(1),
    origin: z.string().regex(/^[a-z0-9./-]+$/),
    sealing: z.strictObject({ current: z.string(), keys: z.array(key).min(1) }),
    blindIndex: key,
    signing: z.strictObject({ privateKey: z.base64(), publicKey: z.base64() }),
  })
  .refine((keys) => keys.sealing.keys.some(({ id }) => id === keys.sealing.current))
  .refine(
    (keys) => new Set(keys.sealing.keys.map(({ id }) => id)).size === keys.sealing.keys.length,
  );

/** Every secret of an installation, as plain data: it can be written to a file. */
export type KeyRing = z.infer<typeof keyRingSchema>;

export type SecretKey = z.infer<typeof key>;

/** The part that whoever seals and searches needs; plain data, so it can be posted to a worker. */
export type SealingKeys = Pick<KeyRing, 'sealing' | 'blindIndex'>;

function newKey(suite: SuiteName): SecretKey {
  return {
    id: randomBytes(4).toString('hex'),
    suite,
    secret: randomBytes(SECRET_BYTES).toString('base64'),
  };
}

/** Fresh keys for a new installation. The origin names its audit log among all others. */
export function newKeyRing(suite: SuiteName = 'intl'): KeyRing {
  const sealing = newKey(suite);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    format: 1,
    origin: `mingbai/${randomBytes(6).toString('hex')}`,
    sealing: { current: sealing.id, keys: [sealing] },
    blindIndex: newKey(suite),
    signing: {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    },
  };
}

/**
 * The same keys with a new one for whatever is sealed from now on; what was sealed before still
 * opens. The blind index stays, for all its stored values would have to be made again.
 */
export function withNewSealingKey(keys: KeyRing, suite: SuiteName): KeyRing {
  const sealing = newKey(suite);
  return { ...keys, sealing: { current: sealing.id, keys: [...keys.sealing.keys, sealing] } };
}

/** The keys without the one that signs the audit log. */
export function sealingKeysOf({ sealing, blindIndex }: KeyRing): SealingKeys {
  return { sealing, blindIndex };
}

/** The key pair that signs the audit log (Ed25519, RFC 8032). */
export function signingKeyOf({ signing }: KeyRing): {
  privateKey: KeyObject;
  publicKey: KeyObject;
} {
  return {
    privateKey: createPrivateKey({
      key: Buffer.from(signing.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: createPublicKey({
      key: Buffer.from(signing.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    }),
  };
}
