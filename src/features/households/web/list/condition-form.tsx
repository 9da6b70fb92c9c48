import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  codesOf,
  type FactField,
  type Filter,
  type FilterOperator,
  factFieldOf,
  factFields,
  formatFilters,
  parseFilters,
} from '../../model/index.ts';
import { useFilterWords } from '../words/filter-text.ts';
import { missingKeys } from './list-filters.ts';

type Condition = { field: string | undefined; operator: FilterOperator; value: string };

const operatorsOf: Readonly<Record<FactField['type'], readonly FilterOperator[]>> = {
  text: ['in', 'missing', 'present'],
  code: ['in', 'notIn', 'missing', 'present'],
  codes: ['in', 'notIn', 'missing', 'present'],
  boolean: ['in', 'missing', 'present'],
  integer: ['in', 'atLeast', 'below', 'missing', 'present'],
  decimal: ['atLeast', 'below', 'missing', 'present'],
  money: ['below', 'atLeast', 'missing', 'present'],
  day: ['atLeast', 'below', 'missing', 'present'],
};

const FEN_IN_YUAN = 100;

/** Field, comparison, value: one more condition of the list. */
export function ConditionForm({ onAdd }: { onAdd: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const [condition, setCondition] = useState<Condition>({
    field: undefined,
    operator: 'in',
    value: '',
  });
  const field = condition.field === undefined ? undefined : factFieldOf(condition.field);
  const needsValue = condition.operator !== 'missing' && condition.operator !== 'present';
  const filter: Filter = {
    field: condition.field ?? '',
    operator: condition.operator,
    values: needsValue ? [condition.value] : [],
  };
  const isWhole =
    (!needsValue || condition.value !== '') && parseFilters(formatFilters([filter])).ok;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) onAdd(filter);
  };
  return (
    <form className="mb-household-condition" onSubmit={submit}>
      <FieldChoice
        value={condition.field}
        onChange={(key) => setCondition({ field: key, operator: firstOperator(key), value: '' })}
      />
      {field !== undefined && (
        <Select<FilterOperator>
          aria-label={t('households:filter.comparison')}
          value={condition.operator}
          onChange={(operator) => setCondition((now) => ({ ...now, operator }))}
          options={operatorsOf[field.type].map((operator) => ({
            value: operator,
            label: t(`households:filter.is.${operator}`),
          }))}
        />
      )}
      {field !== undefined && needsValue && (
        <ValueInput
          field={field}
          value={condition.value}
          onChange={(value) => setCondition((now) => ({ ...now, value }))}
        />
      )}
      <Button type="primary" htmlType="submit" disabled={!isWhole}>
        {t('households:filter.add')}
      </Button>
    </form>
  );
}

function firstOperator(key: string): FilterOperator {
  const field = factFieldOf(key);
  return (field === undefined ? undefined : operatorsOf[field.type][0]) ?? 'in';
}

const subjects = ['household', 'survey', 'person'] as const;
/** For search and machines, not for people. */
const notOffered = ['household.headInitials', 'person.status'];

function FieldChoice(properties: { value: string | undefined; onChange: (key: string) => void }) {
  const { value, onChange } = properties;
  const { t } = useTranslation();
  const { fieldName } = useFilterWords();
  return (
    <Select<string>
      aria-label={t('households:filter.field')}
      placeholder={t('households:filter.field')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={onChange}
      options={subjects.map((subject) => ({
        label: t(`fields:subject.${subject}`),
        title: subject,
        options: factFields
          .filter(
            ({ key, filterable }) =>
              filterable && key.startsWith(`${subject}.`) && !notOffered.includes(key),
          )
          .map(({ key }) => ({ value: key, label: fieldName(key) })),
      }))}
    />
  );
}

type ValueInputProperties = {
  field: FactField;
  value: string;
  onChange: (value: string) => void;
};

function ValueInput({ field, value, onChange }: ValueInputProperties) {
  const { t } = useTranslation();
  const label = t('households:filter.value');
  switch (field.type) {
    case 'code':
    case 'codes':
    case 'boolean':
      return <ChoiceInput field={field} value={value} onChange={onChange} />;
    case 'money':
      return (
        <InputNumber<number>
          aria-label={label}
          className="mb-wide"
          controls={false}
          suffix={t('fields:unit.yuan')}
          value={value === '' ? null : Number(value) / FEN_IN_YUAN}
          onChange={(yuan) => onChange(yuan === null ? '' : String(Math.round(yuan * FEN_IN_YUAN)))}
        />
      );
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          className="mb-wide"
          value={value === '' ? null : dayjs(value)}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          placeholder={label}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function ChoiceInput({ field, value, onChange }: ValueInputProperties) {
  const { t } = useTranslation();
  const { valueText } = useFilterWords();
  return (
    <Select<string>
      aria-label={t('households:filter.value')}
      placeholder={t('households:filter.value')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      onChange={onChange}
      options={choicesOf(field).map((choice) => ({
        value: choice,
        label: valueText(field.key, choice),
      }))}
    />
  );
}

function choicesOf({ key, type, list }: FactField): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  if (list !== undefined) return codesOf(list).map(({ code }) => code);
  return key === 'household.missing' ? missingKeys : [];
}
