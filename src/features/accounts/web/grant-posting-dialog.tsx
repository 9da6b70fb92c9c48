import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../kernel/access.ts';
import { answer, api, given } from '../../../platform/web/api.ts';
import { todayInChina } from '../../../platform/web/format.ts';
import { FormDialog } from '../../../platform/web/kit/form-dialog.tsx';
import { RegionPicker } from '../../../platform/web/kit/region-picker.tsx';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import { useOfficer } from '../../../platform/web/session/officer.tsx';
import type { AccountView } from '../model/contract.ts';
import { levelOfRole } from '../model/posting.ts';
import { DayField } from './day-field.tsx';

type Values = { role: Role; regionCode?: string; fromDay: string; untilDay?: string };
type GrantPostingProperties = { account: AccountView; onClose: () => void };

/** Grants a role at a region. The region offered is of the role's own level. */
export function GrantPostingDialog({ account, onClose }: GrantPostingProperties) {
  const { t } = useTranslation();
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
    <FormDialog<Values>
      title={t('accounts:grant.title', { displayName: account.displayName })}
      explanation={t('accounts:grant.text')}
      confirm={t('accounts:grant.do')}
      isRunning={grant.isPending}
      problem={grant.error}
      initialValues={{ fromDay: todayInChina() }}
      onSubmit={(values) => grant.mutate(values)}
      onClose={onClose}
    >
      <GrantFields />
    </FormDialog>
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
