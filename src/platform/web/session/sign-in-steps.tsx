import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api.ts';
import { ProblemView } from '../kit/states.tsx';
import { lockOf } from './lock.ts';
import { LockNotice } from './lock-notice.tsx';
import { PasswordForm } from './password-form.tsx';

export type Step = 'credentials' | 'secondFactor' | 'changePassword';

type StepsProperties = {
  first: Step;
  /** Signs in this account only: when a session has ended over an open page. */
  userName?: string;
  /** Told of each step that is entered. */
  onStep?: (step: Step) => void;
  onDone: () => Promise<unknown>;
};

/** The steps of signing in, one form at a time. */
export function SignInSteps({ first, userName, onStep, onDone }: StepsProperties) {
  const { t } = useTranslation();
  const [step, setStep] = useState(first);
  const [password, setPassword] = useState<string>();
  const enter = (entered: Step): void => {
    setStep(entered);
    onStep?.(entered);
  };
  const follow = async (answered: 'signedIn' | Step): Promise<void> => {
    if (answered === 'signedIn') await onDone();
    else enter(answered);
  };
  switch (step) {
    case 'credentials':
      return (
        <CredentialsForm
          userName={userName}
          onAnswer={async (answered, typed) => {
            setPassword(typed);
            await follow(answered);
          }}
        />
      );
    case 'secondFactor':
      return <SecondFactorForm onAnswer={follow} onBack={() => enter('credentials')} />;
    case 'changePassword':
      return (
        <>
          <p className="mb-dialog-text">{t('shell:signIn.mustChange')}</p>
          <PasswordForm current={password} onDone={onDone} />
        </>
      );
  }
}

export type Answered = 'signedIn' | 'secondFactor' | 'changePassword';
type Credentials = { userName: string; password: string };

/** Sends name and password; what comes next is the server's word. */
export async function sendCredentials(body: Credentials): Promise<Answered> {
  return (await answer(api.POST('/api/session', { body }))).step;
}

type CredentialsProperties = {
  userName: string | undefined;
  onAnswer: (answered: Answered, password: string) => Promise<void>;
};

function CredentialsForm({ userName, onAnswer }: CredentialsProperties) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: async (typed: Credentials) =>
      await onAnswer(await sendCredentials(typed), typed.password),
  });
  const required = (message: string) => [{ required: true, message }];
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      initialValues={{ userName }}
      onFinish={(typed) => send.mutate(typed)}
    >
      <Form.Item
        name="userName"
        label={t('shell:signIn.userName')}
        rules={required(t('shell:signIn.userNameMissing'))}
      >
        <Input size="large" autoComplete="username" readOnly={userName !== undefined} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('shell:signIn.password')}
        rules={required(t('shell:signIn.passwordMissing'))}
      >
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Refused problem={send.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={send.isPending}>
        {t('shell:signIn.go')}
      </Button>
    </Form>
  );
}

type SecondFactorProperties = {
  onAnswer: (answered: Answered) => Promise<void>;
  onBack: () => void;
};

const CODE_DIGITS = 6;

function SecondFactorForm({ onAnswer, onBack }: SecondFactorProperties) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: async (code: string) =>
      await onAnswer(
        (await answer(api.POST('/api/session/second-factor', { body: { code } }))).step,
      ),
  });
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => send.mutate(code)}
    >
      <CodeField label={t('shell:signIn.code')} help={t('shell:signIn.codeHelp')} />
      <Refused problem={send.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={send.isPending}>
        {t('shell:signIn.confirmCode')}
      </Button>
      <Button type="link" block onClick={onBack}>
        {t('shell:signIn.otherAccount')}
      </Button>
    </Form>
  );
}

/** The six digits of an authenticator app. */
export function CodeField({ label, help }: { label: string; help?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={label}
      {...(help === undefined ? {} : { extra: help })}
      rules={[{ required: true, pattern: /^\d{6}$/, message: t('shell:signIn.codeMissing') }]}
    >
      <Input
        size="large"
        className="mb-code-field"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={CODE_DIGITS}
        autoFocus
      />
    </Form.Item>
  );
}

function Refused({ problem }: { problem: unknown }) {
  if (problem === null) return null;
  const lock = lockOf(problem);
  return (
    <div className="mb-form-problem">
      {lock === undefined ? <ProblemView problem={problem} /> : <LockNotice lock={lock} />}
    </div>
  );
}
