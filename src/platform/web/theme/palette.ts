/**
 * The colours of the product: paper, ink, pine green for what can be done, seal red for what is
 * official or selected. Text colours keep a contrast of at least 4.5 to 1 on paper and surface
 * (WCAG 2.2, 1.4.3); the journeys check it with axe in both themes.
 */
export type Palette = {
  /** The ground of the page. */
  paper: string;
  /** The navigation and header, a shade deeper than the paper. */
  margin: string;
  /** Sheets that lie on the paper. */
  surface: string;
  /** What floats above: menus, dialogs. */
  raised: string;
  line: string;
  lineStrong: string;
  ink: string;
  inkSoft: string;
  accent: string;
  /** What can be done, with the pointer on it, and while it is pressed. */
  accentHover: string;
  accentActive: string;
  accentWash: string;
  onAccent: string;
  seal: string;
  sealWash: string;
  good: string;
  goodWash: string;
  warn: string;
  warnWash: string;
  bad: string;
  badHover: string;
  badActive: string;
  badWash: string;
  hover: string;
};

export type ThemeName = 'light' | 'dark';

export const palettes: Record<ThemeName, Palette> = {
  light: {
    paper: '#f7f6f2',
    margin: '#efede6',
    surface: '#ffffff',
    raised: '#ffffff',
    line: '#e2dfd5',
    lineStrong: '#8b8a80',
    ink: '#1c2523',
    inkSoft: '#59625e',
    accent: '#1c6857',
    accentHover: '#175a4b',
    accentActive: '#114a3d',
    accentWash: '#e3efeb',
    onAccent: '#ffffff',
    seal: '#a8321f',
    sealWash: '#f8e9e4',
    good: '#22693c',
    goodWash: '#e4f1e6',
    warn: '#875200',
    warnWash: '#fbf0d9',
    bad: '#a8281f',
    badHover: '#8f2019',
    badActive: '#781a14',
    badWash: '#fae8e5',
    hover: '#e7e4da',
  },
  dark: {
    paper: '#121716',
    margin: '#0d1211',
    surface: '#1a211f',
    raised: '#222a28',
    line: '#2e3836',
    lineStrong: '#75817d',
    ink: '#e7ebe8',
    inkSoft: '#a3aeaa',
    accent: '#62bda6',
    accentHover: '#7ccdb8',
    accentActive: '#58b09a',
    accentWash: '#1b3731',
    onAccent: '#06201a',
    seal: '#f0836c',
    sealWash: '#3a211c',
    good: '#7cc48f',
    goodWash: '#1b3222',
    warn: '#e3b15e',
    warnWash: '#372b15',
    bad: '#f0897f',
    badHover: '#f5a39b',
    badActive: '#e77b70',
    badWash: '#3b1f1d',
    hover: '#232c2a',
  },
};

const variableNames: Record<keyof Palette, string> = {
  paper: '--mb-paper',
  margin: '--mb-margin',
  surface: '--mb-surface',
  raised: '--mb-raised',
  line: '--mb-line',
  lineStrong: '--mb-line-strong',
  ink: '--mb-ink',
  inkSoft: '--mb-ink-soft',
  accent: '--mb-accent',
  accentHover: '--mb-accent-hover',
  accentActive: '--mb-accent-active',
  accentWash: '--mb-accent-wash',
  onAccent: '--mb-on-accent',
  seal: '--mb-seal',
  sealWash: '--mb-seal-wash',
  good: '--mb-good',
  goodWash: '--mb-good-wash',
  warn: '--mb-warn',
  warnWash: '--mb-warn-wash',
  bad: '--mb-bad',
  badHover: '--mb-bad-hover',
  badActive: '--mb-bad-active',
  badWash: '--mb-bad-wash',
  hover: '--mb-hover',
};

/** Puts the palette on the page as CSS variables. */
export function paint(name: ThemeName, root: HTMLElement): void {
  for (const [colour, variable] of Object.entries(variableNames)) {
    root.style.setProperty(variable, palettes[name][colour as keyof Palette]);
  }
  root.style.colorScheme = name;
  root.dataset['theme'] = name;
}

export type ChartColours = {
  /** Distinct hues for categories, in the order to use them; told apart by colour-blind readers too. */
  categories: readonly string[];
  /** From little to much. */
  ramp: readonly string[];
  /** From far below to far above the middle. */
  diverging: readonly string[];
  ink: string;
  inkSoft: string;
  line: string;
  surface: string;
  none: string;
};

const rampLight = ['#eef3e8', '#d3e3cf', '#a9ccb8', '#76ae9f', '#438d82', '#1c6857', '#0c4539'];
const rampDark = ['#1d2a27', '#21423b', '#2a5d52', '#37796b', '#4b9886', '#6fbba7', '#a5dccd'];

/** Colours for charts and maps, which cannot read CSS variables. */
export function chartColours(name: ThemeName): ChartColours {
  const palette = palettes[name];
  const isLight = name === 'light';
  return {
    categories: isLight
      ? ['#1c6857', '#c2693c', '#3d5f93', '#a5862a', '#8a4a6b', '#5b8f3e', '#6d6a62', '#2b8aa3']
      : ['#62bda6', '#e39a70', '#86a8dd', '#d8bd64', '#cb8fae', '#9cc97f', '#aaa79d', '#6fc0d6'],
    ramp: isLight ? rampLight : rampDark,
    diverging: isLight
      ? ['#8c2d19', '#c2693c', '#e6b894', '#efede6', '#a9ccb8', '#438d82', '#0c4539']
      : ['#f0a48c', '#b96a4e', '#6a4436', '#2e3836', '#2a5d52', '#4b9886', '#a5dccd'],
    ink: palette.ink,
    inkSoft: palette.inkSoft,
    line: palette.line,
    surface: palette.surface,
    none: isLight ? '#dedbd0' : '#2b3331',
  };
}
