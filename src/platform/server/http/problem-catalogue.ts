import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const MESSAGES_FOLDER = join(import.meta.dirname, '../../../../messages');

function readLanguage(language: Language): Record<string, object> {
  const folder = join(MESSAGES_FOLDER, language);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as object,
      ]),
  );
}

let loaded: { texts: i18n; problemNamespace: Map<string, string> } | undefined;

function messages(): { texts: i18n; problemNamespace: Map<string, string> } {
  if (loaded !== undefined) return loaded;
  const resources = Object.fromEntries(
    languages.map((language) => [language, readLanguage(language)]),
  );
  const problemNamespace = new Map<string, string>();
  for (const [namespace, content] of Object.entries(resources['zh-CN'] ?? {})) {
    const problems = (content as { problem?: object }).problem ?? {};
    for (const code of Object.keys(problems)) problemNamespace.set(code, namespace);
  }
  const texts = createInstance();
  void texts.init({
    resources,
    lng: 'zh-CN',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  loaded = { texts, problemNamespace };
  return loaded;
}

/** A text by its key, `namespace:path.to.text`, with the values filled in. */
export function text(
  language: Language,
  key: string,
  values: Record<string, unknown> = {},
): string {
  return messages().texts.t(key, { lng: language, ...values }) as string;
}

/** The sentence for a problem code. The tidy tests hold that every code has one in both languages. */
export function problemText(
  language: Language,
  code: string,
  details: Record<string, unknown> = {},
): string {
  const namespace = messages().problemNamespace.get(code);
  return namespace === undefined ? code : text(language, `${namespace}:problem.${code}`, details);
}

/** Chinese unless the reader asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh-CN';
}
