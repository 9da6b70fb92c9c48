import { describe, expect, it } from 'vitest';
import type { Clause, Status } from '../policy-queries.ts';
import { clausesWanted, depthsOf, wantedOf } from './filters.ts';

function clause(id: string, changed: Partial<Clause> = {}): Clause {
  const parent = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null;
  return {
    id,
    number: id,
    parent,
    heading: false,
    summary: { zh: `第${id}条`, en: `Clause ${id}` },
    lead: [],
    supporting: [],
    exhortation: null,
    reading: null,
    carrying: 'items',
    carriers: [],
    light: null,
    ...changed,
  };
}

const water = { id: 'waterResources', title: { zh: '水利部门', en: 'Water' } };
const clauses = [
  clause('1', { heading: true, carrying: 'below' }),
  clause('1.1', { light: 'behind', supporting: [water] }),
  clause('1.2', { light: 'met' }),
  clause('2', { carrying: 'nothing' }),
];

function shown(state: Record<string, string>): string[] {
  const status = { clauses } as Pick<Status, 'clauses'> as Status;
  return clausesWanted(status, wantedOf(state)).map(({ id }) => id);
}

describe('the clauses that a reader wants', () => {
  it('are all of them unless something is asked for', () => {
    expect(shown({})).toEqual(['1', '1.1', '1.2', '2']);
    expect(shown({ show: 'moon', light: 'blue' })).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('stay under their headings', () => {
    expect(shown({ show: 'behind' })).toEqual(['1', '1.1']);
    expect(shown({ light: 'met' })).toEqual(['1', '1.2']);
  });

  it('are those with nothing behind them, of one department, or with a word', () => {
    expect(shown({ show: 'nothing' })).toEqual(['2']);
    expect(shown({ department: 'waterResources' })).toEqual(['1', '1.1']);
    expect(shown({ text: 'CLAUSE 2' })).toEqual(['2']);
  });

  it('stand as deep as the document has them', () => {
    expect([...depthsOf(clauses).values()]).toEqual([0, 1, 1, 0]);
  });
});
