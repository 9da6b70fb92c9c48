import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { paint, type ThemeName } from './palette.ts';

/** `system` follows the device. */
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

type Theme = { theme: ThemeName; choice: ThemeChoice; choose: (choice: ThemeChoice) => void };

const STORED_AS = 'mingbai.theme';
const DARK = '(prefers-color-scheme: dark)';

const ThemeContext = createContext<Theme | undefined>(undefined);

/** Which theme is shown now and what the reader chose. */
export function useTheme(): Theme {
  const found = useContext(ThemeContext);
  if (found === undefined) throw new Error('useTheme needs a ThemeProvider above');
  return found;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(storedChoice);
  const isDeviceDark = useMediaQuery(DARK);
  const deviceTheme: ThemeName = isDeviceDark ? 'dark' : 'light';
  const theme = choice === 'system' ? deviceTheme : choice;
  useEffect(() => paint(theme, document.documentElement), [theme]);
  const value = useMemo(
    () => ({
      theme,
      choice,
      choose: (chosen: ThemeChoice) => {
        localStorage.setItem(STORED_AS, chosen);
        setChoice(chosen);
      },
    }),
    [theme, choice],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORED_AS);
  return themeChoices.find((choice) => choice === stored) ?? 'system';
}

/** True while the CSS media query holds. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (note) => {
      const list = matchMedia(query);
      list.addEventListener('change', note);
      return () => list.removeEventListener('change', note);
    },
    () => matchMedia(query).matches,
  );
}

/** True on screens as narrow as a phone's. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 639px)');
}
