import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId } from 'react';
import { CodeSelect } from '../../../../platform/web/kit/codes.tsx';
import { RegionPicker } from '../../../../platform/web/kit/region-picker.tsx';

type Labelled<Value> = { label: string; value: Value; onChange: (value: Value) => void };

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="mb-household-field">
      <label className="mb-household-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}

const dayFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'];

/** The day on which something happened; never after today. */
export function DayInput({ label, value, onChange }: Labelled<string>) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <DatePicker
        id={id}
        className="mb-wide"
        value={dayjs(value)}
        allowClear={false}
        maxDate={dayjs()}
        format={dayFormats}
        onChange={(chosen) => onChange(chosen?.format('YYYY-MM-DD') ?? value)}
      />
    </Labelled>
  );
}

/** A day that may be left open; never after today. */
export function OptionalDayInput({ label, value, onChange }: Labelled<string | undefined>) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <DatePicker
        id={id}
        className="mb-wide"
        value={value === undefined ? null : dayjs(value)}
        maxDate={dayjs()}
        format={dayFormats}
        onChange={(chosen) => onChange(chosen?.format('YYYY-MM-DD'))}
      />
    </Labelled>
  );
}

/** A village of a region, found by name, initials or code. */
export function VillageInput({
  label,
  value,
  onChange,
  within,
}: Labelled<string | undefined> & { within: string }) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <RegionPicker id={id} level="village" within={within} value={value} onChange={onChange} />
    </Labelled>
  );
}

type CodeInputProperties = Labelled<string | undefined> & {
  list: string;
  codes: readonly string[];
};

export function CodeInput({ label, value, onChange, list, codes }: CodeInputProperties) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <CodeSelect id={id} list={list} codes={codes} value={value ?? null} onChange={onChange} />
    </Labelled>
  );
}

export function TextInput({ label, value, onChange }: Labelled<string>) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <Input
        id={id}
        value={value}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}
