import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { toString as drawQr } from 'qrcode';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api.ts';
import { ToneTag } from '../kit/codes.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Section } from '../kit/page-header.tsx';
import { ProblemView } from '../kit/states.tsx';
import { useOfficer } from './officer.tsx';
import { sessionQuery } from './session-query.ts';
import { CodeField } from './sign-in-steps.tsx';

/** Enrols an authenticator app (TOTP, RFC 6238), or takes it off the account. */
export function SecondFactorSection() {
  const { t } = useTranslation();
  const { hasSecondFactor } = useOfficer();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <Section title={t('shell:secondFactor.title')}>
      <p className="mb-plain">
        {hasSecondFactor ? (
          <ToneTag tone="good">{t('shell:secondFactor.on')}</ToneTag>
        ) : (
          <ToneTag tone="warn">{t('shell:secondFactor.off')}</ToneTag>
        )}
      </p>
      <p className="mb-dialog-text">{t('shell:secondFactor.text')}</p>
      <Button type={hasSecondFactor ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {t(hasSecondFactor ? 'shell:secondFactor.remove' : 'shell:secondFactor.start')}
      </Button>
      {isOpen &&
        (hasSecondFactor ? <RemoveDialog onClose={close} /> : <EnrolDialog onClose={close} />)}
    </Section>
  );
}

function EnrolDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const enrolment = useQuery({
    queryKey: ['account', 'second-factor', 'enrolment'],
    queryFn: async () => {
      const started = await answer(api.POST('/api/account/second-factor/start'));
      const picture = await drawQr(started.otpauthUri, { type: 'svg', margin: 2 });
      return { ...started, picture: `data:image/svg+xml;utf8,${encodeURIComponent(picture)}` };
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Modal open title={t('shell:secondFactor.start')} footer={null} onCancel={onClose}>
      <Loaded query={enrolment}>
        {(found) => (
          <>
            <p className="mb-dialog-text">{t('shell:secondFactor.scan')}</p>
            <div className="mb-qr">
              <img
                src={found.picture}
                alt={t('shell:secondFactor.picture')}
                width={180}
                height={180}
              />
              <p className="mb-soft">
                {t('shell:secondFactor.secret')}
                <code>{found.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
              </p>
            </div>
            <CodeForm
              button={t('shell:secondFactor.confirm')}
              done={t('shell:secondFactor.done')}
              send={(code) =>
                answer(api.POST('/api/account/second-factor/confirm', { body: { code } }))
              }
              onClose={onClose}
            />
          </>
        )}
      </Loaded>
    </Modal>
  );
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('shell:secondFactor.remove')} footer={null} onCancel={onClose}>
      <p className="mb-dialog-text">{t('shell:secondFactor.removeText')}</p>
      <CodeForm
        button={t('shell:secondFactor.remove')}
        done={t('shell:secondFactor.removed')}
        send={(code) => answer(api.DELETE('/api/account/second-factor', { body: { code } }))}
        onClose={onClose}
      />
    </Modal>
  );
}

type CodeFormProperties = {
  button: string;
  done: string;
  send: (code: string) => Promise<unknown>;
  onClose: () => void;
};

function CodeForm({ button, done, send, onClose }: CodeFormProperties) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const submit = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      void message.success(done);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onClose();
    },
  });
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => submit.mutate(code)}
    >
      <CodeField label={t('shell:signIn.code')} />
      {submit.error !== null && (
        <div className="mb-form-problem">
          <ProblemView problem={submit.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={submit.isPending} block>
        {button}
      </Button>
    </Form>
  );
}
