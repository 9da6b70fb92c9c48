import { Button, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, given } from '../../../platform/web/api.ts';
import { useGo } from '../../../platform/web/kit/links.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { ProblemView } from '../../../platform/web/kit/states.tsx';
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
  const formId = useId();
  const create = useAct({
    send: ({ regionCode, ...named }: CreateAccountBody) =>
      answer(api.POST('/api/accounts', { body: { ...named, ...given({ regionCode }) } })),
    refresh: [['accounts']],
    onDone: ({ account, oneTimePassword }) =>
      onMade({ ...account, password: oneTimePassword ?? '' }),
  });
  return (
    <Modal
      open
      title={t('accounts:create.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('shell:do.cancel')}
        </Button>,
        <Button
          key="create"
          type="primary"
          htmlType="submit"
          form={formId}
          loading={create.isPending}
        >
          {t('accounts:create.do')}
        </Button>,
      ]}
    >
      <p className="mb-dialog-text">{t('accounts:create.text')}</p>
      <Form<CreateAccountBody>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ regionCode: posting?.regionCode }}
        onFinish={(values) => create.mutate(values)}
      >
        <CreateFields />
      </Form>
      {create.error !== null && <ProblemView problem={create.error} />}
    </Modal>
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
