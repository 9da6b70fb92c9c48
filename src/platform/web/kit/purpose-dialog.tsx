import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRun } from './confirm-act.tsx';
import { FormDialog } from './form-dialog.tsx';

/** Why an officer looks at or takes out personal data (个人信息保护法 第六条: a clear purpose). */
export const purposes = ['visit', 'review', 'payment', 'petition', 'correction', 'other'] as const;

export type Purpose = {
  code: (typeof purposes)[number];
  note: string;
  /** Both in one sentence of the reader's language, for endpoints that take a text. */
  text: string;
};

type PurposeDialogProperties = {
  open: boolean;
  /** What is going to be shown or taken out. */
  subject?: string;
  onCancel: () => void;
  /** Does it; the dialog stays open with the problem if this throws. */
  onSubmit: (purpose: Purpose) => Promise<unknown>;
};

/** Asks for the purpose before personal data are shown or exported, and says that it is recorded. */
export function PurposeDialog(properties: PurposeDialogProperties) {
  return properties.open ? <OpenPurposeDialog {...properties} /> : null;
}

type Values = { code?: Purpose['code']; note?: string };

function OpenPurposeDialog({ subject, onCancel, onSubmit }: PurposeDialogProperties) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const code = Form.useWatch('code', form);
  const { run, isRunning, problem } = useRun(onCancel);
  const submit = ({ code: chosen, note = '' }: Values): void => {
    if (chosen === undefined) return;
    const label = t(`shell:purpose.${chosen}`);
    const text = note === '' ? label : t('shell:purpose.withNote', { purpose: label, note });
    run(() => onSubmit({ code: chosen, note, text }));
  };
  return (
    <FormDialog<Values>
      title={t('shell:purpose.title')}
      explanation={
        subject === undefined ? t('shell:purpose.text') : t('shell:purpose.textOf', { subject })
      }
      confirm={t('shell:purpose.go')}
      isRunning={isRunning}
      problem={problem}
      form={form}
      onSubmit={submit}
      onClose={onCancel}
    >
      <Form.Item
        name="code"
        label={t('shell:purpose.label')}
        rules={[{ required: true, message: t('shell:purpose.missing') }]}
      >
        <Radio.Group
          className="mb-choices"
          options={purposes.map((value) => ({ value, label: t(`shell:purpose.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t(code === 'other' ? 'shell:purpose.note' : 'shell:purpose.noteOptional')}
        rules={[
          {
            required: code === 'other',
            whitespace: true,
            message: t('shell:purpose.noteMissing'),
          },
        ]}
      >
        <Input maxLength={120} />
      </Form.Item>
    </FormDialog>
  );
}
