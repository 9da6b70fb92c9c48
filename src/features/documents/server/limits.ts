/** What a file may be, before and while it is read. */
export const fileLimits = {
  /** A text of ten million characters, or a scanned book that will be refused anyway. */
  bytes: 32 * 1024 ** 2,
  /** Of a .docx: parts, and what each part that we read may inflate to. */
  parts: 2_000,
  inflatedBytes: 64 * 1024 ** 2,
  /** Inflated by packed bytes; text of an office program has 5 to 20. */
  ratio: 200,
  pages: 2_000,
  seconds: 60,
  heapMegabytes: 768,
} as const;
