import { useCallback, useMemo, useState } from 'react';
import type { FieldSubject } from '../../model/index.ts';
import { changedValues, rebased, type Values } from './changed-values.ts';

export type RecordForm = {
  /** The record under the form. */
  base: Values;
  values: Values;
  /** What saving would send. */
  changes: Values;
  change: (changes: Values) => void;
  /** Puts a freshly read record under the form; what was typed stays. */
  rebase: (fresh: Values) => void;
};

/** The input of a form about a record that exists. */
export function useRecordForm(of: FieldSubject, record: Values): RecordForm {
  const [{ base, values }, setState] = useState({ base: record, values: record });
  const change = useCallback(
    (changes: Values) => setState((now) => ({ ...now, values: { ...now.values, ...changes } })),
    [],
  );
  const rebase = useCallback(
    (fresh: Values) =>
      setState((now) => ({
        base: fresh,
        values: rebased({ base: now.base, fresh, now: now.values }),
      })),
    [],
  );
  const changes = useMemo(() => changedValues(of, base, values), [of, base, values]);
  return { base, values, changes, change, rebase };
}
