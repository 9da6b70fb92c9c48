import { Button, Form, Modal, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../kernel/access.ts';
import { answer, api, given } from '../../../platform/web/api.ts';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { ProblemView } from '../../../platform/web/kit/states.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { useOfficer } from '../../../platform/web/session/officer.tsx';
import type { AccountView } from '../model/contract.ts';
import { levelOfRole } from '../model/posting.ts';
import { DayField, todayInChina } from './day-field.tsx';

type Values = { role: Role; regionCode?: string; fromDay: string; untilDay?: string };
type GrantPostingProperties = { account: AccountView; onClose: () => void };

/** Grants a role at a region. The region offered is of the role's own level. */
export function GrantPostingDialog({ account, onClose }: GrantPostingProperties) {
  const { t } = useTranslation();
  const formId = useId();
  const grant = useAct({
    send: ({ role, regionCode = '', fromDay, untilDay }: Values) =>
      answer(
        api.POST('/api/postings', {
          body: { accountId: account.id, role, regionCode, fromDay, ...given({ untilDay }) },
        }),
      ),
    refresh: [['accounts']],
    done: t('accounts:grant.done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('accounts:grant.title', { displayName: account.displayName })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('shell:do.cancel')}
        </Button>,
        <Button
          key="grant"
          type="primary"
          htmlType="submit"
          form={formId}
          loading={grant.isPending}
        >
          {t('accounts:grant.do')}
        </Button>,
      ]}
    >
      <p className="mb-dialog-text">{t('accounts:grant.text')}</p>
      <Form<Values>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fromDay: todayInChina() }}
        onFinish={(values) => grant.mutate(values)}
      >
        <GrantFields />
      </Form>
      {grant.error !== null && <ProblemView problem={grant.error} />}
    </Modal>
  );
}

function GrantFields() {
  const { t } = useTranslation();
  const { posting } = useOfficer();
  const form = Form.useFormInstance<Values>();
  const role = Form.useWatch<Role | undefined>('role', form);
  const level = role === undefined ? undefined : levelOfRole[role];
  return (
    <>
      <Form.Item
        name="role"
        label={t('accounts:field.role')}
        rules={[{ required: true, message: t('accounts:grant.roleMissing') }]}
      >
        <Select<Role>
          options={roles.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
          onChange={(chosen) => {
            // A role that works at any level is most often given for the whole of the own region.
            const own = posting?.regionCode;
            form.setFieldValue('regionCode', levelOfRole[chosen] === undefined ? own : undefined);
          }}
        />
      </Form.Item>
      <Form.Item
        name="regionCode"
        label={t('accounts:grant.region')}
        {...(level === undefined
          ? {}
          : { extra: t('accounts:grant.level', { level: t(`accounts:level.${level}`) }) })}
        rules={[
          {
            validator: async (_rule, code: unknown) => {
              if (typeof code !== 'string') throw new Error(t('accounts:grant.regionMissing'));
            },
          },
        ]}
      >
        <RegionPicker level={level} />
      </Form.Item>
      <div className="mb-two-columns">
        <DayField
          name="fromDay"
          label={t('accounts:grant.fromDay')}
          earliest={todayInChina()}
          missing={t('accounts:grant.dayMissing')}
        />
        <DayField
          name="untilDay"
          label={t('accounts:grant.untilDay')}
          earliest={todayInChina()}
          hint={t('accounts:grant.untilHint')}
        />
      </div>
    </>
  );
}
