import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lock } from './lock.ts';

/** Says that the account is locked and counts down to when to try again. */
export function LockNotice({ lock }: { lock: Lock }) {
  const { t } = useTranslation();
  const [end] = useState(lock.until);
  const [left, setLeft] = useState(() => secondsUntil(end));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(end)), 1000);
    return () => clearInterval(timer);
  }, [end]);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className="mb-lock" role="alert">
      <p>{lock.title}</p>
      <p className="mb-lock-time" aria-live="off">
        {left > 0 ? t('shell:signIn.lockedFor', { time }) : t('shell:signIn.lockOver')}
      </p>
    </div>
  );
}

function secondsUntil(end: number): number {
  return Math.max(0, Math.ceil((end - Date.now()) / 1000));
}
