import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api.ts';
import { useGo } from '../kit/links.tsx';
import { useProblemSentence } from '../kit/states.tsx';
import { useOfficer } from '../session/officer.tsx';
import type { Posting } from '../session/session-query.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { usePhone, useTheme } from '../theme/use-theme.tsx';
import { themeIcons, useLanguageChoice } from './choices.tsx';

/** `county officer · Willow County` in the reader's language. */
export function usePostingName(): (posting: Posting | null) => string {
  const { t } = useTranslation();
  return (posting) =>
    posting === null
      ? t('shell:posting.none')
      : t('shell:posting.name', {
          role: t(`shell:role.${posting.role}`),
          region: posting.regionName,
        });
}

/** Who is signed in and under which posting; changes the posting, opens the account, signs out. */
export function OfficerMenu() {
  const { t } = useTranslation();
  const officer = useOfficer();
  const postingName = usePostingName();
  const go = useGo();
  const changePosting = useChangePosting();
  const { signOut } = useSignOut();
  const choices = useChoiceItems();
  const postings: MenuProps['items'] = officer.postings.map((posting) => ({
    key: `posting:${posting.id}`,
    label: postingName(posting),
    onClick: () => changePosting(posting.id),
  }));
  const items: MenuProps['items'] = [
    { key: 'postings', type: 'group', label: t('shell:posting.choose'), children: postings },
    { type: 'divider' },
    ...choices,
    { key: 'account', label: t('shell:account.title'), onClick: () => go('/account') },
    { key: 'signOut', label: t('shell:session.signOut'), onClick: signOut },
  ];
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, selectedKeys: [`posting:${officer.posting?.id ?? ''}`] }}
    >
      <button type="button" className="mb-officer" aria-haspopup="menu">
        <span className="mb-officer-initial" aria-hidden="true">
          {officer.displayName.slice(0, 1)}
        </span>
        <span className="mb-officer-words">
          <span className="mb-officer-name">{officer.displayName}</span>
          <span className="mb-officer-posting">{postingName(officer.posting)}</span>
        </span>
        <DownOutlined />
      </button>
    </Dropdown>
  );
}

/** On a phone the language and theme are in this menu: the header has no room for them. */
function useChoiceItems(): NonNullable<MenuProps['items']> {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const { theme, choose } = useTheme();
  const { other, choose: chooseLanguage } = useLanguageChoice();
  if (!isPhone) return [];
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  const Icon = themeIcons[otherTheme];
  return [
    { key: 'language', label: t(`shell:language.${other}`), onClick: () => chooseLanguage(other) },
    {
      key: 'theme',
      label: t(`shell:theme.${otherTheme}`),
      icon: <Icon />,
      onClick: () => choose(otherTheme),
    },
    { type: 'divider' },
  ];
}

/** Another posting is another reach: everything loaded so far is dropped. */
function useChangePosting(): (postingId: string) => void {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const go = useGo();
  const sentence = useProblemSentence();
  const change = useMutation({
    mutationFn: (postingId: string) =>
      answer(api.POST('/api/session/posting', { body: { postingId } })),
    onSuccess: async () => {
      go('/');
      await queries.resetQueries();
    },
    onError: (thrown) => void message.error(sentence(thrown)),
  });
  return change.mutate;
}
