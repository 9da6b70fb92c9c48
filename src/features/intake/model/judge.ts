import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { FieldSubject } from '../../households/model/index.ts';
import {
  checkHouseholdRow,
  checkPerson,
  checkSurvey,
  type Finding,
  type RuleContext,
  ruleContext,
} from '../../quality/model/index.ts';
import type { ReasonDetails } from './reasons.ts';
import type { RowFindings, RowJudge } from './row.ts';

export type JudgeInput = {
  /** The day of the import; ages are completed years on it. */
  readonly on: PlainDate;
  readonly reach: RegionCode;
  /** Takes numbers of the reserved area 99xxxx. */
  readonly reserved: boolean;
};

export function judgingContext({ on, reach, reserved }: JudgeInput): RuleContext {
  return ruleContext({ on, county: reach, clear: true, reserved });
}

/**
 * Judges rows by the data rules that a row answers by itself. A rule that asks for a field of which
 * the file has no column stays silent: the file says nothing about it, and the register may know.
 * Hints (I) are left to the quality pages.
 */
export function rowJudge(context: RuleContext, hasColumn: (target: string) => boolean): RowJudge {
  const tell = (subject: FieldSubject, findings: readonly Finding[], to: RowFindings): void => {
    for (const finding of findings) {
      if (finding.level === 'I') continue;
      if (!finding.fields.every((key) => hasColumn(`${subject}.${key}`))) continue;
      to.add({
        code: finding.ruleId,
        level: finding.level,
        subject,
        fields: finding.fields,
        details: detailsOf(finding),
      });
    }
  };
  return (row, to) => {
    if (row.person !== null) tell('person', checkPerson(row.person, context), to);
    if (row.household !== null) {
      tell(
        'household',
        checkHouseholdRow({ ...row.household, villageCode: row.villageCode }, context),
        to,
      );
    }
    if (row.survey !== null) tell('survey', checkSurvey(row.survey, context), to);
  };
}

/** What the sentence of a finding needs, and which of the rule's sentences it is. */
export function detailsOf({ text, details }: Pick<Finding, 'text' | 'details'>): ReasonDetails {
  return text === 'text' ? details : { ...details, text };
}
