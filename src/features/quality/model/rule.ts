import type { FieldSubject, Id } from '../../households/model/index.ts';
import type { RuleContext } from './rule-context.ts';

/** E refuses the record, W needs an explanation, I is a hint. */
export type RuleLevel = 'E' | 'W' | 'I';
export type RuleId = `R${number}`;

export type Details = Readonly<Record<string, string | number>>;

/** What a check found wrong. Clean records give `undefined`, so that nothing is made for them. */
export type Fault = {
  /** Which of the rule's sentences says it; `text` if it has only one. */
  readonly text?: string;
  /** The fields to mark, where these are not all fields of the rule. */
  readonly fields?: readonly string[];
  /** What the sentence needs. Never a name or a number of a document. */
  readonly details?: Details;
  /** Where this case is milder than the rule as a whole. */
  readonly level?: RuleLevel;
  /** Whom of the household it concerns. */
  readonly personId?: Id | null;
};

export type Check<Subject> = (
  subject: Subject,
  context: RuleContext,
) => Fault | readonly Fault[] | undefined;

/** A data rule. Its title and its sentences are in the message file `quality`, under its number. */
export type Rule<Subject> = {
  readonly id: RuleId;
  readonly level: RuleLevel;
  readonly subject: FieldSubject;
  readonly fields: readonly string[];
  /** Needs ID numbers or phones in clear; skipped where they are sealed. */
  readonly needsClear?: true;
  /** Also holds for persons who left the register. */
  readonly evenAfterLeaving?: true;
  readonly check: Check<Subject>;
};

/** One thing wrong with one record. */
export type Finding = {
  readonly ruleId: RuleId;
  readonly level: RuleLevel;
  readonly subject: FieldSubject;
  /** Absent while a row has no record yet. */
  readonly subjectId: Id | null;
  readonly fields: readonly string[];
  readonly text: string;
  readonly details: Details;
};

/** The fault of a rule that has one sentence and needs no details. */
export const FAULT: Fault = {};

const noDetails: Details = {};

export function findingOf(
  rule: Pick<Rule<never>, 'id' | 'level' | 'subject' | 'fields'>,
  fault: Fault,
  subjectId: Id | null,
): Finding {
  const ofPerson = fault.personId !== undefined;
  return {
    ruleId: rule.id,
    level: fault.level ?? rule.level,
    subject: ofPerson ? 'person' : rule.subject,
    subjectId: ofPerson ? (fault.personId ?? null) : subjectId,
    fields: fault.fields ?? rule.fields,
    text: fault.text ?? 'text',
    details: fault.details ?? noDetails,
  };
}

/** The key of the sentence that says what is wrong and what to do. */
export function messageKeyOf(finding: Pick<Finding, 'ruleId' | 'text'>): string {
  return `quality:${finding.ruleId}.${finding.text}`;
}

/** True if the record may not be taken as it is. */
export function isRefused(findings: readonly Pick<Finding, 'level'>[]): boolean {
  return findings.some((finding) => finding.level === 'E');
}
