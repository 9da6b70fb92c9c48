import type { Scope } from './checking.ts';
import { hasPersons, recordsFor } from './facts-schema.ts';

/** Everything that may stand first in a path. */
export function namesIn(scope: Pick<Scope, 'subject' | 'variables' | 'answers'>): string[] {
  const persons = hasPersons(scope.subject) ? ['persons'] : [];
  return [
    ...scope.variables.keys(),
    ...recordsFor(scope.subject),
    ...persons,
    ...(scope.answers.size === 0 ? [] : ['answer']),
    'parameter',
    'on',
    'year',
  ];
}
