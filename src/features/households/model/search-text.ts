/** What somebody typed into the search box may mean, most likely first. */
export type SearchMeaning =
  | { by: 'name'; prefix: string }
  | { by: 'initials'; prefix: string }
  | { by: 'number'; prefix: string }
  | { by: 'documentTail'; tail: string };

const MOST_CHARACTERS = 40;

/**
 * Reads a search text: Chinese is a name from its beginning, letters are pinyin initials, three
 * digits and a digit or X are the tail of an ID number, other digits the beginning of a household number.
 * Nothing for a text that can mean none of these.
 */
export function meaningsOf(text: string): SearchMeaning[] {
  const plain = text.normalize('NFKC').trim().slice(0, MOST_CHARACTERS);
  if (plain === '') return [];
  if (/^\d{3}[\dXx]$/.test(plain)) {
    return [
      { by: 'documentTail', tail: plain.toUpperCase() },
      ...(/^\d+$/.test(plain) ? [{ by: 'number' as const, prefix: plain }] : []),
    ];
  }
  if (/^[A-Za-z]+$/.test(plain)) return [{ by: 'initials', prefix: plain.toLowerCase() }];
  if (/^[\dA-Za-z-]+$/.test(plain)) return [{ by: 'number', prefix: plain }];
  return [{ by: 'name', prefix: plain }];
}
