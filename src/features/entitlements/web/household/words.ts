import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../model/standing.ts';

/** A text of a pack in the reader's language. */
export function useBoth(): (text: { readonly zh: string; readonly en: string }) => string {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language.startsWith('en');
  return useCallback((text) => (isEnglish ? text.en : text.zh), [isEnglish]);
}

/** How urgent it is that somebody looks. */
export const toneOf = {
  dueNotGot: 'bad',
  gotNotDue: 'warn',
  dueUnrecorded: 'accent',
  gotAndDue: 'good',
  open: 'plain',
  hidden: 'plain',
  neither: 'plain',
} as const satisfies Record<Standing, string>;

/** In the order in which they are shown: what has to be put right first. */
export const shownStandings: readonly Standing[] = [
  'dueNotGot',
  'gotNotDue',
  'dueUnrecorded',
  'gotAndDue',
  'open',
  'hidden',
];
