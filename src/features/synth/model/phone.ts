import type { Dice } from './dice.ts';

/** Segments that had not been given to any operator when this was written (2022): nobody is called. */
const segments = ['142', '143', '154', '161', '164', '194'] as const;

/** A mobile number of the right form that nobody has; two of a county are hardly ever equal. */
export function unrealPhone(dice: Dice): string {
  return `${dice.pick(segments)}${String(dice.between(0, 99_999_999)).padStart(8, '0')}`;
}
