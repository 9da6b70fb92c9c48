import { type ThemeConfig, theme } from 'antd';
import { type Palette, palettes, type ThemeName } from './palette.ts';

/** Fonts that the reader's system brings; nothing is loaded from anywhere. */
const fontStack =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", system-ui, sans-serif';

/** Ant Design in the colours of the product. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const colours = palettes[name];
  return {
    algorithm: [
      name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
      (_seed, derived = theme.defaultAlgorithm(theme.defaultSeed)) => ({
        ...derived,
        ...exactColours(colours),
      }),
    ],
    token: {
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.accent,
      colorSuccess: colours.good,
      colorWarning: colours.warn,
      colorError: colours.bad,
      colorTextBase: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSoft,
      colorTextTertiary: colours.inkSoft,
      colorTextDescription: colours.inkSoft,
      colorTextPlaceholder: colours.inkSoft,
      colorTextLightSolid: colours.onAccent,
      colorBgBase: colours.surface,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.raised,
      colorBgLayout: colours.paper,
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      fontFamily: fontStack,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      boxShadowSecondary: `0 1px 2px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / ${name === 'dark' ? '45%' : '10%'})`,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: colours.paper,
        headerSplitColor: 'transparent',
        headerColor: colours.inkSoft,
        rowHoverBg: colours.accentWash,
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 12,
        cellPaddingBlockSM: 4,
        cellPaddingInlineSM: 10,
      },
      Card: { headerFontSize: 15 },
      Tag: { defaultBg: colours.paper, defaultColor: colours.ink },
      Segmented: { trackBg: colours.margin, itemSelectedBg: colours.surface },
      Tooltip: {
        colorBgSpotlight: name === 'dark' ? '#35403d' : '#1c2523',
        colorTextLightSolid: '#ffffff',
      },
    },
  };
}

/** The palette's own colours where the algorithm would mix others, whose contrast nobody checks. */
function exactColours(colours: Palette) {
  return {
    colorPrimary: colours.accent,
    colorPrimaryHover: colours.accentHover,
    colorPrimaryActive: colours.accentActive,
    colorPrimaryText: colours.accent,
    colorPrimaryTextHover: colours.accentHover,
    colorPrimaryTextActive: colours.accentActive,
    colorPrimaryBg: colours.accentWash,
    colorPrimaryBgHover: colours.accentWash,
    colorInfo: colours.accent,
    colorInfoBg: colours.accentWash,
    colorLink: colours.accent,
    colorLinkHover: colours.accentHover,
    colorLinkActive: colours.accentActive,
    colorSuccess: colours.good,
    colorSuccessText: colours.good,
    colorSuccessBg: colours.goodWash,
    colorWarning: colours.warn,
    colorWarningText: colours.warn,
    colorWarningBg: colours.warnWash,
    colorError: colours.bad,
    colorErrorHover: colours.badHover,
    colorErrorActive: colours.badActive,
    colorErrorText: colours.bad,
    colorErrorTextHover: colours.badHover,
    colorErrorTextActive: colours.badActive,
    colorErrorBg: colours.badWash,
  };
}
