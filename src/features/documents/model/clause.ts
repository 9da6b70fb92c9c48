/**
 * How a clause is numbered, outermost first. `preamble` and `closing` are the unnumbered text before
 * the first clause and after the last one.
 */
export const markerKinds = [
  'part',
  'chapter',
  'section',
  'article',
  'han',
  'hanParenthesised',
  'digit',
  'dotted',
  'digitParenthesised',
  'circled',
  'ordinal',
] as const;
export type MarkerKind = (typeof markerKinds)[number];
export const clauseKinds = [...markerKinds, 'preamble', 'closing'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** How sure the cutter is. What is likely or guessed is marked, so that a person looks at it. */
export const confidences = ['certain', 'likely', 'guessed'] as const;
export type Confidence = (typeof confidences)[number];

/** Why a person should look. Each has a sentence under `documents:note.<code>`. */
export const noteCodes = [
  'numberLost',
  'numberMissing',
  'numberRepeated',
  'numberSkipped',
  'numberBroken',
  'numberInText',
  'lineJoined',
  'itemsWithin',
  'closingGuessed',
  'byHand',
  'titleMissing',
  'titleGuessed',
  'borderGuessed',
] as const;
export type NoteCode = (typeof noteCodes)[number];
export type Note = {
  readonly code: NoteCode;
  readonly details?: Readonly<Record<string, string | number>>;
};

/** One clause of a document, in the order of the text. */
export type CutClause = {
  readonly path: string;
  readonly parent: string | null;
  /** 1 for the outermost; also for preamble and closing. */
  readonly level: number;
  readonly kind: ClauseKind;
  /** As printed, such as （三）; empty where the number is missing. */
  readonly number: string;
  readonly value: number;
  /** The attachment it stands in; 0 for the document itself. */
  readonly annex: number;
  readonly heading: string;
  /** Paragraphs, parted by line breaks, without the clauses below. */
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Found within a paragraph, not at the beginning of a line. */
  readonly inline: boolean;
  readonly confidence: Confidence;
  readonly notes: readonly Note[];
};

/** Why a line belongs to no clause. Each has a word under `documents:leftOut.<reason>`. */
export const leftOutReasons = [
  'webPage',
  'contents',
  'pageNumber',
  'heading',
  'cover',
  'addressees',
  'signature',
  'attachments',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOutLine = {
  readonly line: number;
  readonly text: string;
  readonly reason: LeftOutReason;
};

export type CutDocument = {
  readonly title: string | null;
  readonly issuer: string | null;
  /** The number of issue (发文字号), such as 柳办发〔2016〕3号. */
  readonly number: string | null;
  /** The day it bears, `YYYY-MM-DD`. */
  readonly issuedOn: string | null;
  /** The day on which a web page says it was published there. */
  readonly publishedOn: string | null;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly clauses: readonly CutClause[];
  readonly leftOut: readonly LeftOutLine[];
  readonly notes: readonly Note[];
};
