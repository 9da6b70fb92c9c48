import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRole, roles } from '../../../kernel/access.ts';
import { answer, api, given } from '../../../platform/web/api.ts';
import { type Column, DataTable } from '../../../platform/web/kit/data-table.tsx';
import { PageHeader } from '../../../platform/web/kit/page-header.tsx';
import type { TableView } from '../../../platform/web/kit/table-view.ts';
import { Absent, Instant } from '../../../platform/web/kit/values.tsx';
import { useMay } from '../../../platform/web/session/officer.tsx';
import { usePostingName } from '../../../platform/web/shell/officer-menu.tsx';
import type { AccountsQuery, AccountView } from '../model/contract.ts';
import { AccountTags, SecondFactorTag } from './account-tags.tsx';
import { CreateAccountDialog } from './create-account-dialog.tsx';
import './accounts.css';

/** The accounts within the administrator's region. */
export function AccountListPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [isCreating, setCreating] = useState(false);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('accounts:list.title')}
        description={t('accounts:list.text')}
        actions={
          may('account.create') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
              {t('accounts:create.open')}
            </Button>
          )
        }
      />
      <DataTable<AccountView>
        name="accounts"
        caption={t('accounts:list.title')}
        queryKey={['accounts', 'list']}
        load={loadAccounts}
        rowKey={(account) => account.id}
        open={(account) => `/accounts/${account.id}`}
        search={t('accounts:list.search')}
        filters={[
          {
            kind: 'choice',
            key: 'status',
            label: t('accounts:field.status'),
            choices: statuses.map((value) => ({
              value,
              label: t(`accounts:status.${value}`),
            })),
          },
          {
            kind: 'choice',
            key: 'role',
            label: t('accounts:field.role'),
            choices: roles.map((value) => ({ value, label: t(`shell:role.${value}`) })),
          },
          { kind: 'region', key: 'region', label: t('accounts:field.office') },
        ]}
        columns={columns}
      />
      {isCreating && <CreateAccountDialog onClose={() => setCreating(false)} />}
    </>
  );
}

async function loadAccounts(view: TableView, signal: AbortSignal) {
  const { role, status, region } = view.filters;
  const query = given({
    text: view.text,
    region,
    status: statuses.find((known) => known === status),
    role: role !== undefined && isRole(role) ? role : undefined,
    sort: sorts.find((sort) => sort === view.sort),
    page: view.page,
    size: view.size,
  });
  return await answer(api.GET('/api/accounts', { params: { query }, signal }));
}

const statuses = ['active', 'disabled'] as const;

const sorts: readonly AccountsQuery['sort'][] = [
  'userName',
  '-userName',
  'displayName',
  '-displayName',
  'createdAt',
  '-createdAt',
];

function useColumns(): Column<AccountView>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'displayName',
      title: t('accounts:field.displayName'),
      render: (account) => account.displayName,
      sortable: true,
    },
    {
      key: 'userName',
      title: t('accounts:field.userName'),
      render: (account) => account.userName,
      sortable: true,
    },
    {
      key: 'postings',
      title: t('accounts:field.postings'),
      render: (account) => <PostingNames account={account} />,
    },
    { key: 'office', title: t('accounts:field.office'), render: (account) => account.regionName },
    {
      key: 'status',
      title: t('accounts:field.status'),
      render: (account) => <AccountTags account={account} />,
    },
    {
      key: 'secondFactor',
      title: t('accounts:field.secondFactor'),
      render: (account) => <SecondFactorTag isOn={account.secondFactor} />,
    },
    {
      key: 'lastSignInAt',
      title: t('accounts:field.lastSignInAt'),
      render: (account) => <Instant value={account.lastSignInAt} />,
    },
    {
      key: 'createdAt',
      title: t('accounts:field.createdAt'),
      render: (account) => <Instant value={account.createdAt} />,
      sortable: true,
      optional: true,
    },
  ];
}

function PostingNames({ account }: { account: AccountView }) {
  const postingName = usePostingName();
  if (account.postings.length === 0) return <Absent />;
  return account.postings.map((posting) => <div key={posting.id}>{postingName(posting)}</div>);
}
