import { expect, it } from 'vitest';
import type { HistoryAct } from '../household-queries.ts';
import { groupHistory } from './history-groups.ts';

function act(id: string, values: Partial<HistoryAct> = {}): HistoryAct {
  return {
    id,
    kind: 'person.die',
    subject: 'person',
    subjectId: id,
    by: '林岚',
    happenedOn: '2026-11-20',
    recordedAt: '2026-11-23T02:00:00.000Z',
    reason: null,
    batchId: null,
    batchRow: null,
    isNew: false,
    changes: [],
    ...values,
  };
}

it('joins what one request did, first thing first', () => {
  const groups = groupHistory([
    act('household', { subject: 'household', reason: '入户核实' }),
    act('wife'),
    act('head'),
  ]);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.acts.map(({ id }) => id)).toEqual(['head', 'wife', 'household']);
  expect(groups[0]?.reason).toBe('入户核实');
});

it('keeps requests of the same moment by different officers apart', () => {
  expect(groupHistory([act('one'), act('two', { by: '陶远' })])).toHaveLength(2);
});

it('keeps the order of requests', () => {
  const groups = groupHistory([
    act('late', { recordedAt: '2026-11-23T03:00:00.000Z' }),
    act('early'),
  ]);
  expect(groups.map(({ recordedAt }) => recordedAt.slice(11, 13))).toEqual(['03', '02']);
});
