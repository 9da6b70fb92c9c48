import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../platform/web/api.ts';
import { FormDialog } from '../../../platform/web/kit/form-dialog.tsx';
import { useGo } from '../../../platform/web/kit/links.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { useOfficer } from '../../../platform/web/session/officer.tsx';
import type { CreateAccountBody } from '../model/contract.ts';
import { OneTimePassword } from './one-time-password.tsx';

type Made = { id: string; userName: string; displayName: string; password: string };

/** Makes an account, then shows the one-time password that exists nowhere else. */
export function CreateAccountDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made>();
  const go = useGo();
  if (made === undefined) return <CreateForm onMade={setMade} onClose={onClose} />;
  return (
    <OneTimePassword
      {...made}
      onClose={() => {
        onClose();
        go(`/accounts/${made.id}`);
      }}
    />
  );
}

type CreateFormProperties = { onMade: (made: Made) => void; onClose: () => void };

function CreateForm({ onMade, onClose }: CreateFormProperties) {
  const { t } = useTranslation();
  const { posting } = useOfficer();
  const create = useAct({
    send: ({ regionCode, ...named }: CreateAccountBody) =>
      answer(api.POST('/api/accounts', { body: { ...named, ...given({ regionCode }) } })),
    refresh: [['accounts']],
    onDone: ({ account, oneTimePassword }) =>
      onMade({ ...account, password: oneTimePassword ?? '' }),
  });
  return (
    <FormDialog<CreateAccountBody>
      title={t('accounts:create.title')}
      explanation={t('accounts:create.text')}
      confirm={t('accounts:create.do')}
      isRunning={create.isPending}
      problem={create.error}
      initialValues={{ regionCode: posting?.regionCode }}
      onSubmit={(values) => create.mutate(values)}
      onClose={onClose}
    >
      <CreateFields />
    </FormDialog>
  );
}

function CreateFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="displayName"
        label={t('accounts:field.displayName')}
        rules={[{ required: true, whitespace: true, message: t('accounts:create.nameMissing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="userName"
        label={t('accounts:field.userName')}
        extra={t('accounts:create.userNameHint')}
        normalize={(typed: string) => typed.trim().toLowerCase()}
        rules={[
          {
            required: true,
            pattern: /^[a-z][a-z0-9._-]{2,39}$/,
            message: t('accounts:create.userNameHint'),
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="regionCode"
        label={t('accounts:field.office')}
        extra={t('accounts:create.officeHint')}
      >
        <RegionPicker />
      </Form.Item>
    </>
  );
}
