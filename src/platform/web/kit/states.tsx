import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api.ts';
import { StatePicture } from './state-picture.tsx';
import './states.css';

type StateProperties = { title: string; description?: ReactNode; action?: ReactNode };

/** Nothing here yet, or nothing matches: says so, and what to do next. */
export function EmptyState({ title, description, action }: StateProperties) {
  return (
    <div className="mb-state">
      <StatePicture kind="empty" />
      <p className="mb-state-title">{title}</p>
      {description !== undefined && <p className="mb-state-text">{description}</p>}
      {action !== undefined && <div className="mb-state-action">{action}</div>}
    </div>
  );
}

/** The posting does not include this screen. `permission` is the one that is missing. */
export function DeniedState({ permission }: { permission?: string }) {
  const { t } = useTranslation();
  return (
    <div className="mb-state" role="alert">
      <StatePicture kind="denied" />
      <h1 className="mb-state-title">{t('shell:denied.title')}</h1>
      <p className="mb-state-text">
        {permission === undefined
          ? t('shell:denied.text')
          : t('shell:denied.lacks', { permission: t(`shell:permission.${permission}`) })}
      </p>
    </div>
  );
}

const SKELETON_AFTER_MS = 200;

/** A skeleton that appears only if loading takes long enough to notice. */
export function LoadingState({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), SKELETON_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return <div className="mb-skeleton" aria-busy="true" />;
  return (
    <div
      className="mb-skeleton"
      aria-busy="true"
      role="status"
      aria-label={t('shell:state.loading')}
    >
      {Array.from({ length: rows }, (_, row) => (
        <span
          key={row}
          className="mb-skeleton-line"
          style={{ width: `${92 - ((row * 17) % 45)}%` }}
        />
      ))}
    </div>
  );
}

/** What went wrong, in a sentence, with a way to try again. */
export function ProblemView({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mb-problem" role="alert">
      <StatePicture kind="problem" />
      <div>
        <p className="mb-problem-text">{useProblemSentence()(problem)}</p>
        {retry !== undefined && (
          <Button size="small" onClick={retry}>
            {t('shell:do.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The sentence for anything thrown: the server's own, or ours if it gave none. */
export function useProblemSentence(): (thrown: unknown) => string {
  const { t } = useTranslation();
  return (thrown) => {
    if (!(thrown instanceof Refusal)) return t('shell:state.fault');
    if (thrown.title !== '') return thrown.title;
    return thrown.status === 0 ? t('shell:state.unreachable') : t('shell:state.fault');
  };
}
