import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../model/cell.ts';
import type { NamedProblem } from '../../model/contract.ts';
import type { MappingProblem } from '../../model/mapping.ts';
import { useTargetLabel } from './reason-words.ts';

/** Why a file cannot be read, with the cure. */
export function useFileProblem(): (problem: NamedProblem) => string {
  const { t } = useTranslation();
  return useCallback(({ code, details }) => t(`intake:file.${code}`, { ...details }), [t]);
}

/** Why an import ended as a whole. */
export function useRunProblem(): (problem: NamedProblem) => string {
  const { t } = useTranslation();
  return useCallback(({ code, details }) => t(`intake:run.${code}`, { ...details }), [t]);
}

/** What keeps a table's mapping from being used, and what to choose. */
export function useMappingProblem(): (problem: MappingProblem) => string {
  const { t } = useTranslation();
  const labelOf = useTargetLabel();
  return useCallback(
    (problem) => {
      switch (problem.code) {
        case 'columnsMissing': {
          const names = problem.targets.map((target) =>
            t('intake-desk:mapping.quoted', { name: labelOf(target) }),
          );
          return t('intake-desk:mapping.columnsMissing', {
            count: names.length,
            names: names.join(t('intake-desk:mapping.nameSeparator')),
          });
        }
        case 'targetTwice':
          return t('intake-desk:mapping.targetTwice', {
            name: labelOf(problem.target),
            columns: problem.columns.map(columnName).join(t('intake-desk:mapping.nameSeparator')),
          });
        case 'targetNotOfKind':
          return t('intake-desk:mapping.targetNotOfKind', { name: labelOf(problem.target) });
        case 'yearMissing':
          return t('intake-desk:mapping.yearMissing');
      }
    },
    [t, labelOf],
  );
}
