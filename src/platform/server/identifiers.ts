import { randomBytes } from 'node:crypto';

const MOST_IN_A_MILLISECOND = 0xfff;

let lastMillisecond = 0;
let count = 0;

/**
 * A new identifier, UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, 12 bits that count
 * within the millisecond (6.2, method 1), 62 random bits. Those of one process sort in the order in
 * which they were made. Made here, not by the database: the floor, PostgreSQL 15, has no uuidv7().
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    count = 0;
  } else if (count < MOST_IN_A_MILLISECOND) {
    count += 1;
  } else {
    lastMillisecond += 1;
    count = 0;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
