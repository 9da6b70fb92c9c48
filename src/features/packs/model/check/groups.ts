import { itemsOf } from '../chain.ts';
import { inside, type PackError } from '../pack.ts';
import { type Checking, fault } from './context.ts';

/** Rules that exclude one another need one subject and an order. */
export function checkGroups({ pack, chain }: Checking): PackError[] {
  const inherited = itemsOf(chain, 'rules');
  return pack.rules.flatMap(({ value: rule, at }) => {
    if (rule.exclusiveGroup === undefined) return [];
    const others = inherited
      .map(({ value }) => value)
      .filter((other) => other.exclusiveGroup === rule.exclusiveGroup && other.id !== rule.id);
    const faults: PackError[] = [];
    const stranger = others.find(({ subject }) => subject !== rule.subject);
    if (stranger !== undefined) {
      const details = { id: rule.id, other: stranger.id, group: rule.exclusiveGroup };
      faults.push(fault(inside(at, 'exclusiveGroup'), 'groupSubjectsDiffer', details));
    }
    const equal = others.find(({ priority }) => priority === rule.priority);
    if (equal !== undefined) {
      const details = { id: rule.id, other: equal.id, priority: rule.priority };
      faults.push(fault(inside(at, 'priority'), 'priorityTwice', details));
    }
    return faults;
  });
}
