/** Why a file as a whole cannot be read. Each has a sentence with its cure under `intake:file.<code>`. */
export const unreadableCodes = [
  'empty',
  'tooLarge',
  'oldExcel',
  'encrypted',
  'webPage',
  'otherOfficeFile',
  'notATable',
  'damaged',
  'inflatesTooMuch',
  'tooManyTexts',
  'encodingUnknown',
  'encodingBroken',
  'quoteOpen',
  'tooWide',
  'noSheet',
  'headerNotFound',
  'columnsMissing',
  'yearMissing',
  'goneFromDisk',
  'notFound',
] as const;
export type UnreadableCode = (typeof unreadableCodes)[number];
export type UnreadableDetails = Readonly<Record<string, string | number>>;

/** Thrown where a file cannot be read any further; nothing of it is taken then. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  readonly details: UnreadableDetails;

  constructor(code: UnreadableCode, details: UnreadableDetails = {}) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.details = details;
  }
}
