import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../../platform/web/api.ts';
import { formatShare } from '../../../../platform/web/format.ts';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { ProblemView } from '../../../../platform/web/kit/states.tsx';
import { useAct } from '../../../../platform/web/kit/use-act.ts';
import type { DocumentAnswer } from '../../model/contract.ts';
import { useChanged } from '../document-queries.ts';
import { useWords } from '../words.ts';

const NONE = '';

/** The pack that a document is held against, and which of its clauses found no text. */
export function PackSection({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const labelId = useId();
  const changed = useChanged();
  const { id, version, packId, packs, mayChange } = document;
  const choose = useAct({
    send: (chosen: string | null) =>
      answer(
        api.PUT('/api/documents/{id}/pack', {
          params: { path: { id } },
          body: { version, packId: chosen },
        }),
      ),
    done: t('documents:pack.saved'),
    onDone: changed,
  });
  return (
    <Section title={t('documents:pack.title')}>
      <p className="mb-soft">
        {t(packs.length === 0 ? 'documents:pack.noPacks' : 'documents:pack.text')}
      </p>
      {packs.length > 0 && (
        <div className="mb-documents-pack">
          <span id={labelId}>{t('documents:pack.label')}</span>
          <Select<string>
            aria-labelledby={labelId}
            className="mb-documents-pack-choice"
            disabled={!mayChange}
            loading={choose.isPending}
            value={packId ?? NONE}
            onChange={(chosen) => choose.mutate(chosen === NONE ? null : chosen)}
            options={[
              { value: NONE, label: t('documents:pack.none') },
              ...packs.map((pack) => ({ value: pack.id, label: words(pack.title) })),
            ]}
          />
        </div>
      )}
      <Standing document={document} />
      {choose.error !== null && <ProblemView problem={choose.error} />}
    </Section>
  );
}

function Standing({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { pack, packScore, clauseList } = document;
  if (pack === null) return null;
  const found = new Set(clauseList.map(({ match }) => match?.packClauseId));
  const missing = pack.clauses.filter(({ id }) => !found.has(id));
  return (
    <>
      <p className="mb-plain">
        {packScore === null
          ? t('documents:pack.byHand')
          : t('documents:pack.score', { share: formatShare(packScore) })}
      </p>
      {missing.length > 0 && (
        <details className="mb-documents-missing">
          <summary>
            {t('documents:pack.missing')}{' '}
            <span className="mb-soft">
              {t('documents:pack.missingText', { count: missing.length })}
            </span>
          </summary>
          <ul>
            {missing.map(({ id, number, summary }) => (
              <li key={id}>
                <span className="mb-documents-number">{number === '' ? id : number}</span>{' '}
                {words(summary)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
