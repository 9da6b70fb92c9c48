import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../../platform/web/kit/codes.tsx';
import type { AccountView, PostingView } from '../model/contract.ts';

type State = Pick<AccountView, 'status' | 'lockedUntil' | 'mustChangePassword' | 'demonstration'>;

/** What there is to know at a glance: may the person sign in, and has the person done so. */
export function AccountTags({ account }: { account: State }) {
  const { t } = useTranslation();
  const isActive = account.status === 'active';
  return (
    <span className="mb-account-tags">
      <ToneTag tone={isActive ? 'good' : 'plain'}>{t(`accounts:status.${account.status}`)}</ToneTag>
      {account.lockedUntil !== null && <ToneTag tone="bad">{t('accounts:status.locked')}</ToneTag>}
      {isActive && account.mustChangePassword && (
        <ToneTag tone="warn">{t('accounts:status.mustChangePassword')}</ToneTag>
      )}
      {account.demonstration && (
        <ToneTag tone="accent">{t('accounts:status.demonstration')}</ToneTag>
      )}
    </span>
  );
}

export function SecondFactorTag({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  return isOn ? (
    <ToneTag tone="good">{t('accounts:secondFactor.on')}</ToneTag>
  ) : (
    <ToneTag>{t('accounts:secondFactor.off')}</ToneTag>
  );
}

const tones = { planned: 'accent', inForce: 'good', ended: 'plain' } as const;

export function PostingStateTag({ state }: { state: PostingView['state'] }) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[state]}>{t(`accounts:postingState.${state}`)}</ToneTag>;
}
