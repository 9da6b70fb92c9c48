import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Section } from '../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../platform/web/kit/states.tsx';
import { useMay, useOfficer } from '../../../platform/web/session/officer.tsx';
import { usePostingName } from '../../../platform/web/shell/officer-menu.tsx';
import type { AccountView, PostingView } from '../model/contract.ts';
import { PostingStateTag } from './account-tags.tsx';
import { EndPostingDialog } from './end-posting-dialog.tsx';
import { GrantPostingDialog } from './grant-posting-dialog.tsx';

/** The postings of an account, and what the security administrator does with them. */
export function PostingsSection({ account }: { account: AccountView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { accountId } = useOfficer();
  const [isGranting, setGranting] = useState(false);
  const mayGrant = may('posting.grant') && account.id !== accountId;
  const postings = useQuery({
    queryKey: ['accounts', account.id, 'postings'],
    queryFn: async ({ signal }) => {
      const query = { accountId: account.id };
      return (await answer(api.GET('/api/postings', { params: { query }, signal }))).postings;
    },
  });
  return (
    <Section
      title={t('accounts:field.postings')}
      actions={
        mayGrant &&
        account.status === 'active' && (
          <Button type="primary" onClick={() => setGranting(true)}>
            {t('accounts:grant.open')}
          </Button>
        )
      }
    >
      <Loaded query={postings}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState
              title={t('accounts:grant.none')}
              description={t(mayGrant ? 'accounts:grant.noneText' : 'accounts:grant.noneElse')}
            />
          ) : (
            <PostingList postings={found} mayEnd={mayGrant} />
          )
        }
      </Loaded>
      {isGranting && <GrantPostingDialog account={account} onClose={() => setGranting(false)} />}
    </Section>
  );
}

type PostingListProperties = { postings: readonly PostingView[]; mayEnd: boolean };

function PostingList({ postings, mayEnd }: PostingListProperties) {
  const [ending, setEnding] = useState<PostingView>();
  return (
    <>
      <ul className="mb-postings">
        {postings.map((posting) => (
          <PostingLine
            key={posting.id}
            posting={posting}
            onEnd={mayEnd && posting.state !== 'ended' ? () => setEnding(posting) : undefined}
          />
        ))}
      </ul>
      {ending !== undefined && (
        <EndPostingDialog posting={ending} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}

type PostingLineProperties = { posting: PostingView; onEnd: (() => void) | undefined };

function PostingLine({ posting, onEnd }: PostingLineProperties) {
  const { t } = useTranslation();
  const postingName = usePostingName();
  const name = postingName(posting);
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <PostingStateTag state={posting.state} />
        <p className="mb-soft">
          <span className="mb-number">
            {posting.untilDay === null
              ? t('accounts:grant.since', { from: posting.fromDay })
              : t('accounts:grant.span', { from: posting.fromDay, until: posting.untilDay })}
          </span>
          {posting.grantedBy !== null && (
            <> · {t('accounts:grant.by', { name: posting.grantedBy })}</>
          )}
        </p>
      </div>
      {onEnd !== undefined && (
        <Button danger onClick={onEnd} aria-label={t('accounts:end.openFor', { name })}>
          {t('accounts:end.open')}
        </Button>
      )}
    </li>
  );
}
