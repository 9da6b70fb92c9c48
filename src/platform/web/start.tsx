import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { type ReactNode, StrictMode, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import 'dayjs/locale/zh-cn';
import { Refusal } from './api.ts';
import { type Language, startLanguage } from './language/language.ts';
import { makeRouter } from './router.tsx';
import type { Screen } from './screen.ts';
import { reportSessionEnded } from './session/session-ended.ts';
import { antdTheme } from './theme/antd-theme.ts';
import { ThemeProvider, useTheme } from './theme/use-theme.tsx';
import './theme/global.css';

/** Starts the product in the browser with the screens that the features give. */
export async function start(screens: readonly Screen[], root: HTMLElement): Promise<void> {
  const queries = makeQueryClient();
  const router = makeRouter(screens, queries);
  const texts = await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <ThemeProvider>
          <Themed>
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </Themed>
        </ThemeProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}

const MOST_RETRIES = 2;

function makeQueryClient(): QueryClient {
  const noticeEnd = (thrown: unknown): void => {
    if (thrown instanceof Refusal && thrown.code === 'notSignedIn') reportSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        // A refusal stays one; only a lost answer is worth another try.
        retry: (failures, thrown) =>
          failures < MOST_RETRIES &&
          !(thrown instanceof Refusal && thrown.status >= 400 && thrown.status < 500),
      },
    },
  });
}

/**
 * Menus and lists open within the landmark that they belong to, where screen readers look for them.
 * Not in antd's dialog element itself: only what lies in its container takes clicks.
 */
function landmarkOf(trigger?: HTMLElement): HTMLElement {
  return (
    trigger?.closest<HTMLElement>('.ant-modal-container, [role="dialog"], main, header') ??
    document.body
  );
}

const antdTexts: Record<Language, typeof zhCN> = { 'zh-CN': zhCN, en: enUS };
const dayjsLocales: Record<Language, string> = { 'zh-CN': 'zh-cn', en: 'en' };

function Themed({ children }: { children: ReactNode }) {
  const { theme } = useTheme();
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  useEffect(() => {
    dayjs.locale(dayjsLocales[language]);
  }, [language]);
  const config = useMemo(() => antdTheme(theme), [theme]);
  return (
    <ConfigProvider
      locale={antdTexts[language]}
      theme={config}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={landmarkOf}
    >
      <App className="mb-app">{children}</App>
    </ConfigProvider>
  );
}
