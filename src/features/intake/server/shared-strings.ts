import { UnreadableFile } from './unreadable-file.ts';

// Names and numbers of a million people; what is more belongs into a CSV.
const MOST_BYTES = 512 * 1024 ** 2;
const FIRST_BYTES = 1024 * 1024;
const REMEMBERED = 20_000;

/**
 * The texts of a workbook, which its cells name by number. Kept as bytes, not as strings: a text of
 * twenty bytes costs twenty bytes and not a hundred. The first texts are those that repeat (是,
 * 汉族, 小学), so they are remembered as strings once asked for.
 */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #ends = new Uint32Array(1024);
  #count = 0;
  #used = 0;
  readonly #remembered: (string | undefined)[] = [];

  add(text: string): void {
    const most = text.length * 3;
    if (this.#used + most > this.#bytes.length) this.#grow(most);
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(this.#ends.length * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  #grow(least: number): void {
    const wanted = Math.max(this.#bytes.length * 2, this.#used + least);
    if (this.#used + least > MOST_BYTES)
      throw new UnreadableFile('tooManyTexts', { most: MOST_BYTES });
    const bytes = Buffer.allocUnsafe(Math.min(wanted, MOST_BYTES));
    this.#bytes.copy(bytes, 0, 0, this.#used);
    this.#bytes = bytes;
  }

  /** The text of that number; undefined if the workbook has no such text. */
  get(index: number): string | undefined {
    if (index < REMEMBERED) {
      const known = this.#remembered[index];
      if (known !== undefined) return known;
    }
    if (!(index >= 0 && index < this.#count)) return undefined;
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const text = this.#bytes.toString('utf8', start, this.#ends[index]);
    if (index < REMEMBERED) this.#remembered[index] = text;
    return text;
  }
}
