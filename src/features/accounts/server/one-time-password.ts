import { randomInt } from 'node:crypto';

// Without 0 o 1 l i, which are taken for one another on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to be handed over and changed at the first sign-in: 79 random bits, as `k7mp-2xqa-9wrt-4hde`. */
export function makeOneTimePassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => alphabet.charAt(randomInt(alphabet.length))).join(
      '',
    );
  return Array.from({ length: GROUPS }, group).join('-');
}
