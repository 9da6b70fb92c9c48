/**
 * A refusal with a name: what was refused, and in the details what would help. Its sentence in
 * Chinese and English stands in the message files under `problem.<code>`; anything else that is
 * thrown is our own fault and answers 500.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
