import { theme } from 'antd';
import { expect, it } from 'vitest';
import { antdTheme } from './antd-theme.ts';
import { palettes, type ThemeName } from './palette.ts';

// Antd mixes hovered and pressed colours from the seed unless it is given them; mixed ones were too pale.
it.each<ThemeName>(['light', 'dark'])('%s gives buttons the palette’s own colours', (name) => {
  const token = theme.getDesignToken(antdTheme(name));
  const palette = palettes[name];
  expect(token).toMatchObject({
    colorPrimary: palette.accent,
    colorPrimaryHover: palette.accentHover,
    colorPrimaryActive: palette.accentActive,
    colorLinkHover: palette.accentHover,
    colorError: palette.bad,
    colorErrorHover: palette.badHover,
    colorErrorActive: palette.badActive,
    colorTextLightSolid: palette.onAccent,
  });
});
