import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../../platform/web/kit/states.tsx';
import { useUrlState } from '../../../../platform/web/kit/use-url-state.ts';
import type { ClauseView, DocumentAnswer } from '../../model/contract.ts';
import { ClauseSheet } from './clause-sheet.tsx';

const SHOWN_AT_ONCE = 100;

type Choice = 'all' | 'unsure' | 'unmatched';

const isShown: Record<Choice, (clause: ClauseView) => boolean> = {
  all: () => true,
  unsure: ({ confidence }) => confidence !== 'certain',
  // Items within a sentence belong to the clause they stand in.
  unmatched: ({ match, inline }) => match === null && !inline,
};

/** The clauses of a document in their order, each beside what the pack says of it. */
export function ClauseList({ document }: { document: DocumentAnswer }) {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { clauseList, pack } = document;
  const choice = choiceOf(state['show'], pack !== null);
  const chosen = clauseList.filter(isShown[choice]);
  const count = (of: Choice): number => clauseList.filter(isShown[of]).length;
  return (
    <Section
      title={t('documents:clause.title')}
      actions={
        <Segmented<Choice>
          aria-label={t('documents:clause.choose')}
          value={choice}
          onChange={(show) => change({ show: show === 'all' ? undefined : show })}
          options={[
            { value: 'all', label: t('documents:clause.count', { count: clauseList.length }) },
            { value: 'unsure', label: t('documents:clause.unsure', { count: count('unsure') }) },
            ...(pack === null
              ? []
              : [
                  {
                    value: 'unmatched' as const,
                    label: t('documents:clause.unmatched', { count: count('unmatched') }),
                  },
                ]),
          ]}
        />
      }
    >
      {chosen.length === 0 && <EmptyState title={t('documents:clause.nothing')} />}
      <ol className="mb-clauses">
        {chosen.slice(0, most).map((clause) => (
          <ClauseSheet
            key={clause.id}
            clause={clause}
            document={document}
            canJoin={clauseList[0]?.id !== clause.id}
          />
        ))}
      </ol>
      {chosen.length > most && (
        <Button block onClick={() => setMost(most + SHOWN_AT_ONCE)}>
          {t('documents:clause.more', { count: Math.min(SHOWN_AT_ONCE, chosen.length - most) })}
        </Button>
      )}
    </Section>
  );
}

function choiceOf(show: string | undefined, hasPack: boolean): Choice {
  if (show === 'unsure') return 'unsure';
  return show === 'unmatched' && hasPack ? 'unmatched' : 'all';
}
