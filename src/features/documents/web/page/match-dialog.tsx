import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { FormDialog } from '../../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import type { ClauseView, DocumentAnswer } from '../../model/contract.ts';
import { useChanged } from '../document-queries.ts';
import { useWords } from '../words.ts';

type MatchProperties = { clause: ClauseView; document: DocumentAnswer };

/** Says which clause of the pack a clause says; null says that it says none. */
export function useMatch({ clause, document }: MatchProperties, onDone?: () => void) {
  const { t } = useTranslation();
  const changed = useChanged();
  const path = { id: document.id, clause: clause.id };
  return useAct({
    send: (packClauseId: string | null) =>
      answer(
        api.PUT('/api/documents/{id}/clauses/{clause}/match', {
          params: { path },
          body: { version: document.version, packClauseId },
        }),
      ),
    done: t('documents:clause.matched'),
    onDone: (found) => {
      changed(found);
      onDone?.();
    },
  });
}

const NONE = '';

export function MatchDialog({
  clause,
  document,
  onClose,
}: MatchProperties & { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const match = useMatch({ clause, document }, onClose);
  return (
    <FormDialog<{ packClauseId: string }>
      title={t('documents:match.title')}
      explanation={`${clause.number}${clause.heading}`}
      confirm={t('documents:match.confirm')}
      isRunning={match.isPending}
      problem={match.error}
      initialValues={{ packClauseId: clause.match?.packClauseId ?? NONE }}
      onSubmit={({ packClauseId }) => match.mutate(packClauseId === NONE ? null : packClauseId)}
      onClose={onClose}
    >
      <Form.Item name="packClauseId" label={t('documents:match.label')}>
        <Select<string>
          className="mb-wide"
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: NONE, label: t('documents:match.none') },
            ...(document.pack?.clauses ?? []).map(({ id, number, summary }) => ({
              value: id,
              label: `${id}  ${number}  ${words(summary)}`,
            })),
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
