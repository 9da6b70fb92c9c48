import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Id } from '../../households/model/index.ts';
import type { Finding, RuleId } from './rule.ts';

/** Leave to differ from a rule, for one record, with the reason and the officer who answers for it. */
export type Exemption = {
  readonly ruleId: RuleId;
  readonly subjectId: Id;
  readonly reason: string;
  /** The account that granted it. */
  readonly by: Id;
  /** The last day on which it holds; null for as long as the record lives. */
  readonly until: PlainDate | null;
};

export type ExemptedFinding = { readonly finding: Finding; readonly exemption: Exemption };

export type Judged = {
  /** What is still to be put right or explained. */
  readonly open: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
};

/** Parts what is wrong from what is allowed to be, on a day. */
export function applyExemptions(
  findings: readonly Finding[],
  exemptions: readonly Exemption[],
  on: PlainDate,
): Judged {
  const inForce = new Map<string, Exemption>();
  for (const exemption of exemptions) {
    if (exemption.until !== null && exemption.until < on) continue;
    inForce.set(`${exemption.ruleId} ${exemption.subjectId}`, exemption);
  }
  const open: Finding[] = [];
  const exempted: ExemptedFinding[] = [];
  for (const finding of findings) {
    const exemption =
      finding.subjectId === null
        ? undefined
        : inForce.get(`${finding.ruleId} ${finding.subjectId}`);
    if (exemption === undefined) open.push(finding);
    else exempted.push({ finding, exemption });
  }
  return { open, exempted };
}
