import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api.ts';
import { ProblemView } from '../kit/states.tsx';

type PasswordFormProperties = {
  /** The present password if it was typed a moment ago; otherwise it is asked. */
  current?: string | undefined;
  onDone: () => Promise<unknown>;
};

type Values = { current?: string; next: string; again: string };

export function PasswordForm({ current, onDone }: PasswordFormProperties) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const send = useMutation({
    mutationFn: async (values: Values) => {
      const body = { current: current ?? values.current ?? '', next: values.next };
      await answer(api.POST('/api/account/password', { body }));
      form.resetFields();
      await onDone();
    },
  });
  const required = [{ required: true, message: t('shell:password.missing') }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => send.mutate(values)}
    >
      {current === undefined && (
        <Form.Item name="current" label={t('shell:password.current')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item
        name="next"
        label={t('shell:password.next')}
        extra={t('shell:password.hint')}
        rules={required}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('shell:password.again')}
        dependencies={['next']}
        rules={[
          ...required,
          ({ getFieldValue }) => ({
            validator: async (_rule, value: unknown) => {
              if (value !== getFieldValue('next')) throw new Error(t('shell:password.differs'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {send.error !== null && (
        <div className="mb-form-problem">
          <ProblemView problem={send.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('shell:password.change')}
      </Button>
    </Form>
  );
}
