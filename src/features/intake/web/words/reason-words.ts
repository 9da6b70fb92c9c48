import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type CodeListId, codesOf, nationalName } from '../../../households/model/index.ts';
import type { NamedProblem } from '../../model/contract.ts';
import { fieldOfTarget, type Target } from '../../model/mapping.ts';
import { reasonKey } from '../../model/reasons.ts';

type Details = NamedProblem['details'];
type Words = Record<string, string | number>;

/** The sentence of a reason with its cure, as it is meant for one cell or row. */
export function useReasonSentence(): (reason: { code: string; details: Details }) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, details }) => {
      const words = plainWords(details);
      const { list, field } = words;
      return t(reasonKey(code, words), {
        ...words,
        ...(typeof list === 'string' ? { allowed: choicesOf(list, t) } : {}),
        ...(typeof field === 'string' ? { field: t(`fields:${field}`) } : {}),
      });
    },
    [t],
  );
}

function plainWords(details: Details): Words {
  const plain = Object.entries(details).filter(([, value]) => !Array.isArray(value));
  return Object.fromEntries(plain) as Words;
}

const MOST_CHOICES = 15;

/** What may be written into a cell: the Chinese names, whatever the language of the screen. */
function choicesOf(list: string, t: (key: string) => string): string {
  const named = list as CodeListId;
  return codesOf(named)
    .slice(0, MOST_CHOICES)
    .map(({ code }) => nationalName(named, code as never))
    .join(t('intake-desk:mapping.nameSeparator'));
}

/** A few words for a reason that many rows share. */
export function useReasonTitle(): (code: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (code) =>
      /^R\d{3}$/.test(code) ? t(`quality:${code}.title`) : t(`intake-desk:reason.${code}`),
    [t],
  );
}

/** What a column is taken as: the label of the field, or of the part of the place. */
export function useTargetLabel(): (target: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (target) => {
      const field = fieldOfTarget(target as Target);
      const key = target.slice(target.indexOf('.') + 1);
      return field === undefined
        ? t(`intake-desk:place.${key}`)
        : t(`fields:${field.of}.${field.key}`);
    },
    [t],
  );
}
