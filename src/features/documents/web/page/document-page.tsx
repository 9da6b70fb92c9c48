import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { formatInstant } from '../../../../platform/web/format.ts';
import { ConfirmAct } from '../../../../platform/web/kit/confirm-act.tsx';
import { Loaded } from '../../../../platform/web/kit/loaded.tsx';
import { Facts, PageHeader, Section } from '../../../../platform/web/kit/page-header.tsx';
import { saveFile } from '../../../../platform/web/kit/save-file.ts';
import { useProblemSentence } from '../../../../platform/web/kit/states.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import { usePathParameter } from '../../../../platform/web/kit/use-path-parameter.ts';
import { Absent, Day } from '../../../../platform/web/kit/values.tsx';
import type { DocumentAnswer } from '../../model/contract.ts';
import { useChanged, useDocument } from '../document-queries.ts';
import { titleOf } from '../words.ts';
import { ClauseList } from './clause-list.tsx';
import { LeftOutSection } from './left-out-section.tsx';
import { PackSection } from './pack-section.tsx';
import '../documents.css';

/** One document: what its head says, its clauses beside the pack, and what was left out. */
export function DocumentPage() {
  const { t } = useTranslation();
  const id = usePathParameter('id');
  const query = useDocument(id);
  return (
    <>
      <PageHeader
        title={query.data === undefined ? t('documents:page.title') : titleOf(query.data, t)}
        back="/documents"
        actions={query.data !== undefined && <Actions document={query.data} />}
      />
      <Loaded query={query}>
        {(document) => (
          <>
            <Standing document={document} />
            <Head document={document} />
            <PackSection document={document} />
            <ClauseList key={document.id} document={document} />
            <LeftOutSection lines={document.leftOut} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Actions({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const changed = useChanged();
  const path = { id: document.id };
  const withdraw = useAct({
    send: (reason: string) =>
      answer(
        api.POST('/api/documents/{id}/withdrawal', {
          params: { path },
          body: { version: document.version, reason },
        }),
      ),
    done: t('documents:page.withdrawn'),
    onDone: changed,
  });
  return (
    <>
      <OutlineButton id={document.id} />
      {document.mayChange && (
        <ConfirmAct
          trigger={<Button danger>{t('documents:page.withdraw')}</Button>}
          title={t('documents:page.withdrawTitle')}
          explanation={t('documents:page.withdrawText')}
          confirm={t('documents:page.withdraw')}
          reason="required"
          isDangerous
          onConfirm={async (reason) => await withdraw.mutateAsync(reason)}
        />
      )}
    </>
  );
}

function OutlineButton({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useProblemSentence();
  const download = useMutation({
    mutationFn: async () =>
      await saveFile(
        api.GET('/api/documents/{id}/clauses.yaml', { params: { path: { id } }, parseAs: 'blob' }),
      ),
    onError: (problem) => void message.error(sentence(problem)),
  });
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('documents:page.outline')}
    </Button>
  );
}

/** Why the document cannot be changed, and what of its head is a guess. */
function Standing({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const { notes, withdrawnAt, withdrawnBecause, mayChange } = document;
  return (
    <>
      {withdrawnAt !== null && (
        <div className="mb-documents-notice mb-documents-notice-warn" role="note">
          <strong>{t('documents:page.withdrawnTitle')}</strong>
          <p>{t('documents:page.withdrawnText', { reason: withdrawnBecause ?? '' })}</p>
        </div>
      )}
      {withdrawnAt === null && !mayChange && (
        <p className="mb-documents-read-only mb-soft">{t('documents:page.readOnly')}</p>
      )}
      {notes.length > 0 && (
        <div className="mb-documents-notice" role="note">
          <strong>{t('documents:page.notes')}</strong>
          <ul>
            {notes.map(({ code, details }) => (
              <li key={code}>{t(`documents:note.${code}`, details ?? {})}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Head({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const { firstLine: first, lastLine: last, uploadedAt, uploadedBy } = document;
  return (
    <Section title={t('documents:page.facts')}>
      <Facts
        items={[
          { label: t('documents:list.issuer'), value: document.issuer ?? <Absent /> },
          { label: t('documents:list.number'), value: document.number ?? <Absent /> },
          { label: t('documents:list.issuedOn'), value: <Day value={document.issuedOn} /> },
          { label: t('documents:page.publishedOn'), value: <Day value={document.publishedOn} /> },
          {
            label: t('documents:page.file'),
            value: (
              <>
                {document.fileName}{' '}
                <span className="mb-soft">{t('documents:page.lines', { first, last })}</span>
              </>
            ),
          },
          {
            label: t('documents:list.uploadedAt'),
            value: t('documents:page.uploaded', {
              name: uploadedBy,
              at: formatInstant(uploadedAt),
            }),
          },
        ]}
      />
    </Section>
  );
}
