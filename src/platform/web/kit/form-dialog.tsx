import { Button, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from './states.tsx';

type FormDialogProperties<Values extends object> = {
  title: string;
  /** What it means, above the fields. */
  explanation?: ReactNode;
  /** What the button says: the deed, not "OK". */
  confirm: string;
  isDangerous?: boolean;
  isRunning: boolean;
  /** What went wrong at the last try; the dialog stays open with it. */
  problem?: unknown;
  form?: FormInstance<Values>;
  initialValues?: { [Field in keyof Values]?: Values[Field] | undefined };
  onSubmit: (values: Values) => void;
  onClose: () => void;
  /** The fields. */
  children?: ReactNode;
};

/** A few fields in a dialog, sent by its button or the enter key. */
export function FormDialog<Values extends object>(properties: FormDialogProperties<Values>) {
  const { title, explanation, confirm, isDangerous = false, isRunning, problem } = properties;
  const { form, initialValues, onSubmit, onClose, children } = properties;
  const { t } = useTranslation();
  const formId = useId();
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('shell:do.cancel')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          htmlType="submit"
          form={formId}
          danger={isDangerous}
          loading={isRunning}
        >
          {confirm}
        </Button>,
      ]}
    >
      {explanation !== undefined && <p className="mb-dialog-text">{explanation}</p>}
      <Form<Values>
        {...(form === undefined ? {} : { form })}
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues ?? {}}
        onFinish={onSubmit}
      >
        {children}
      </Form>
      {problem !== undefined && problem !== null && <ProblemView problem={problem} />}
    </Modal>
  );
}
