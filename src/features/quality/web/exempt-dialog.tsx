import { Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { ProblemView } from '../../../platform/web/kit/states.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import type { FindingView } from '../model/contract.ts';
import { useLookAgain } from './quality-queries.ts';

type ExemptDialogProperties = { finding: FindingView; onClose: () => void };
type Values = { reason: string; until?: dayjs.Dayjs | null };

/** Allows one record to differ from one rule, with the grounds and until when. */
export function ExemptDialog({ finding, onClose }: ExemptDialogProperties) {
  const { t } = useTranslation();
  const formId = useId();
  const lookAgain = useLookAgain();
  const { county, id, ruleId } = finding;
  const exempt = useAct({
    send: (input: { reason: string; until: string | null }, requestId) =>
      answer(
        api.POST('/api/quality/exemptions', {
          body: { requestId, county, findingId: id, ...input },
        }),
      ),
    done: t('quality-desk:exempt.done'),
    onDone: () => {
      lookAgain();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('quality-desk:exempt.title', { rule: ruleId, title: t(`quality:${ruleId}.title`) })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('shell:do.cancel')}
        </Button>,
        <Button
          key="exempt"
          type="primary"
          htmlType="submit"
          form={formId}
          loading={exempt.isPending}
        >
          {t('quality-desk:exempt.go')}
        </Button>,
      ]}
    >
      <p className="mb-dialog-text">{t('quality-desk:exempt.text')}</p>
      <Form<Values>
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason, until }) =>
          exempt.mutate({ reason: reason.trim(), until: until?.format('YYYY-MM-DD') ?? null })
        }
      >
        <Form.Item
          name="reason"
          label={t('quality-desk:exempt.reason')}
          rules={[{ required: true, whitespace: true, message: t('shell:reason.missing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('quality-desk:exempt.until')}
          extra={t('quality-desk:exempt.untilHelp')}
        >
          <DatePicker className="mb-wide" minDate={dayjs().startOf('day')} />
        </Form.Item>
      </Form>
      {exempt.error !== null && <ProblemView problem={exempt.error} />}
    </Modal>
  );
}
