import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { FormDialog } from '../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import type { FindingView } from '../model/contract.ts';
import { useLookAgain } from './quality-queries.ts';

type ExemptDialogProperties = { finding: FindingView; onClose: () => void };
type Values = { reason: string; until?: dayjs.Dayjs | null };

/** Allows one record to differ from one rule, with the grounds and until when. */
export function ExemptDialog({ finding, onClose }: ExemptDialogProperties) {
  const { t } = useTranslation();
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
    <FormDialog<Values>
      title={t('quality-desk:exempt.title', { rule: ruleId, title: t(`quality:${ruleId}.title`) })}
      explanation={t('quality-desk:exempt.text')}
      confirm={t('quality-desk:exempt.go')}
      isRunning={exempt.isPending}
      problem={exempt.error}
      onSubmit={({ reason, until }) =>
        exempt.mutate({ reason: reason.trim(), until: until?.format('YYYY-MM-DD') ?? null })
      }
      onClose={onClose}
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
    </FormDialog>
  );
}
