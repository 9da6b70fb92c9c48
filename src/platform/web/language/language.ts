/// <reference types="vite/client" />
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const STORED_AS = 'mingbai.language';

/** One chunk per language: a reader loads only the one chosen. */
const files = import.meta.glob<Record<string, unknown>>('../../../../messages/*/*.json', {
  import: 'default',
});

let texts: i18n | undefined;

/** The language of the screen; Chinese until the reader chooses otherwise. */
export function currentLanguage(): Language {
  return isLanguage(texts?.language) ? texts.language : storedLanguage();
}

function isLanguage(tag: unknown): tag is Language {
  return languages.some((language) => language === tag);
}

function storedLanguage(): Language {
  const stored = globalThis.localStorage?.getItem(STORED_AS);
  return isLanguage(stored) ? stored : 'zh-CN';
}

/** Loads the reader's language and makes it ready for `useTranslation`. */
export async function startLanguage(): Promise<i18n> {
  const instance = createInstance().use(initReactI18next);
  texts = instance;
  await instance.init({
    lng: storedLanguage(),
    fallbackLng: false,
    supportedLngs: [...languages],
    ns: [],
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await showLanguage(storedLanguage());
  return instance;
}

/** Switches the screen to a language and remembers it on this device. */
export async function showLanguage(language: Language): Promise<void> {
  if (texts === undefined) return;
  await addMessages(texts, language);
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = texts.t('shell:product.title');
  globalThis.localStorage.setItem(STORED_AS, language);
}

async function addMessages(instance: i18n, language: Language): Promise<void> {
  const folder = `/messages/${language}/`;
  const wanted = Object.entries(files).filter(([path]) => path.includes(folder));
  await Promise.all(
    wanted.map(async ([path, load]) => {
      const namespace = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      instance.addResourceBundle(language, namespace, await load());
    }),
  );
}
