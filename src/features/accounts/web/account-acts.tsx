import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../platform/web/api.ts';
import { ConfirmAct } from '../../../platform/web/kit/confirm-act.tsx';
import { FormDialog } from '../../../platform/web/kit/form-dialog.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import type { AccountView, ChangeAccountBody } from '../model/contract.ts';
import { OneTimePassword } from './one-time-password.tsx';

type Change = Omit<ChangeAccountBody, 'version'>;

function useChange(account: AccountView, onDone?: (oneTimePassword: string | null) => void) {
  const { t } = useTranslation();
  return useAct({
    send: (change: Change) =>
      answer(
        api.PATCH('/api/accounts/{id}', {
          params: { path: { id: account.id } },
          body: { ...given(change), version: account.version },
        }),
      ),
    refresh: [['accounts']],
    done: t('accounts:act.done'),
    onDone: ({ oneTimePassword }) => onDone?.(oneTimePassword),
  });
}

/** What a system administrator does with an account; each act is asked once more. */
export function AccountActs({ account }: { account: AccountView }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState<string | null>(null);
  const change = useChange(account, setPassword);
  const { displayName, status } = account;
  return (
    <>
      <Rename account={account} />
      <ConfirmAct
        trigger={<Button>{t('accounts:act.resetPassword')}</Button>}
        title={t('accounts:act.resetPasswordTitle', { displayName })}
        explanation={t('accounts:act.resetPasswordText')}
        confirm={t('accounts:act.resetPassword')}
        onConfirm={() => change.mutateAsync({ resetPassword: true })}
      />
      {account.secondFactor && (
        <ConfirmAct
          trigger={<Button>{t('accounts:act.resetSecondFactor')}</Button>}
          title={t('accounts:act.resetSecondFactorTitle', { displayName })}
          explanation={t('accounts:act.resetSecondFactorText')}
          confirm={t('accounts:act.resetSecondFactor')}
          isDangerous
          onConfirm={() => change.mutateAsync({ resetSecondFactor: true })}
        />
      )}
      {status === 'active' ? (
        <ConfirmAct
          trigger={<Button danger>{t('accounts:act.disable')}</Button>}
          title={t('accounts:act.disableTitle', { displayName })}
          explanation={t('accounts:act.disableText')}
          confirm={t('accounts:act.disable')}
          isDangerous
          onConfirm={() => change.mutateAsync({ status: 'disabled' })}
        />
      ) : (
        <ConfirmAct
          trigger={<Button type="primary">{t('accounts:act.enable')}</Button>}
          title={t('accounts:act.enableTitle', { displayName })}
          explanation={t('accounts:act.enableText')}
          confirm={t('accounts:act.enable')}
          onConfirm={() => change.mutateAsync({ status: 'active' })}
        />
      )}
      {password !== null && (
        <OneTimePassword {...account} password={password} onClose={() => setPassword(null)} />
      )}
    </>
  );
}

function Rename({ account }: { account: AccountView }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('accounts:act.rename')}</Button>
      {isOpen && <RenameDialog account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

function RenameDialog({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChange(account, onClose);
  return (
    <FormDialog<{ displayName: string }>
      title={t('accounts:act.rename')}
      confirm={t('shell:do.save')}
      isRunning={change.isPending}
      problem={change.error}
      initialValues={{ displayName: account.displayName }}
      onSubmit={({ displayName }) => change.mutate({ displayName })}
      onClose={onClose}
    >
      <Form.Item
        name="displayName"
        label={t('accounts:field.displayName')}
        rules={[{ required: true, whitespace: true, message: t('accounts:create.nameMissing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
