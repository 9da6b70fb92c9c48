import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../platform/web/api.ts';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { Facts, PageHeader, Section } from '../../../platform/web/kit/page-header.tsx';
import { usePathParameter } from '../../../platform/web/kit/use-path-parameter.ts';
import { Instant } from '../../../platform/web/kit/values.tsx';
import { useMay, useOfficer } from '../../../platform/web/session/officer.tsx';
import type { AccountView } from '../model/contract.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountTags, SecondFactorTag } from './account-tags.tsx';
import { PostingsSection } from './postings-section.tsx';
import './accounts.css';

/** One account: who it is, whether it may sign in, and which postings it holds. */
export function AccountPage() {
  const id = usePathParameter('accountId');
  const account = useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/accounts/{id}', { params: { path: { id } }, signal })),
  });
  return <Loaded query={account}>{(found) => <AccountSheet account={found} />}</Loaded>;
}

function AccountSheet({ account }: { account: AccountView }) {
  const { t } = useTranslation();
  const may = useMay();
  const { accountId } = useOfficer();
  const mayChange = may('account.create') && account.id !== accountId && !account.demonstration;
  return (
    <>
      <PageHeader
        back="/accounts"
        title={account.displayName}
        description={whyNotChanged({ account, isOwn: account.id === accountId, t })}
        actions={mayChange && <AccountActs account={account} />}
      />
      <Section title={t('accounts:page.who')}>
        <Facts
          items={[
            { label: t('accounts:field.userName'), value: account.userName },
            { label: t('accounts:field.office'), value: account.regionName },
            { label: t('accounts:field.status'), value: <AccountTags account={account} /> },
            {
              label: t('accounts:field.secondFactor'),
              value: <SecondFactorTag isOn={account.secondFactor} />,
            },
            {
              label: t('accounts:field.lastSignInAt'),
              value: <Instant value={account.lastSignInAt} />,
            },
            { label: t('accounts:field.createdAt'), value: <Instant value={account.createdAt} /> },
            ...(account.lockedUntil === null
              ? []
              : [
                  {
                    label: t('accounts:field.lockedUntil'),
                    value: <Instant value={account.lockedUntil} />,
                  },
                ]),
          ]}
        />
      </Section>
      <PostingsSection account={account} />
    </>
  );
}

type Why = { account: AccountView; isOwn: boolean; t: (key: string) => string };

/** Says why nothing can be changed here, where that is so. */
function whyNotChanged({ account, isOwn, t }: Why): string | undefined {
  if (isOwn) return t('accounts:page.own');
  return account.demonstration ? t('accounts:page.demonstration') : undefined;
}
