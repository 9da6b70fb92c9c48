import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../../platform/web/api.ts';

/** Something that a data rule found, as refusals and the findings of a household carry it. */
export type Finding = {
  readonly ruleId: string;
  /** E must be put right, W must be explained, I is a hint. */
  readonly level: 'E' | 'W' | 'I';
  readonly subject: string;
  readonly subjectId: string | null;
  readonly fields: readonly string[];
  readonly text: string;
  readonly details: Readonly<Record<string, string | number>>;
};

/** The sentence of a finding: what is wrong and what to do. */
export function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ ruleId, text, details }) => t(`quality:${ruleId}.${text}`, { ...details }),
    [t],
  );
}

const refusalsOfRules = ['dataRuleBroken', 'explanationNeeded'];

/** What the data rules found in something that was sent; empty for any other problem. */
export function findingsOf(problem: unknown): readonly Finding[] {
  if (!(problem instanceof Refusal) || !refusalsOfRules.includes(problem.code)) return [];
  const { findings } = problem.details;
  return Array.isArray(findings) ? (findings as Finding[]) : [];
}

/** The findings about one record. A new household's own may come without an id. */
export function findingsAbout(
  findings: readonly Finding[],
  about: { subject: string; id: string },
): readonly Finding[] {
  return findings.filter(
    ({ subject, subjectId }) =>
      subject === about.subject && (subjectId === about.id || subjectId === null),
  );
}
