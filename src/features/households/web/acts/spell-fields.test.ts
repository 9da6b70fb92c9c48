import { expect, it } from 'vitest';
import type { SpellView } from '../household-queries.ts';
import { draftOf, emptySpell, factsOf, spellDifferences } from './spell-fields.tsx';

const exited: SpellView = {
  id: 'spell',
  countyCode: '990101',
  villageCode: '990101100201',
  version: 2,
  kind: 'registered',
  startedOn: '2014-05-01',
  startReason: 'identified',
  endedOn: '2019-12-20',
  endReason: 'exited',
};

it('is whole once the list, the first day and its reason are said', () => {
  const begun = { kind: 'monitored', startedOn: '2021-03-01', startReason: 'identified' };
  expect(factsOf(emptySpell)).toBeUndefined();
  expect(factsOf({ ...emptySpell, ...begun, startReason: undefined })).toBeUndefined();
  expect(factsOf({ ...emptySpell, ...begun })).toEqual({
    ...begun,
    endedOn: null,
    endReason: null,
  });
});

it('wants an end with its day and its reason, or none', () => {
  const draft = draftOf(exited);
  expect(factsOf(draft)).toMatchObject({ endedOn: '2019-12-20', endReason: 'exited' });
  expect(factsOf({ ...draft, endReason: undefined })).toBeUndefined();
  expect(factsOf({ ...draft, endedOn: undefined })).toBeUndefined();
});

it('sends only what differs from what is recorded', () => {
  const facts = factsOf(draftOf(exited));
  const goesOn = factsOf({ ...draftOf(exited), endedOn: undefined, endReason: undefined });
  if (facts === undefined || goesOn === undefined) throw new Error('Both are whole');
  expect(spellDifferences(exited, facts)).toEqual({});
  expect(spellDifferences(exited, goesOn)).toEqual({ endedOn: null, endReason: null });
});
