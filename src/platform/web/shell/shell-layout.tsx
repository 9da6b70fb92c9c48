import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfficerProvider } from '../session/officer.tsx';
import { reportSessionEnded, useSessionEnded } from '../session/session-ended.ts';
import { type Session, sessionQuery } from '../session/session-query.ts';
import { useMediaQuery } from '../theme/use-theme.tsx';
import { Brand } from './brand.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { Navigation } from './navigation.tsx';
import { LoadingScreen } from './screen-states.tsx';
import { useShellKeys } from './use-shell-keys.ts';
import './shell.css';

const MAIN = 'main';

// Rarely needed, and its forms are large: kept out of the first load.
const SessionEndedDialog = lazy(async () => ({
  default: (await import('../session/session-ended-dialog.tsx')).SessionEndedDialog,
}));

/** What every screen stands in: skip link, header, navigation, and the screen itself. */
export function ShellLayout() {
  const { t } = useTranslation();
  const session = useKnownSession();
  const hasEnded = useSessionEnded();
  const isNarrow = useMediaQuery('(max-width: 959px)');
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShellKeys({ onHelp: () => setHelpOpen(true) });
  if (session === undefined) return <LoadingScreen />;
  return (
    <OfficerProvider session={session}>
      <a className="mb-skip" href={`#${MAIN}`}>
        {t('shell:navigation.skip')}
      </a>
      <div className="mb-shell">
        <Header
          onMenu={isNarrow ? () => setDrawerOpen(true) : undefined}
          onHelp={() => setHelpOpen(true)}
        />
        {!isNarrow && (
          <aside className="mb-side">
            <Navigation />
          </aside>
        )}
        <main id={MAIN} className="mb-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer
        open={isNarrow && isDrawerOpen}
        onClose={() => setDrawerOpen(false)}
        placement="left"
        size={272}
        title={<Brand />}
        className="mb-drawer"
      >
        <Navigation onLeave={() => setDrawerOpen(false)} />
      </Drawer>
      <KeyHelp open={isHelpOpen} onClose={() => setHelpOpen(false)} />
      {hasEnded && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
    </OfficerProvider>
  );
}

/**
 * The session as last known. If the server knows it no more, the page stays as it is under the
 * sign-in dialog.
 */
function useKnownSession(): Session | undefined {
  const { data } = useQuery(sessionQuery);
  const [known, setKnown] = useState<Session>();
  if (data !== undefined && data !== null && data !== known) setKnown(data);
  useEffect(() => {
    if (data === null) reportSessionEnded();
  }, [data]);
  return data ?? known;
}
