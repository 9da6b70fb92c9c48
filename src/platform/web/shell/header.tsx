import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../kit/links.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch, ThemeSwitch } from './choices.tsx';
import { OfficerMenu } from './officer-menu.tsx';

type HeaderProperties = {
  /** Opens the navigation where it does not stand beside the page. */
  onMenu: (() => void) | undefined;
  onHelp: () => void;
};

export function Header({ onMenu, onHelp }: HeaderProperties) {
  const { t } = useTranslation();
  return (
    <header className="mb-header">
      {onMenu !== undefined && (
        <Button
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('shell:navigation.open')}
          onClick={onMenu}
        />
      )}
      <ScreenLink to="/" className="mb-header-home">
        <Brand />
      </ScreenLink>
      <div className="mb-header-tools">
        <Tooltip title={t('shell:keys.title')}>
          <Button
            type="text"
            className="mb-header-help"
            icon={<QuestionCircleOutlined />}
            aria-label={t('shell:keys.title')}
            onClick={onHelp}
          />
        </Tooltip>
        <span className="mb-header-choices">
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
        <OfficerMenu />
      </div>
    </header>
  );
}
