import { createHash } from 'node:crypto';
import type { Finding } from '../model/index.ts';

/**
 * The id of a finding: the same fault of the same record has the same id whenever it is found, so
 * that what was explained stays explained. A UUID of version 8 (RFC 9562, 5.8) made of a hash.
 */
export function findingId(
  finding: Pick<Finding, 'ruleId' | 'text' | 'fields' | 'details'> & { subjectId: string | null },
): string {
  const { ruleId, subjectId, text, fields, details } = finding;
  const told = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  const hash = createHash('sha256')
    .update(JSON.stringify([ruleId, subjectId, text, fields, told]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
