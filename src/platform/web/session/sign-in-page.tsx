import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemView } from '../kit/states.tsx';
import { useUrlState } from '../kit/use-url-state.ts';
import { Brand, BrandMark } from '../shell/brand.tsx';
import { LanguageSwitch, ThemeSwitch } from '../shell/choices.tsx';
import { addressWithin } from './address-within.ts';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';
import { reportSessionRenewed } from './session-ended.ts';
import { type Session, sessionQuery } from './session-query.ts';
import { SignInSteps, type Step } from './sign-in-steps.tsx';
import './sign-in.css';

/** Signing in: password, second factor, and the change of a first password. */
export function SignInPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  useEffect(() => {
    document.title = t('shell:product.titleOf', { screen: t('shell:signIn.title') });
  }, [t]);
  return (
    <div className="mb-sign-in">
      <header className="mb-sign-in-bar">
        <Brand />
        <span>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <section className="mb-sign-in-promise" aria-label={t('shell:product.also')}>
        <BrandMark size={64} />
        <p className="mb-sign-in-motto">{t('shell:signIn.motto')}</p>
        <p>{t('shell:signIn.promise')}</p>
      </section>
      <main className="mb-sign-in-main">
        <h1>{t('shell:signIn.title')}</h1>
        {session.error !== null && (
          <ProblemView problem={session.error} retry={() => void session.refetch()} />
        )}
        {session.data === undefined && session.error === null && <LoadingState rows={3} />}
        {session.data !== undefined && <SignInFor session={session.data} />}
      </main>
    </div>
  );
}

function SignInFor({ session }: { session: Session | null }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [{ next: wanted }] = useUrlState();
  // Kept as it was on arrival: the address changes while this page is still shown.
  const [next] = useState(wanted);
  const mustChange = session?.account.mustChangePassword === true;
  const [begun, setBegun] = useState<Step>('credentials');
  const [step, setStep] = useState<Step>('credentials');
  const first = mustChange ? 'changePassword' : begun;
  const isDone = session !== null && !mustChange;
  useEffect(() => {
    if (isDone) void navigate({ href: addressWithin(next), replace: true });
  }, [isDone, next, navigate]);
  if (isDone) return <LoadingState rows={3} />;
  const refresh = async (): Promise<void> => {
    reportSessionRenewed();
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
  return (
    <>
      <SignInSteps key={first} first={first} onStep={setStep} onDone={refresh} />
      {first === 'credentials' && step === 'credentials' && (
        <DemonstrationAccounts
          onAnswer={async (step) => {
            if (step === 'secondFactor') setBegun(step);
            else await refresh();
          }}
        />
      )}
    </>
  );
}
