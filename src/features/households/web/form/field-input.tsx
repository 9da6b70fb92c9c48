import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { CodeSelect, useCodeLabel } from '../../../../platform/web/kit/codes.tsx';
import { codesOf, type Field } from '../../model/index.ts';
import { DocumentNumberInput } from './document-number-input.tsx';

export type InputProperties = {
  field: Field;
  id: string;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** 6 digits; which areas may stand in a document number depends on it. */
  county: string;
  status: 'error' | 'warning' | undefined;
  describedBy: string | undefined;
};

/** The control for a value of this field. */
export function FieldInput(properties: InputProperties) {
  const { field, id, value, onChange, status, describedBy } = properties;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': status === 'error' ? true : undefined,
    ...(status === undefined ? {} : { status }),
  } as const;
  switch (field.type) {
    case 'boolean':
      return <YesOrNo {...properties} />;
    case 'code':
      return (
        <CodeSelect
          id={id}
          list={field.list ?? ''}
          codes={codesIn(field, value)}
          value={(value as string | null) ?? null}
          onChange={(code) => onChange(code ?? null)}
          aria-label={properties.label}
        />
      );
    case 'codes':
      return <SeveralCodes {...properties} />;
    case 'money':
      return <Amount {...properties} common={common} />;
    case 'integer':
    case 'decimal':
      return <Quantity {...properties} common={common} />;
    case 'day':
    case 'month':
      return <DayOrMonth {...properties} common={common} />;
    case 'documentNumber':
      return <DocumentNumberInput {...properties} />;
    default:
      return (
        <Input
          {...common}
          value={(value as string | null) ?? ''}
          onChange={(event) => onChange(event.target.value)}
          maxLength={200}
          autoComplete="off"
          inputMode={field.type === 'text' ? 'text' : 'numeric'}
        />
      );
  }
}

type Common = { id: string; status?: 'error' | 'warning' };

/** Codes that older files bring and nobody chooses: who is head is an act, who died is one too. */
const notOffered: Readonly<Record<string, readonly string[]>> = {
  relation: ['01', '02'],
  sex: ['0', '9'],
  healthStatus: ['deceased'],
};

function codesIn({ list }: Field, value: unknown): readonly string[] {
  if (list === undefined) return [];
  const left = notOffered[list] ?? [];
  const present: readonly unknown[] = Array.isArray(value) ? value : [value];
  return codesOf(list)
    .map(({ code }) => code)
    .filter((code) => !left.includes(code) || present.includes(code));
}

function YesOrNo({ label, value, onChange, describedBy, id }: InputProperties) {
  const { t } = useTranslation();
  const answers = [
    { value: 'yes', label: t('households:yes') },
    { value: 'no', label: t('households:no') },
    { value: 'none', label: t('shell:value.absent') },
  ];
  const meant = { yes: true, no: false, none: null } as const;
  const now = value === true ? 'yes' : 'no';
  return (
    <Radio.Group
      id={id}
      role="radiogroup"
      className="mb-household-yes-no"
      optionType="button"
      aria-label={label}
      aria-describedby={describedBy}
      options={answers}
      value={value === null || value === undefined ? 'none' : now}
      onChange={(event) => onChange(meant[event.target.value as keyof typeof meant])}
    />
  );
}

function SeveralCodes({ field, id, label, value, onChange, status }: InputProperties) {
  const codeLabel = useCodeLabel();
  return (
    <Select<string[]>
      id={id}
      className="mb-wide"
      mode="multiple"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      {...(status === undefined ? {} : { status })}
      {...(field.most === undefined ? {} : { maxCount: field.most })}
      value={(value as string[] | null) ?? []}
      onChange={onChange}
      options={codesIn(field, value).map((code) => ({
        value: code,
        label: codeLabel(field.list ?? '', code),
      }))}
      popupMatchSelectWidth={false}
    />
  );
}

const FEN_IN_YUAN = 100;

function Amount({ value, onChange, common }: InputProperties & { common: Common }) {
  const { t } = useTranslation();
  return (
    <InputNumber<number>
      {...common}
      className="mb-wide"
      value={typeof value === 'number' ? value / FEN_IN_YUAN : null}
      onChange={(yuan) => onChange(yuan === null ? null : Math.round(yuan * FEN_IN_YUAN))}
      precision={2}
      controls={false}
      inputMode="decimal"
      formatter={(yuan, { userTyping, input }) =>
        userTyping ? input : String(yuan ?? '').replace(/\.00$/, '')
      }
      suffix={t('fields:unit.yuan')}
    />
  );
}

function Quantity({ field, value, onChange, common }: InputProperties & { common: Common }) {
  const { t } = useTranslation();
  return (
    <InputNumber<number>
      {...common}
      className="mb-wide"
      value={typeof value === 'number' ? value : null}
      onChange={onChange}
      {...(field.type === 'integer' ? { precision: 0 } : {})}
      controls={false}
      inputMode="decimal"
      {...(field.unit === undefined || field.unit === 'year'
        ? {}
        : { suffix: t(`fields:unit.${field.unit}`) })}
    />
  );
}

const dayFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'];
const monthFormats = ['YYYY-MM', 'YYYYMM', 'YYYY-M', 'YYYY/M', 'YYYY.M'];

function DayOrMonth({ field, value, onChange, common }: InputProperties & { common: Common }) {
  const isMonth = field.type === 'month';
  const kept = isMonth ? 'YYYY-MM' : 'YYYY-MM-DD';
  return (
    <DatePicker
      {...common}
      className="mb-wide"
      picker={isMonth ? 'month' : 'date'}
      format={isMonth ? monthFormats : dayFormats}
      value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
      maxDate={dayjs()}
      onChange={(chosen: Dayjs | null) => onChange(chosen?.format(kept) ?? null)}
    />
  );
}
