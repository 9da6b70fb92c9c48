import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../model/password.ts';

// OWASP Password Storage: Argon2id (the package's default) with 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return await hash(normalPassword(password), cost);
}

let nobody: Promise<string> | undefined;

/**
 * True if the password is right. Takes as long for an account without a password, or for none at
 * all: then it is compared with a password that nobody knows.
 */
export async function isPasswordRight(hashed: string | null, typed: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const other = await nobody;
  const matches = await verify(hashed ?? other, normalPassword(typed));
  return hashed !== null && matches;
}
