import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts, PageHeader, Section } from '../kit/page-header.tsx';
import { usePostingName } from '../shell/officer-menu.tsx';
import { useOfficer } from './officer.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { sessionQuery } from './session-query.ts';

/** What an officer can do about the own account. */
export function AccountPage() {
  const { t } = useTranslation();
  const officer = useOfficer();
  const postingName = usePostingName();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const changed = async (): Promise<void> => {
    void message.success(t('shell:password.done'));
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
  };
  return (
    <>
      <PageHeader title={t('shell:account.title')} description={t('shell:account.text')} />
      <Section title={t('shell:account.who')}>
        <Facts
          items={[
            { label: t('shell:account.name'), value: officer.displayName },
            { label: t('shell:signIn.userName'), value: officer.userName },
            {
              label: t('shell:account.postings'),
              value: officer.postings.map((posting) => (
                <div key={posting.id}>{postingName(posting)}</div>
              )),
            },
          ]}
        />
      </Section>
      <div className="mb-account-columns">
        <Section title={t('shell:password.title')}>
          <PasswordForm onDone={changed} />
        </Section>
        <SecondFactorSection />
      </div>
      <OwnSessions />
    </>
  );
}
