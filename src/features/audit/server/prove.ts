import type { z } from 'zod';
import { findNewestCheckpoint } from '../../../platform/server/audit/log-store.ts';
import { type Hash, verifyInclusion } from '../../../platform/server/audit/merkle.ts';
import { proveConsistency, proveInclusion } from '../../../platform/server/audit/proof.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { checkpointAnswer, proofAnswer } from '../model/contract.ts';
import { findLeafOfAct } from './store.ts';

/** The newest checkpoint, with the proof that the log only grew since an earlier one if asked. */
export async function describeCheckpoint(
  tx: Transaction,
  since: number | undefined,
): Promise<z.output<typeof checkpointAnswer>> {
  const newest = await findNewestCheckpoint(tx);
  if (newest === undefined) throw new Problem(404, 'notFound');
  const { note, size, at } = newest;
  if (since === undefined) return { note, size, at, consistency: null };
  if (since > size) throw new Problem(409, 'logShorterThanAsked', { size, since });
  return { note, size, at, consistency: (await proveConsistency(tx, since, size)).map(base64) };
}

/**
 * The proof that an act is in the log, against the newest checkpoint. It is checked before it is
 * given out: a proof that does not hold means that the log was tampered with.
 */
export async function proveAct(
  tx: Transaction,
  actId: string,
): Promise<z.output<typeof proofAnswer>> {
  const leaf = await findLeafOfAct(tx, actId);
  const newest = await findNewestCheckpoint(tx);
  if (leaf === undefined || newest === undefined) throw new Problem(404, 'actNotInLog');
  const { seq: index, leafHash } = leaf;
  if (index >= newest.size) throw new Problem(500, 'auditLogDamaged');
  const proof = await proveInclusion(tx, index, newest.size);
  if (!verifyInclusion({ hash: leafHash, index }, proof, newest))
    throw new Problem(500, 'auditLogDamaged');
  return { index, leafHash: base64(leafHash), hashes: proof.map(base64), checkpoint: newest.note };
}

function base64(hash: Hash): string {
  return hash.toString('base64');
}
