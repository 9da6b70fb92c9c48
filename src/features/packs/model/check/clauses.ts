import { coverageOf } from '../coverage.ts';
import { inside, type PackError } from '../pack.ts';
import { type Checking, fault } from './context.ts';

/** The tree of clauses, and whether what the pack says of each fits what carries it out. */
export function checkClauses(checking: Checking): PackError[] {
  const { pack, chain } = checking;
  if (pack.clauses.length === 0) {
    return [fault({ file: `${pack.folder}/clauses.yaml`, path: [] }, 'noClauses')];
  }
  const sources = new Set(chain.flatMap(({ head }) => head.value.sources.map(({ id }) => id)));
  const parents = new Set(pack.clauses.map(({ value }) => value.parent));
  const seen = new Set<string>();
  const carrying = new Map(coverageOf(pack).map((each) => [each.clause.id, each.carriers]));
  return pack.clauses.flatMap(({ value: clause, at }) => {
    const faults: PackError[] = [];
    const { id, parent } = clause;
    if (parent !== undefined && !seen.has(parent)) {
      faults.push(fault(inside(at, 'parent'), 'parentNotBefore', { id, parent }));
    }
    seen.add(id);
    if (clause.heading === true && !parents.has(id)) {
      faults.push(fault(inside(at, 'heading'), 'headingWithoutClauses', { id }));
    }
    const carriers = carrying.get(id) ?? [];
    if (clause.exhortation !== undefined && carriers.length > 0) {
      const items = carriers.map((carrier) => carrier.id).join(', ');
      faults.push(fault(inside(at, 'exhortation'), 'exhortationButCarried', { id, items }));
    }
    if (clause.exhortation !== undefined && clause.heading === true) {
      faults.push(fault(inside(at, 'exhortation'), 'exhortationOfHeading', { id }));
    }
    if (clause.source !== undefined && !sources.has(clause.source)) {
      faults.push(
        fault(inside(at, 'source'), 'sourceNotDeclared', {
          source: clause.source,
          suggestion: '–',
        }),
      );
    }
    return faults;
  });
}
