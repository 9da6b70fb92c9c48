import { Form, Input } from 'antd';
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './form-dialog.tsx';

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
  return (
    <FormDialog<{ reason?: string }>
      title={title}
      explanation={explanation}
      confirm={confirm}
      isDangerous={isDangerous}
      isRunning={isRunning}
      problem={problem}
      onSubmit={(values) => run(() => onConfirm(values.reason?.trim() ?? ''))}
      onClose={onClose}
    >
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
    </FormDialog>
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
