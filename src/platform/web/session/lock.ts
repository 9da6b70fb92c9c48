import { Refusal } from '../api.ts';

export type Lock = { title: string; until: number };

/** The lock that a refusal tells of, in its details as seconds to wait or as the end in UTC. */
export function lockOf(problem: unknown, now: number = Date.now()): Lock | undefined {
  if (!(problem instanceof Refusal)) return undefined;
  const { seconds, until } = problem.details;
  if (typeof seconds === 'number') return { title: problem.title, until: now + seconds * 1000 };
  const end = typeof until === 'string' ? Date.parse(until) : Number.NaN;
  return Number.isNaN(end) ? undefined : { title: problem.title, until: end };
}
