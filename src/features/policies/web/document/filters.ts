import type { UrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { lights } from '../../model/light.ts';
import type { Clause, Light, Status } from '../policy-queries.ts';

/** What the reader wants to see of a document; all of it stands in the address. */
export type Wanted = {
  readonly show: 'all' | 'behind' | 'nothing';
  readonly light: Light | undefined;
  readonly department: string | undefined;
  readonly text: string;
};

export function wantedOf(state: UrlState): Wanted {
  const { show, light, department, text } = state as Record<string, string | undefined>;
  return {
    show: show === 'behind' || show === 'nothing' ? show : 'all',
    light: lights.find((each) => each === light),
    department,
    text: text ?? '',
  };
}

/** A clause that headings lead to stays with its headings, so that the reader knows where it stands. */
export function clausesWanted(status: Status, wanted: Wanted): Clause[] {
  const isAll = wanted.show === 'all' && wanted.light === undefined;
  if (isAll && wanted.department === undefined && wanted.text === '') return status.clauses;
  const found = new Set(
    status.clauses.filter((clause) => fits(clause, wanted)).map(({ id }) => id),
  );
  const parents = new Map(status.clauses.map(({ id, parent }) => [id, parent]));
  for (const id of found) {
    const parent = parents.get(id);
    if (parent !== null && parent !== undefined) found.add(parent);
  }
  return status.clauses.filter(({ id }) => found.has(id));
}

function fits(clause: Clause, { show, light, department, text }: Wanted): boolean {
  if (show === 'behind' && !isBehind(clause.light)) return false;
  if (show === 'nothing' && clause.carrying !== 'nothing') return false;
  if (light !== undefined && clause.light !== light) return false;
  if (department !== undefined && !isOf(clause, department)) return false;
  return text === '' || textOf(clause).includes(text.toLowerCase());
}

export function isBehind(light: Light | null): boolean {
  return light === 'behind' || light === 'overdue';
}

function isOf({ lead, supporting }: Clause, department: string): boolean {
  return [...lead, ...supporting].some(({ id }) => id === department);
}

function textOf({ number, summary, carriers }: Clause): string {
  const titles = carriers.flatMap(({ title }) => [title.zh, title.en]);
  return [number, summary.zh, summary.en, ...titles].join('\n').toLowerCase();
}

/** How deep below the top a clause stands. */
export function depthsOf(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of clauses) {
    depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
}
