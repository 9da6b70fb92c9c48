import { expect, it } from 'vitest';
import type { HistoryAct } from '../household-queries.ts';
import { isUndoable, isUndone, mayUndo, valuesBefore } from './undoing.ts';

const change = { field: 'mainCause', sensitive: false, before: 'illness', after: 'schooling' };
const correction: HistoryAct = {
  id: 'act',
  kind: 'household.correct',
  subject: 'household',
  subjectId: 'zhang',
  by: '林岚',
  happenedOn: '2026-11-23',
  recordedAt: '2026-11-23T02:00:00.000Z',
  reason: null,
  batchId: null,
  batchRow: null,
  isNew: false,
  changes: [change],
};

it('undoes a correction by the values before it', () => {
  expect(isUndoable(correction)).toBe(true);
  expect(valuesBefore(correction)).toEqual({ mainCause: 'illness' });
});

it('cannot undo what it does not see', () => {
  const hidden = { field: 'phone', sensitive: true, before: null, after: null };
  expect(isUndoable({ ...correction, changes: [change, hidden] })).toBe(false);
});

it('undoes a move to another village by the household’s own row, which takes the rest along', () => {
  const village = { field: 'villageCode', sensitive: false, before: 'here', after: 'there' };
  const move = { ...correction, kind: 'household.move', changes: [village] };
  expect(isUndoable(move)).toBe(true);
  expect(isUndoable({ ...move, subject: 'person' })).toBe(false);
  expect(valuesBefore(move)).toEqual({ villageCode: 'here' });
});

it('undoes the end of a spell, and asks for the right to say what is registered', () => {
  const end = { field: 'endedOn', sensitive: false, before: null, after: '2026-11-20' };
  const ended = { ...correction, kind: 'spell.end', subject: 'spell', changes: [end] };
  expect(isUndoable(ended)).toBe(true);
  expect(isUndoable({ ...ended, kind: 'spell.add' })).toBe(false);
  const mayCorrect = { mayCorrect: true, mayRestructure: false };
  expect([mayUndo(ended, mayCorrect), mayUndo(correction, mayCorrect)]).toEqual([false, true]);
  expect(mayUndo(ended, { mayCorrect: true, mayRestructure: true })).toBe(true);
});

it('undoes no death and no split', () => {
  expect(isUndoable({ ...correction, kind: 'person.die', subject: 'person' })).toBe(false);
  expect(isUndoable({ ...correction, kind: 'household.split' })).toBe(false);
});

it('leaves the name of the head to the correction of the person', () => {
  expect(isUndoable({ ...correction, kind: 'person.correct', subject: 'household' })).toBe(false);
  expect(isUndoable({ ...correction, kind: 'person.correct', subject: 'person' })).toBe(true);
});

it('knows when nothing is left to undo', () => {
  expect(isUndone(correction, { mainCause: 'illness' })).toBe(true);
  expect(isUndone(correction, { mainCause: 'schooling' })).toBe(false);
  expect(isUndone(correction, { mainCause: 'disability' })).toBe(false);
});
