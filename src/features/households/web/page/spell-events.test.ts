import { expect, it } from 'vitest';
import type { SpellView } from '../household-queries.ts';
import { spellEvents } from './spell-events.ts';

function spell(id: string, values: Partial<SpellView>): SpellView {
  return { id, kind: 'registered', endedOn: null, endReason: null, ...values } as SpellView;
}

it('tells identified, exited, returned and exited again in order', () => {
  const events = spellEvents([
    spell('again', {
      startedOn: '2019-06-01',
      startReason: 'returned',
      endedOn: '2020-10-01',
      endReason: 'exited',
    }),
    spell('first', {
      startedOn: '2014-05-01',
      startReason: 'identified',
      endedOn: '2017-12-01',
      endReason: 'exited',
    }),
  ]);
  expect(events.map(({ on, reason }) => `${on} ${reason}`)).toEqual([
    '2014-05-01 identified',
    '2017-12-01 exited',
    '2019-06-01 returned',
    '2020-10-01 exited',
  ]);
});

it('puts the end of one spell before the start of the next on the same day', () => {
  const events = spellEvents([
    spell('monitored', { startedOn: '2020-01-01', startReason: 'identified' }),
    spell('first', {
      startedOn: '2014-05-01',
      startReason: 'identified',
      endedOn: '2020-01-01',
      endReason: 'exited',
    }),
  ]);
  expect(events.map(({ is }) => is)).toEqual(['start', 'end', 'start']);
  expect(events.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
});
