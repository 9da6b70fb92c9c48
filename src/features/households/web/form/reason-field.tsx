import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type ReasonFieldProperties = {
  of: { readonly reason: string; readonly setReason: (reason: string) => void };
  isRequired: boolean;
};

/** Why something is done, in the officer's words; it is kept with the act. */
export function ReasonField({ of, isRequired }: ReasonFieldProperties) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="mb-household-reason">
      <label htmlFor={id}>{t(isRequired ? 'shell:reason.label' : 'shell:reason.optional')}</label>
      <Input.TextArea
        id={id}
        value={of.reason}
        onChange={(event) => of.setReason(event.target.value)}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        required={isRequired}
        placeholder={t('households:form.reasonHint')}
      />
    </div>
  );
}
