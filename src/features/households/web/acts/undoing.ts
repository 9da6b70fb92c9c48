import { isSameValue, type Values } from '../form/changed-values.ts';
import type { HistoryAct } from '../household-queries.ts';

const undoable = ['household.correct', 'person.correct'];

/** True if what the act changed can be sent back as it was: a correction without hidden values. */
export function isUndoable(act: HistoryAct): boolean {
  const { kind, subject, changes } = act;
  return (
    undoable.includes(kind) &&
    kind.startsWith(`${subject}.`) &&
    changes.length > 0 &&
    changes.every(({ sensitive }) => !sensitive)
  );
}

/** True if every value is again as it was before the act: there is nothing left to undo. */
export function isUndone(act: HistoryAct, record: Values): boolean {
  return act.changes.every(({ field, before }) => isSameValue(record[field], before));
}

/** The values before the act: sent as a new correction, they undo it. */
export function valuesBefore(act: HistoryAct): Values {
  return Object.fromEntries(act.changes.map(({ field, before }) => [field, before]));
}
