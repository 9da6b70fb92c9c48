/** Why a file gives no documents; each has a sentence with its cure under `documents:problem.<code>`. */
export const unreadableCodes = [
  'documentFileEmpty',
  'documentFileTooLarge',
  'documentOldWord',
  'documentEncrypted',
  'documentWebPage',
  'documentOtherOffice',
  'documentOtherKind',
  'documentDamaged',
  'documentInflates',
  'documentEncodingUnknown',
  'documentScanned',
  'documentTooManyPages',
  'documentTakesTooLong',
  'documentTooLong',
  'documentTooManyClauses',
  'documentWithoutClauses',
] as const;
export type UnreadableCode = (typeof unreadableCodes)[number];
export type UnreadableDetails = Readonly<Record<string, string | number>>;

/** Thrown where a file cannot be read as text with clauses; nothing of it is kept then. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;
  readonly details: UnreadableDetails;

  constructor(code: UnreadableCode, details: UnreadableDetails = {}) {
    super(code);
    this.name = 'UnreadableDocument';
    this.code = code;
    this.details = details;
  }
}
