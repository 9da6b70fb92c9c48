import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '../model/contract.ts';
import type { Level } from './quality-queries.ts';

export const toneOf: Readonly<Record<Level, 'bad' | 'warn' | 'plain'>> = {
  E: 'bad',
  W: 'warn',
  I: 'plain',
};

/** The sentence of a finding: what is wrong and what to do. */
export function useSentence(): (finding: FindingView) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ ruleId, text, details }) => t(`quality:${ruleId}.${text}`, { ...details }),
    [t],
  );
}

/** Whom or what a finding is about: a member by name, a year's survey, or the household. */
export function useAbout(): (finding: FindingView) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ subjectName, surveyYear }) => {
      if (subjectName !== null) return subjectName;
      if (surveyYear !== null) return t('quality-desk:findings.surveyOf', { year: surveyYear });
      return t('quality-desk:findings.ofHousehold');
    },
    [t],
  );
}

/** A rule's sentence with dots where a finding fills in its values. */
export function withoutValues(sentence: string): string {
  return sentence.replace(/\$t\([^)]*\)|\{\{\w+\}\}/g, '…');
}
