import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedProblem } from '../../model/contract.ts';
import { reasonKey } from '../../model/judge.ts';
import { fieldOfTarget, type Target } from '../../model/mapping.ts';

type Details = NamedProblem['details'];

/** The sentence of a reason with its cure, as it is meant for one cell or row. */
export function useReasonSentence(): (reason: { code: string; details: Details }) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, details }) => {
      const plain = Object.fromEntries(
        Object.entries(details).filter(([, value]) => !Array.isArray(value)),
      ) as Record<string, string | number>;
      return t(reasonKey(code, plain), plain);
    },
    [t],
  );
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
