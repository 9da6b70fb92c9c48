const FIRST_BYTES = 256 * 1024;
const BYTES_PER_CHARACTER = 3;

/**
 * Lines of COPY as bytes. A line is written out at once: kept as a string it would hold on to the
 * hundred pieces that it was put together from.
 */
export class LineBuffer {
  #bytes: Buffer | undefined;
  #used = 0;
  #likely = FIRST_BYTES;

  /** A line without its line feed. */
  add(line: string): void {
    const bytes = this.#withRoomFor(line.length * BYTES_PER_CHARACTER + 1);
    this.#used += bytes.write(line, this.#used, 'utf8');
    bytes[this.#used] = 10;
    this.#used += 1;
  }

  /** What was added since, in memory of its own. */
  take(): Uint8Array | undefined {
    const bytes = this.#bytes;
    const used = this.#used;
    if (bytes === undefined || used === 0) return undefined;
    this.#used = 0;
    // A few lines must not keep a large piece of memory from being used again.
    if (used < bytes.length / 2) return new Uint8Array(bytes.subarray(0, used));
    this.#bytes = undefined;
    this.#likely = bytes.length;
    return bytes.subarray(0, used);
  }

  #withRoomFor(more: number): Buffer {
    const bytes = this.#bytes;
    if (bytes !== undefined && this.#used + more <= bytes.length) return bytes;
    // Not from the pool: whoever takes it may hand it over to another thread.
    const larger = Buffer.allocUnsafeSlow(
      Math.max(this.#likely, (bytes?.length ?? 0) * 2, this.#used + more),
    );
    bytes?.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
    return larger;
  }
}
