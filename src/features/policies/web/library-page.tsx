import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../../../platform/web/kit/links.tsx';
import { Loaded } from '../../../platform/web/kit/loaded.tsx';
import { PageHeader } from '../../../platform/web/kit/page-header.tsx';
import { EmptyState } from '../../../platform/web/kit/states.tsx';
import { useUrlState } from '../../../platform/web/kit/use-url-state.ts';
import { useMay } from '../../../platform/web/session/officer.tsx';
import { LibraryCard } from './library-card.tsx';
import { type Library, type LibraryAsked, useLibrary } from './policy-queries.ts';
import './policies.css';

const levels = ['nation', 'province', 'prefecture', 'county', 'village'] as const;
const audiences = ['household', 'person', 'village', 'county', 'department'] as const;

function oneOf<Word extends string>(
  words: readonly Word[],
  wished: string | undefined,
): Word | undefined {
  return words.find((word) => word === wished);
}

/** Every policy document, found by its words, theme, level or audience; the one in force here first. */
export function LibraryPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [state, change] = useUrlState();
  const asked: LibraryAsked = {
    text: state['text'],
    theme: state['theme'],
    level: oneOf(levels, state['level']),
    audience: oneOf(audiences, state['audience']),
  };
  const library = useLibrary(asked);
  const [timesCleared, setTimesCleared] = useState(0);
  const clear = (): void => {
    setTimesCleared(timesCleared + 1);
    change({ text: undefined, theme: undefined, level: undefined, audience: undefined });
  };
  return (
    <>
      <PageHeader
        title={t('policies:library.title')}
        description={t('policies:library.text')}
        actions={
          may('document.read') && (
            <ScreenLink to="/documents">{t('policies:library.documents')}</ScreenLink>
          )
        }
      />
      <LibraryFilters
        key={timesCleared}
        asked={asked}
        themes={library.data?.themes ?? []}
        change={change}
      />
      <Loaded query={library}>
        {(found) =>
          found.packs.length === 0 ? (
            <EmptyState
              title={t('policies:library.none')}
              description={t('policies:library.noneText')}
              action={<Button onClick={clear}>{t('policies:library.clear')}</Button>}
            />
          ) : (
            <Cards library={found} />
          )
        }
      </Loaded>
    </>
  );
}

function Cards({ library }: { library: Library }) {
  const { t } = useTranslation();
  const place = (id: string): number => {
    const index = library.chain.indexOf(id);
    return index === -1 ? library.chain.length : index;
  };
  const sorted = library.packs.toSorted((one, other) => place(one.id) - place(other.id));
  return (
    <ul className="mb-library" aria-label={t('policies:library.list')}>
      {sorted.map((entry) => (
        <LibraryCard key={entry.id} entry={entry} library={library} />
      ))}
    </ul>
  );
}

type FiltersProperties = {
  asked: LibraryAsked;
  themes: readonly string[];
  change: (change: Record<string, string | undefined>) => void;
};

const TYPING_MS = 300;

function LibraryFilters({ asked, themes, change }: FiltersProperties) {
  const { t } = useTranslation();
  const choice = (name: 'theme' | 'level' | 'audience', codes: readonly string[]) => (
    <Select<string>
      className="mb-policies-choice"
      aria-label={t(`policies:library.${name}`)}
      value={asked[name] ?? ''}
      onChange={(value) => change({ [name]: value })}
      options={[
        { value: '', label: t(`policies:library.any${capital(name)}`) },
        ...codes.map((code) => ({ value: code, label: t(`policies:${name}.${code}`) })),
      ]}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <div className="mb-policies-bar" role="search">
      <SearchField value={asked.text ?? ''} onChange={(text) => change({ text })} />
      {choice('theme', themes)}
      {choice('level', levels)}
      {choice('audience', audiences)}
    </div>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Asks once the reader stops typing, so that not every letter is a request. */
function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <Input
      className="mb-policies-search"
      prefix={<SearchOutlined />}
      allowClear
      maxLength={80}
      aria-label={t('policies:library.search')}
      placeholder={t('policies:library.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
