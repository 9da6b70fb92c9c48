import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../model/index.ts';
import { type Finding, useFindingText } from '../words/findings.ts';
import { isAbsent, isMasked, useFieldLabel } from '../words/value-text.ts';
import { isSameValue } from './changed-values.ts';
import { FieldInput } from './field-input.tsx';

export type FieldRowProperties = {
  field: Field;
  /** Tells the same field of several records apart. */
  recordId: string;
  value: unknown;
  /** What the record says; undefined for a new record. */
  base: unknown;
  isNew: boolean;
  /** How much it is wanted, while it is empty. */
  due: 'required' | 'expected' | undefined;
  onChange: (key: string, value: unknown) => void;
  faults: readonly Finding[];
  county: string;
};

/** The id of the control of a field, so that a finding can lead to it. */
export function fieldId(recordId: string, key: string): string {
  return `field-${recordId}-${key}`;
}

/** One field of a form: label, control, and what the rules say of it. */
export const FieldRow = memo(function FieldRow(row: FieldRowProperties) {
  const { field, recordId, value, base, isNew, onChange, faults } = row;
  const { t } = useTranslation();
  const label = useFieldLabel()(field.of, field.key);
  const id = fieldId(recordId, field.key);
  const notes = `${id}-notes`;
  const isReplaced = isMasked(base) && !isMasked(value);
  const isChanged = !isNew && !isSameValue(base, value);
  return (
    <div className={isChanged ? 'mb-household-field mb-household-changed' : 'mb-household-field'}>
      <FieldLabel field={field} id={id} label={label} value={value} due={row.due} />
      {isMasked(value) ? (
        <Hidden
          label={label}
          shown={value.shown}
          onReplace={() => onChange(field.key, emptyOf(field))}
        />
      ) : (
        <FieldInput
          field={field}
          id={id}
          label={label}
          value={value}
          onChange={(changed) => onChange(field.key, changed)}
          county={row.county}
          status={statusOf(faults)}
          describedBy={faults.length === 0 ? undefined : notes}
        />
      )}
      <div id={notes}>
        <FieldNotes faults={faults} />
      </div>
      {isReplaced && (
        <p className="mb-household-field-note">
          {isAbsent(value) && t('households:form.emptyErases')}
          <Button type="link" size="small" onClick={() => onChange(field.key, base)}>
            {t('households:form.keep')}
          </Button>
        </p>
      )}
    </div>
  );
});

function emptyOf(field: Field): unknown {
  return field.type === 'codes' ? [] : null;
}

function statusOf(faults: readonly Finding[]): 'error' | 'warning' | undefined {
  if (faults.some(({ level }) => level === 'E')) return 'error';
  return faults.length > 0 ? 'warning' : undefined;
}

type LabelProperties = {
  field: Field;
  id: string;
  label: string;
  value: unknown;
  due: FieldRowProperties['due'];
};

function FieldLabel({ field, id, label, value, due: wanted }: LabelProperties) {
  const { t } = useTranslation();
  const isGroup = field.type === 'boolean';
  const due = wanted !== undefined && (
    <span className="mb-household-due">{t(`households:form.${wanted}`)}</span>
  );
  if (isGroup || isMasked(value)) {
    return (
      <span className="mb-household-label">
        {label}
        {due}
      </span>
    );
  }
  return (
    <span className="mb-household-label">
      <label htmlFor={id}>{label}</label>
      {due}
    </span>
  );
}

function Hidden(properties: { label: string; shown: string; onReplace: () => void }) {
  const { label, shown, onReplace } = properties;
  const { t } = useTranslation();
  return (
    <span className="mb-household-hidden">
      <span className="mb-number">{shown}</span>
      <Button
        size="small"
        aria-label={t('households:form.replaceOf', { label })}
        onClick={onReplace}
      >
        {t('households:form.replace')}
      </Button>
    </span>
  );
}

function FieldNotes({ faults }: { faults: readonly Finding[] }) {
  const sentence = useFindingText();
  return faults.map((finding) => (
    <p
      key={`${finding.ruleId}.${finding.text}`}
      className={finding.level === 'E' ? 'mb-household-field-fault' : 'mb-household-field-warn'}
    >
      {sentence(finding)}
    </p>
  ));
}
