import type { HistoryAct } from '../household-queries.ts';

/** What was done at once: the acts of one request, from the record first named to the last. */
export type HistoryGroup = {
  readonly key: string;
  readonly kind: string;
  readonly by: string | null;
  readonly recordedAt: string;
  readonly happenedOn: string;
  readonly reason: string | null;
  readonly batchRow: number | null;
  readonly isImported: boolean;
  readonly acts: readonly HistoryAct[];
};

/** Groups acts that belong together: the acts of a request carry the same moment, kind and officer. */
export function groupHistory(acts: readonly HistoryAct[]): readonly HistoryGroup[] {
  const groups = new Map<string, HistoryAct[]>();
  for (const act of acts) {
    const key = [act.recordedAt, act.kind, act.by ?? '', act.batchId ?? ''].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [act]);
    else group.push(act);
  }
  return [...groups].map(([key, found]) => groupOf(key, found));
}

function groupOf(key: string, acts: readonly HistoryAct[]): HistoryGroup {
  const [first] = acts;
  if (first === undefined) throw new Error('A group has at least one act');
  const { kind, by, recordedAt, happenedOn, batchRow, batchId } = first;
  const reason = acts.find((act) => act.reason !== null)?.reason ?? null;
  // The acts come newest first; within a request the first thing done is told first.
  const inOrder = acts.toReversed();
  return {
    key,
    kind,
    by,
    recordedAt,
    happenedOn,
    reason,
    batchRow,
    isImported: batchId !== null,
    acts: inOrder,
  };
}
