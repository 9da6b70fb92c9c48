import { type ActKind, actKinds, type Filter } from '../../households/model/index.ts';

/** What the start page says of recent acts; everything that came by file counts as imported. */
export const changeKinds = [
  'imported',
  'added',
  'corrected',
  'surveyed',
  'births',
  'deaths',
  'moves',
  'restructured',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const changeOfAct: Record<ActKind, Exclude<ChangeKind, 'imported'>> = {
  'household.add': 'added',
  'household.correct': 'corrected',
  'household.changeHead': 'restructured',
  'household.split': 'restructured',
  'household.merge': 'restructured',
  'household.move': 'moves',
  'person.correct': 'corrected',
  'person.birth': 'births',
  'person.arrive': 'moves',
  'person.leave': 'moves',
  'person.die': 'deaths',
  'person.move': 'moves',
  'survey.record': 'surveyed',
  'spell.add': 'corrected',
  'spell.end': 'corrected',
  'spell.correct': 'corrected',
};

/** The acts that make up a kind of change. */
export function actsOf(kind: ChangeKind): ActKind[] {
  return actKinds.filter((act) => kind === 'imported' || changeOfAct[act] === kind);
}

/** The filters that find the households with such a change on or after a day. */
export function filtersOfChange(kind: ChangeKind, since: string): Filter[] {
  const sinceDay: Filter = { field: 'act.recordedOn', operator: 'atLeast', values: [since] };
  const batched: Filter = {
    field: 'act.batched',
    operator: 'in',
    values: [String(kind === 'imported')],
  };
  if (kind === 'imported') return [batched, sinceDay];
  return [{ field: 'act.kind', operator: 'in', values: actsOf(kind) }, batched, sinceDay];
}
