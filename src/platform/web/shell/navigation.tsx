import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../kit/links.tsx';
import { entryFor, navigationOf, type Screen } from '../screen.ts';
import { useMay } from '../session/officer.tsx';
import { useScreens } from './screens-context.tsx';

/** The five areas and the system, with what the officer may open in each. */
export function Navigation({ onLeave }: { onLeave?: () => void }) {
  const { t } = useTranslation();
  const screens = useScreens();
  const may = useMay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const current = entryFor(screens, path);
  return (
    <nav className="mb-navigation" aria-label={t('shell:navigation.label')}>
      {navigationOf(screens, may).map(({ area, screens: entries }) => (
        <div className="mb-navigation-area" key={area}>
          <h2 id={`area-${area}`}>{t(`shell:area.${area}`)}</h2>
          <ul aria-labelledby={`area-${area}`}>
            {entries.map((screen) => (
              <li key={screen.path}>
                <Entry screen={screen} isCurrent={screen.path === current} onLeave={onLeave} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type EntryProperties = { screen: Screen; isCurrent: boolean; onLeave: (() => void) | undefined };

function Entry({ screen, isCurrent, onLeave }: EntryProperties) {
  const { t } = useTranslation();
  const Icon = screen.icon;
  return (
    <ScreenLink
      to={screen.path}
      className="mb-navigation-entry"
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      {...(onLeave === undefined ? {} : { onClick: onLeave })}
    >
      <span className="mb-navigation-icon" aria-hidden="true">
        {Icon !== undefined && <Icon />}
      </span>
      {t(screen.title)}
    </ScreenLink>
  );
}
