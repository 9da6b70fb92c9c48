/**
 * Why a cell or a row is not taken as it stands. The sentences, each with its cure, are in the
 * message file `intake` under `reason.<code>`; findings of the data rules carry the rule's number
 * (`R003`) instead and are said by the message file `quality`.
 */
export const refusingCodes = [
  'valueMissing',
  'valueMasked',
  'numberDamaged',
  'characterDamaged',
  'formulaFailed',
  'numberExpected',
  'wholeNumberExpected',
  'numberOutOfBounds',
  'yesOrNoExpected',
  'dayExpected',
  'monthExpected',
  'monthAmbiguous',
  'yearExpected',
  'codeUnknown',
  'tooManyCodes',
  'textTooLong',
  'placeMissing',
  'placeUnknown',
  'placeAmbiguous',
  'placeOutsideReach',
  'leftWithoutReason',
  'householdUnknown',
  'householdClosed',
  'householdTwice',
  'householdInOtherCounty',
  'documentTwice',
  'documentHeldInCounty',
  'documentHeldElsewhere',
  'personTwice',
  'surveyTwice',
  'heldBack',
] as const;
export type RefusingCode = (typeof refusingCodes)[number];

export const warningCodes = [
  'formulaTaken',
  'roundedToFen',
  'roundedToHundredth',
  'serialDayTaken',
  'householdWithoutMembers',
  'headNameDiffers',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export type ReasonDetails = Readonly<Record<string, string | number>>;

/** One thing said about one row, or about one of its cells. */
export type Reason = {
  readonly code: string;
  /** Index of the column, from 0; absent if the row as a whole is meant. */
  readonly column?: number;
  readonly level: 'E' | 'W';
  /** What the sentence needs. Never a name or a number of a person. */
  readonly details?: ReasonDetails;
};

/** Takes what is wrong with the row at hand. Reused from row to row: a clean row makes no object. */
export class ReasonSink {
  refused = false;
  readonly reasons: Reason[] = [];

  clear(): void {
    if (this.reasons.length > 0) this.reasons.length = 0;
    this.refused = false;
  }

  refuse(code: RefusingCode, column?: number, details?: ReasonDetails): void {
    this.add({ code, level: 'E', ...at(column), ...(details === undefined ? {} : { details }) });
  }

  warn(code: WarningCode, column?: number): void {
    this.add({ code, level: 'W', ...at(column) });
  }

  add(reason: Reason): void {
    this.reasons.push(reason);
    if (reason.level === 'E') this.refused = true;
  }
}

function at(column: number | undefined): { column?: number } {
  return column === undefined ? {} : { column };
}

/** The message key of a reason: a rule's sentence, or one of the import's own. */
export function reasonKey(code: string, details: ReasonDetails | null): string {
  if (/^R\d{3}$/.test(code)) return `quality:${code}.${details?.['text'] ?? 'text'}`;
  return `intake:reason.${code}`;
}
