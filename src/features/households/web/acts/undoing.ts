import { isSameValue, type Values } from '../form/changed-values.ts';
import type { HistoryAct } from '../household-queries.ts';

/** Acts that change values of one record, and whether undoing them takes more than the right to correct. */
const undoable: Readonly<Record<string, { isRestructuring: boolean }>> = {
  'household.correct': { isRestructuring: false },
  'person.correct': { isRestructuring: false },
  'household.move': { isRestructuring: true },
  'spell.correct': { isRestructuring: true },
  'spell.end': { isRestructuring: true },
};

/** True if what the act changed can be sent back as it was: one record, without hidden values. */
export function isUndoable(act: HistoryAct): boolean {
  const { kind, subject, changes } = act;
  return (
    kind in undoable &&
    kind.startsWith(`${subject}.`) &&
    changes.length > 0 &&
    changes.every(({ sensitive }) => !sensitive)
  );
}

/** True if this posting may do what would undo the act. */
export function mayUndo(
  { kind }: HistoryAct,
  may: { readonly mayCorrect: boolean; readonly mayRestructure: boolean },
): boolean {
  return undoable[kind]?.isRestructuring === true ? may.mayRestructure : may.mayCorrect;
}

/** True if every value is again as it was before the act: there is nothing left to undo. */
export function isUndone(act: HistoryAct, record: Values): boolean {
  return act.changes.every(({ field, before }) => isSameValue(record[field], before));
}

/** The values before the act: sent as a new correction, they undo it. */
export function valuesBefore(act: HistoryAct): Values {
  return Object.fromEntries(act.changes.map(({ field, before }) => [field, before]));
}
