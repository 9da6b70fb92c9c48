import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../kit/links.tsx';
import { EmptyState, LoadingState, ProblemView } from '../kit/states.tsx';

export function LoadingScreen() {
  return (
    <div className="mb-screen-state">
      <LoadingState rows={8} />
    </div>
  );
}

/** A screen that could not be loaded or broke; the rest of the shell stays usable. */
export function FaultScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="mb-screen-state">
      <ProblemView problem={error} retry={retry} />
    </div>
  );
}

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('shell:notFound.title')}
      description={t('shell:notFound.text')}
      action={<ScreenLink to="/">{t('shell:notFound.home')}</ScreenLink>}
    />
  );
}
