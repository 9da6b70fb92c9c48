import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../../platform/web/kit/page-header.tsx';
import { Absent } from '../../../../platform/web/kit/values.tsx';
import {
  type ExpectedSubject,
  expectedFields,
  type Field,
  type FieldGroup,
  type FieldSubject,
  fields,
} from '../../model/index.ts';
import type { Values } from '../form/changed-values.ts';
import { isAbsent, isMasked, useFieldLabel, useValueText } from '../words/value-text.ts';

type RecordFactsProperties = {
  of: FieldSubject;
  record: Values;
  groups: readonly FieldGroup[];
  omit?: readonly string[];
  /** Clear values of sensitive fields, where they were asked for. */
  clear?: Values;
  /** Stands under its group's name. */
  isTitled?: boolean;
};

/** What is stated of a record, by group; of what is not stated only what should be. */
export function RecordFacts(properties: RecordFactsProperties) {
  const { of, record, groups, omit = [], clear = {}, isTitled = false } = properties;
  const { t } = useTranslation();
  return groups.map((group) => {
    const shown = fields[of].filter(
      (field) =>
        field.group === group && !omit.includes(field.key) && isWorthShowing(field, record),
    );
    if (shown.length === 0) return null;
    return (
      <div key={group} className="mb-household-facts">
        {isTitled && <h3>{t(`fields:group.${group}`)}</h3>}
        <FieldFacts fields={shown} record={record} clear={clear} />
      </div>
    );
  });
}

function isWorthShowing(field: Field, record: Values): boolean {
  const expected: readonly string[] = expectedFields[field.of as ExpectedSubject];
  return !isAbsent(record[field.key]) || expected.includes(field.key);
}

type FieldFactsProperties = { fields: readonly Field[]; record: Values; clear: Values };

function FieldFacts({ fields: shown, record, clear }: FieldFactsProperties) {
  const label = useFieldLabel();
  const words = useValueText();
  return (
    <Facts
      items={shown.map((field) => {
        const value = clear[field.key] ?? record[field.key];
        return {
          label: label(field.of, field.key),
          value: valueOf(value, words(field.of, field.key, value)),
        };
      })}
    />
  );
}

function valueOf(value: unknown, text: string): ReactNode {
  if (isAbsent(value)) return <Absent />;
  return <span className={isMasked(value) ? 'mb-number mb-soft' : 'mb-number'}>{text}</span>;
}

/** A sensitive value of a table: clear if it was asked for, masked otherwise. */
export function SensitiveText(properties: {
  of: FieldSubject;
  name: string;
  value: unknown;
  clear: unknown;
}) {
  const { of, name, value, clear } = properties;
  const words = useValueText();
  const shown = clear ?? value;
  return <>{valueOf(shown, words(of, name, shown))}</>;
}
