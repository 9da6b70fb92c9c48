import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { FormDialog } from '../../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import type { ClauseView, CorrectionBody, DocumentAnswer } from '../../model/contract.ts';
import { useChanged } from '../document-queries.ts';

type DialogProperties = { clause: ClauseView; document: DocumentAnswer; onClose: () => void };

function useCorrection({ document, onClose }: DialogProperties) {
  const { t } = useTranslation();
  const changed = useChanged();
  const { id, version } = document;
  return useAct({
    send: (correction: CorrectionBody['correction']) =>
      answer(
        api.POST('/api/documents/{id}/corrections', {
          params: { path: { id } },
          body: { version, correction },
        }),
      ),
    done: t('documents:clause.corrected'),
    onDone: (found) => {
      changed(found);
      onClose();
    },
  });
}

export function JoinDialog(properties: DialogProperties) {
  const { t } = useTranslation();
  const correct = useCorrection(properties);
  const { id, number, heading } = properties.clause;
  return (
    <FormDialog<object>
      title={t('documents:join.title')}
      explanation={t('documents:join.text', { number, heading })}
      confirm={t('documents:join.confirm')}
      isRunning={correct.isPending}
      problem={correct.error}
      onSubmit={() => correct.mutate({ kind: 'join', clause: id })}
      onClose={properties.onClose}
    />
  );
}

export function RenumberDialog(properties: DialogProperties) {
  const { t } = useTranslation();
  const correct = useCorrection(properties);
  const { id, number } = properties.clause;
  return (
    <FormDialog<{ number: string }>
      title={t('documents:renumber.title')}
      explanation={t('documents:renumber.text')}
      confirm={t('documents:renumber.confirm')}
      isRunning={correct.isPending}
      problem={correct.error}
      initialValues={{ number }}
      onSubmit={(values) => correct.mutate({ kind: 'renumber', clause: id, number: values.number })}
      onClose={properties.onClose}
    >
      <Form.Item name="number" label={t('documents:renumber.number')}>
        <Input maxLength={24} />
      </Form.Item>
    </FormDialog>
  );
}

const SHOWN_AROUND = 24;

/** The place is where the cursor stands in the text, so that arrow keys do as well as the mouse. */
export function SplitDialog(properties: DialogProperties) {
  const { t } = useTranslation();
  const correct = useCorrection(properties);
  const { id, text } = properties.clause;
  const [at, setAt] = useState(Math.floor(text.length / 2));
  return (
    <FormDialog<{ number?: string }>
      title={t('documents:split.title')}
      explanation={t('documents:split.text')}
      confirm={t('documents:split.confirm')}
      isRunning={correct.isPending}
      problem={correct.error}
      onSubmit={({ number = '' }) => correct.mutate({ kind: 'split', clause: id, at, number })}
      onClose={properties.onClose}
    >
      <Form.Item label={t('documents:split.label')} htmlFor="mb-split-text">
        <Input.TextArea
          id="mb-split-text"
          readOnly
          value={text}
          rows={8}
          onSelect={({ currentTarget }) => setAt(currentTarget.selectionStart)}
        />
      </Form.Item>
      <p className="mb-split-place" aria-live="polite">
        <span className="mb-soft">{t('documents:split.before')}</span>
        <span>…{text.slice(Math.max(0, at - SHOWN_AROUND), at)}</span>
        <span className="mb-soft">{t('documents:split.after')}</span>
        <span>{text.slice(at, at + SHOWN_AROUND)}…</span>
      </p>
      <Form.Item
        name="number"
        label={t('documents:split.number')}
        extra={t('documents:split.numberText')}
      >
        <Input maxLength={24} />
      </Form.Item>
    </FormDialog>
  );
}
