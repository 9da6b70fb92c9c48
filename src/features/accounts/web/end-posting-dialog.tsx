import { Button, Form, Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { ProblemView } from '../../../platform/web/kit/states.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { usePostingName } from '../../../platform/web/shell/officer-menu.tsx';
import type { PostingView } from '../model/contract.ts';
import { DayField, todayInChina } from './day-field.tsx';

type EndPostingProperties = { posting: PostingView; onClose: () => void };

/** Ends a posting from a day on; today takes effect at the person's next click. */
export function EndPostingDialog({ posting, onClose }: EndPostingProperties) {
  const { t } = useTranslation();
  const postingName = usePostingName();
  const formId = useId();
  const end = useAct({
    send: (body: { day: string }) =>
      answer(api.POST('/api/postings/{id}/end', { params: { path: { id: posting.id } }, body })),
    refresh: [['accounts']],
    done: t('accounts:end.done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('accounts:end.title', { name: postingName(posting) })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('shell:do.cancel')}
        </Button>,
        <Button
          key="end"
          type="primary"
          danger
          htmlType="submit"
          form={formId}
          loading={end.isPending}
        >
          {t('accounts:end.open')}
        </Button>,
      ]}
    >
      <p className="mb-dialog-text">{t('accounts:end.text')}</p>
      <Form<{ day: string }>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: todayInChina() }}
        onFinish={(values) => end.mutate(values)}
      >
        <DayField
          name="day"
          label={t('accounts:end.day')}
          earliest={todayInChina()}
          missing={t('accounts:grant.dayMissing')}
        />
      </Form>
      {end.error !== null && <ProblemView problem={end.error} />}
    </Modal>
  );
}
