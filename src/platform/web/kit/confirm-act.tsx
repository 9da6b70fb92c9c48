import { Button, Form, Input, Modal } from 'antd';
import { cloneElement, type ReactElement, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from './states.tsx';

type ConfirmActProperties = {
  /** The button that opens the dialog. */
  trigger: ReactElement<{ onClick?: () => void }>;
  title: string;
  explanation?: ReactNode;
  /** What the confirming button says: the deed, not "OK". */
  confirm: string;
  reason?: 'required' | 'optional' | 'none';
  isDangerous?: boolean;
  /** Does it; the dialog stays open with the problem if this throws. */
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks once more before an act, with a reason where one is due. */
export function ConfirmAct(properties: ConfirmActProperties) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {cloneElement(properties.trigger, { onClick: () => setOpen(true) })}
      {isOpen && <ConfirmDialog {...properties} onClose={() => setOpen(false)} />}
    </>
  );
}

function ConfirmDialog(properties: ConfirmActProperties & { onClose: () => void }) {
  const { title, explanation, confirm, reason = 'none', isDangerous = false } = properties;
  const { onConfirm, onClose } = properties;
  const { t } = useTranslation();
  const { run, isRunning, problem } = useRun(onClose);
  const [form] = Form.useForm<{ reason?: string }>();
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
      <Form
        form={form}
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => run(() => onConfirm(values.reason?.trim() ?? ''))}
      >
        {explanation !== undefined && <p className="mb-dialog-text">{explanation}</p>}
        {reason !== 'none' && (
          <Form.Item
            name="reason"
            label={t(reason === 'required' ? 'shell:reason.label' : 'shell:reason.optional')}
            rules={
              reason === 'required'
                ? [{ required: true, whitespace: true, message: t('shell:reason.missing') }]
                : []
            }
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        )}
      </Form>
      {problem !== undefined && <ProblemView problem={problem} />}
    </Modal>
  );
}

/** Runs something of a dialog: busy while it runs, the problem if it fails, closed if it does not. */
export function useRun(onDone: () => void): {
  run: (work: () => Promise<unknown>) => void;
  isRunning: boolean;
  problem: unknown;
} {
  const [state, setState] = useState<{ isRunning: boolean; problem: unknown }>({
    isRunning: false,
    problem: undefined,
  });
  const run = (work: () => Promise<unknown>): void => {
    setState({ isRunning: true, problem: undefined });
    work().then(
      () => {
        setState({ isRunning: false, problem: undefined });
        onDone();
      },
      (problem: unknown) => setState({ isRunning: false, problem }),
    );
  };
  return { run, ...state };
}
