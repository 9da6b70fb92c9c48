import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, type FieldGroup, type FieldSubject, fields } from '../../model/index.ts';
import type { Finding } from '../words/findings.ts';
import type { Values } from './changed-values.ts';
import { readNumber, valuesOfNumber } from './document-number-input.tsx';
import { FieldRow } from './field-row.tsx';
import { isAsked, isDue } from './relevance.ts';

export type FieldsFormProperties = {
  of: FieldSubject;
  groups: readonly FieldGroup[];
  /** Fields of these groups that are not asked here. */
  omit?: readonly string[];
  /** Only these fields, in this order, without headings. */
  only?: readonly string[];
  recordId: string;
  values: Values;
  /** The record as it was read; undefined for a new one. */
  base?: Values | undefined;
  /** Stays the same function from one drawing to the next. */
  onChange: (changes: Values) => void;
  faults?: readonly Finding[];
  county: string;
};

const noFindings: readonly Finding[] = [];
const nothing: Values = {};

/** The fields of a record by group, as the field dictionary describes them. */
export function FieldsForm(form: FieldsFormProperties) {
  const { of, groups, omit = [], only } = form;
  const { t } = useTranslation();
  const shown = fields[of].filter(
    ({ key }) => !omit.includes(key) && isAsked(of, key, form.values),
  );
  if (only !== undefined) {
    const chosen = only.flatMap((key) => shown.find((field) => field.key === key) ?? []);
    return <Rows form={form} rows={chosen} />;
  }
  return groups.map((group) => {
    const rows = shown.filter((field) => field.group === group);
    if (rows.length === 0) return null;
    return (
      <fieldset key={group} className="mb-household-group">
        <legend>{t(`fields:group.${group}`)}</legend>
        <Rows form={form} rows={rows} />
      </fieldset>
    );
  });
}

function Rows({ form, rows }: { form: FieldsFormProperties; rows: readonly Field[] }) {
  const { values, base, county, recordId, onChange } = form;
  const faults = form.faults ?? noFindings;
  const change = useCallback(
    (key: string, value: unknown) =>
      onChange({ [key]: value, ...(key === 'documentNumber' ? readOff(value, county) : {}) }),
    [onChange, county],
  );
  return (
    <div className="mb-household-fields">
      {rows.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          recordId={recordId}
          value={values[field.key]}
          base={base?.[field.key]}
          isNew={base === undefined}
          due={isDue(field, values)}
          onChange={change}
          faults={about(faults, field.key)}
          county={county}
        />
      ))}
    </div>
  );
}

function about(faults: readonly Finding[], key: string): readonly Finding[] {
  const found = faults.filter((finding) => finding.fields.includes(key));
  return found.length === 0 ? noFindings : found;
}

/** What a right document number settles by itself. */
function readOff(value: unknown, county: string): Values {
  const read = readNumber(typeof value === 'string' ? value : '', county);
  return read.ok ? valuesOfNumber(read.value) : nothing;
}
