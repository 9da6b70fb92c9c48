import { pinyin } from 'pinyin-pro';

const initialOfCharacter = new Map<string, string>();
const initialOfSurname = new Map<string, string>();

function remembered(memory: Map<string, string>, character: string, find: () => string): string {
  let initial = memory.get(character);
  if (initial === undefined) {
    initial = find().slice(0, 1).toLowerCase();
    memory.set(character, initial);
  }
  return initial;
}

/**
 * The pinyin initials of a person's name, in small letters: 单雄信 is `sxx`, for as a surname 单 is
 * read Shan. Marks between syllables are left out, letters stay. Characters are remembered, so that
 * the names of a province take seconds.
 */
export function nameInitials(name: string): string {
  let initials = '';
  for (const character of name) {
    if (!/[\p{Letter}\p{Number}]/u.test(character)) continue;
    initials +=
      initials === ''
        ? remembered(initialOfSurname, character, () =>
            pinyin(character, { pattern: 'first', toneType: 'none', surname: 'head' }),
          )
        : remembered(initialOfCharacter, character, () =>
            pinyin(character, { pattern: 'first', toneType: 'none' }),
          );
  }
  return initials;
}
