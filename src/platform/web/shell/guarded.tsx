import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DeniedState } from '../kit/states.tsx';
import type { Screen } from '../screen.ts';
import { useMay } from '../session/officer.tsx';

/** Shows a screen only to those whose posting includes it, and names the browser tab after it. */
export function Guarded({ screen, children }: { screen: Screen; children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const title = t('shell:product.titleOf', { screen: t(screen.title) });
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!may(screen.permission)) return <DeniedState permission={screen.permission} />;
  return children;
}
