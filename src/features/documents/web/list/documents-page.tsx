import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../platform/web/format.ts';
import { ToneTag } from '../../../../platform/web/kit/codes.tsx';
import { type Column, DataTable } from '../../../../platform/web/kit/data-table.tsx';
import { PageHeader, Section } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { Absent, Day, Instant } from '../../../../platform/web/kit/values.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import type { DocumentSummary } from '../../model/contract.ts';
import { allDocumentsKey, loadDocuments } from '../document-queries.ts';
import { titleOf, useWords } from '../words.ts';
import { UploadPanel } from './upload-panel.tsx';
import '../documents.css';

/** Where policy documents come in, and all that are there. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const words = useWords();
  const may = useMay();
  const mayUpload = may('document.edit');
  return (
    <>
      <PageHeader title={t('documents:list.title')} description={t('documents:list.text')} />
      {mayUpload && <UploadPanel />}
      <Section title={t('documents:list.caption')}>
        <DataTable<DocumentSummary>
          name="documents"
          caption={t('documents:list.caption')}
          queryKey={allDocumentsKey}
          load={loadDocuments}
          rowKey={({ id }) => id}
          open={({ id }) => `/documents/${id}`}
          search={t('documents:list.search')}
          filters={[{ kind: 'toggle', key: 'withdrawn', label: t('documents:list.withdrawn') }]}
          columns={columnsOf(t, words)}
          empty={
            <EmptyState
              title={t('documents:list.none')}
              description={t(mayUpload ? 'documents:list.noneText' : 'documents:list.noneReadText')}
            />
          }
        />
      </Section>
    </>
  );
}

type Words = ReturnType<typeof useWords>;
type Cells = Column<DocumentSummary>[];

function columnsOf(t: TFunction, words: Words): Cells {
  return [...headColumns(t), ...clauseColumns(t, words), ...uploadColumns(t)];
}

function headColumns(t: TFunction): Cells {
  return [
    {
      key: 'name',
      title: t('documents:list.name'),
      width: 300,
      render: (row) => (
        <span className="mb-documents-name">
          {titleOf(row, t)}
          {row.withdrawnAt !== null && (
            <ToneTag tone="warn">{t('documents:page.withdrawn')}</ToneTag>
          )}
        </span>
      ),
    },
    {
      key: 'issuer',
      title: t('documents:list.issuer'),
      width: 140,
      optional: true,
      render: ({ issuer }) => issuer ?? <Absent />,
    },
    {
      key: 'number',
      title: t('documents:list.number'),
      width: 150,
      optional: true,
      render: ({ number }) => number ?? <Absent />,
    },
    {
      key: 'issuedOn',
      title: t('documents:list.issuedOn'),
      width: 110,
      render: ({ issuedOn }) => <Day value={issuedOn} />,
    },
  ];
}

function clauseColumns(t: TFunction, words: Words): Cells {
  const counted = (key: 'clauses' | 'unsure' | 'matched'): Cells[number] => ({
    key,
    title: t(`documents:list.${key}`),
    align: 'end',
    width: 76,
    render: (row) => formatNumber(row[key]),
  });
  return [
    counted('clauses'),
    counted('unsure'),
    {
      key: 'pack',
      title: t('documents:list.pack'),
      width: 220,
      render: ({ packTitle }) =>
        packTitle === null ? (
          <span className="mb-soft">{t('documents:list.noPack')}</span>
        ) : (
          words(packTitle)
        ),
    },
    counted('matched'),
  ];
}

function uploadColumns(t: TFunction): Cells {
  return [
    {
      key: 'uploadedAt',
      title: t('documents:list.uploadedAt'),
      width: 150,
      render: ({ uploadedAt }) => <Instant value={uploadedAt} />,
    },
    {
      key: 'uploadedBy',
      title: t('documents:list.uploadedBy'),
      width: 100,
      optional: true,
      render: ({ uploadedBy }) => uploadedBy,
    },
  ];
}
