import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { todayInChina } from '../../../platform/web/format.ts';
import { FormDialog } from '../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { usePostingName } from '../../../platform/web/shell/officer-menu.tsx';
import type { PostingView } from '../model/contract.ts';
import { DayField } from './day-field.tsx';

type EndPostingProperties = { posting: PostingView; onClose: () => void };

/** Ends a posting from a day on; today takes effect at the person's next click. */
export function EndPostingDialog({ posting, onClose }: EndPostingProperties) {
  const { t } = useTranslation();
  const postingName = usePostingName();
  const end = useAct({
    send: (body: { day: string }) =>
      answer(api.POST('/api/postings/{id}/end', { params: { path: { id: posting.id } }, body })),
    refresh: [['accounts']],
    done: t('accounts:end.done'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ day: string }>
      title={t('accounts:end.title', { name: postingName(posting) })}
      explanation={t('accounts:end.text')}
      confirm={t('accounts:end.open')}
      isDangerous
      isRunning={end.isPending}
      problem={end.error}
      initialValues={{ day: todayInChina() }}
      onSubmit={(values) => end.mutate(values)}
      onClose={onClose}
    >
      <DayField
        name="day"
        label={t('accounts:end.day')}
        earliest={todayInChina()}
        missing={t('accounts:grant.dayMissing')}
      />
    </FormDialog>
  );
}
