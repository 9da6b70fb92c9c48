import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../model/cell.ts';
import type { MappedTable } from '../../model/contract.ts';
import { fieldOfTarget, type SourceKind, type Target, targetsFor } from '../../model/mapping.ts';
import { useTargetLabel } from '../words/reason-words.ts';

export type TargetOption = {
  value: string;
  label: string;
  /** What typing is compared with: the label and every header that the field ever had. */
  found: string;
  /** The column that has this target already, as `D`. */
  takenBy?: string;
};
export type TargetGroup = { label: string; title: string; options: TargetOption[] };

/** Everything a column of this table may be, in the blocks that the forms use. */
export function useTargetGroups(
  kind: SourceKind,
  columns: MappedTable['columns'],
): readonly TargetGroup[] {
  const { t } = useTranslation();
  const labelOf = useTargetLabel();
  return useMemo(() => {
    const takenBy = new Map(
      columns.flatMap(({ target }, index) =>
        target === null ? [] : [[target, columnName(index)] as const],
      ),
    );
    const groups = new Map<string, TargetGroup>();
    for (const target of targetsFor(kind)) {
      const label = groupLabel(target, t);
      const group = groups.get(label) ?? { label, title: label, options: [] };
      group.options.push(optionOf(target, labelOf(target), takenBy.get(target)));
      groups.set(label, group);
    }
    return [...groups.values()];
  }, [kind, columns, t, labelOf]);
}

function groupLabel(target: Target, t: (key: string) => string): string {
  const field = fieldOfTarget(target);
  if (field === undefined) return t('intake-desk:mapping.placeGroup');
  return [t(`fields:subject.${field.of}`), t(`fields:group.${field.group}`)].join(' · ');
}

function optionOf(target: Target, label: string, takenBy: string | undefined): TargetOption {
  const headers = fieldOfTarget(target)?.headers ?? [];
  return {
    value: target,
    label,
    found: [label, ...headers].join('\n').toLowerCase(),
    ...(takenBy === undefined ? {} : { takenBy }),
  };
}
