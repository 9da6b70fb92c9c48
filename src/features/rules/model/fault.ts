import type { Unanswered } from './problem.ts';

/**
 * What stands in place of a value that cannot be had. It goes through every operation as CEL's errors do: only
 * `false && …` and `true || …` are answered in spite of it.
 */
export class Fault {
  readonly reason: Unanswered;
  constructor(reason: Unanswered) {
    this.reason = reason;
  }
}

export const divisionByZero = new Fault({ code: 'divisionByZero' });
export const numberTooLarge = new Fault({ code: 'numberTooLarge' });
export const dayOutOfCalendar = new Fault({ code: 'dayOutOfCalendar' });
