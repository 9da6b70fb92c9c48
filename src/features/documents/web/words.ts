import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../model/contract.ts';
import type { Words } from '../model/match.ts';

/** What a pack says, in the reader's language. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return useCallback((words) => (isEnglish ? words.en : words.zh), [isEnglish]);
}

/** A document's title; one without goes by the name of its file. */
export function titleOf(
  { title, fileName }: Pick<DocumentSummary, 'title' | 'fileName'>,
  t: TFunction,
): string {
  return title ?? t('documents:list.untitled', { file: fileName });
}
