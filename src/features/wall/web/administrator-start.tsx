import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { PageHeader } from '../../../platform/web/kit/page-header.tsx';
import { navigationOf } from '../../../platform/web/screen.ts';
import { useMay, useOfficer } from '../../../platform/web/session/officer.tsx';
import { useScreens } from '../../../platform/web/shell/screens-context.tsx';
import './wall.css';

const administrators = ['systemAdministrator', 'securityAdministrator', 'auditor'];

/** For those who see no household: who they are and the few places where their work is. */
export function AdministratorStart() {
  const { t } = useTranslation();
  const { displayName, posting } = useOfficer();
  const screens = useScreens();
  const places = navigationOf(screens, useMay()).flatMap((area) => area.screens);
  const role = posting?.role;
  const isAdministrator = role !== undefined && administrators.includes(role);
  return (
    <>
      <PageHeader
        title={t('wall:start.greeting', { name: displayName })}
        description={t(
          posting === null ? 'wall:administrator.noPosting' : 'wall:administrator.text',
        )}
      />
      {isAdministrator && <p className="mb-soft mb-wall-role">{t(`wall:administrator.${role}`)}</p>}
      <ul className="mb-wall-places">
        {places
          .filter(({ path }) => path !== '/')
          .map(({ path, title, icon: Icon }) => (
            <li key={path}>
              <ScreenLink to={path} className="mb-wall-place">
                {Icon !== undefined && <Icon />}
                <span>{t(title)}</span>
              </ScreenLink>
            </li>
          ))}
      </ul>
    </>
  );
}
