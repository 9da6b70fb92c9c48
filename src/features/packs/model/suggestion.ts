/** How many letters have to be added, dropped or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1];
    for (const [place, second] of [...other].entries()) {
      const changed = (row[place] ?? 0) + (letter.toLowerCase() === second.toLowerCase() ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const MOST_LETTERS = 64;

/** The word that was probably meant; undefined if none is near. */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  if (written.length > MOST_LETTERS) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const found = distance(written, word);
    if (found < least) {
      least = found;
      best = word;
    }
  }
  return best;
}
