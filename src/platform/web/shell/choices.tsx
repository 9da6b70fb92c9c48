import { DesktopOutlined, GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage, type Language, showLanguage } from '../language/language.ts';
import { type ThemeChoice, themeChoices, useTheme } from '../theme/use-theme.tsx';

const otherLanguage: Record<Language, Language> = { 'zh-CN': 'en', en: 'zh-CN' };

/** Changes the language; what the server said in the old one is asked again. */
export function useLanguageChoice(): { other: Language; choose: (language: Language) => void } {
  const queries = useQueryClient();
  const choose = (language: Language): void => {
    void showLanguage(language).then(() => queries.invalidateQueries());
  };
  return { other: otherLanguage[currentLanguage()], choose };
}

/** One button that names the other language in its own words. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { other, choose } = useLanguageChoice();
  return (
    <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => choose(other)}>
      {t(`shell:language.${other}`)}
    </Button>
  );
}

export const themeIcons: Record<ThemeChoice, typeof SunOutlined> = {
  system: DesktopOutlined,
  light: SunOutlined,
  dark: MoonOutlined,
};

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { choice, choose } = useTheme();
  const Icon = themeIcons[choice];
  const name = t('shell:theme.now', { theme: t(`shell:theme.${choice}`) });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: themeChoices.map((key) => ({ key, label: t(`shell:theme.${key}`) })),
        onClick: ({ key }) => choose(themeChoices.find((known) => known === key) ?? 'system'),
      }}
    >
      <Tooltip title={name}>
        <Button type="text" icon={<Icon />} aria-label={name} aria-haspopup="menu" />
      </Tooltip>
    </Dropdown>
  );
}
