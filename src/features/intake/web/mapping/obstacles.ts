import type { MappedTable, NamedProblem, RunTable } from '../../model/contract.ts';
import {
  type Mapping,
  type MappingProblem,
  problemOfMapping,
  type Target,
} from '../../model/mapping.ts';

export type Obstacle =
  | { readonly of: 'file'; readonly problem: NamedProblem }
  | { readonly of: 'mapping'; readonly problem: MappingProblem };

/** What must be settled before a table can be taken. By the columns as shown, not as last saved. */
export function obstaclesOf(table: MappedTable, standing: RunTable | undefined): Obstacle[] {
  const mapping = mappingOf(table);
  if (mapping === undefined) {
    const problem = standing?.problem ?? { code: 'headerNotFound', details: {} };
    return [{ of: 'file', problem }];
  }
  const problem = problemOfMapping(mapping);
  return problem === undefined ? [] : [{ of: 'mapping', problem }];
}

/** The mapping that a table stands for; undefined if its header was not found. */
export function mappingOf({ kind, headerRow, columns, year }: MappedTable): Mapping | undefined {
  if (kind === null || columns.length === 0) return undefined;
  return {
    kind,
    headerRow,
    year,
    columns: columns.map(({ header, target }) => ({ header, target: target as Target | null })),
  };
}
