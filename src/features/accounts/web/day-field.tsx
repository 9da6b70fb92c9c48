import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

type DayFieldProperties = {
  name: string;
  label: string;
  /** Earlier days cannot be chosen. */
  earliest: string;
  /** What to say if it is left empty; without it the day may be absent. */
  missing?: string;
  hint?: string;
};

/** A day in a form; its value is text, `2026-03-01`. */
export function DayField({ name, label, earliest, missing, hint }: DayFieldProperties) {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(hint === undefined ? {} : { extra: hint })}
      rules={missing === undefined ? [] : [{ required: true, message: missing }]}
      getValueProps={(day: string | undefined) => ({
        value: day === undefined ? null : dayjs(day),
      })}
      normalize={(chosen: Dayjs | null) => chosen?.format('YYYY-MM-DD')}
    >
      <DatePicker className="mb-wide" minDate={dayjs(earliest)} format="YYYY-MM-DD" />
    </Form.Item>
  );
}
