// Our palette as antd's tokens: 13 px text, 6 px corners, thin lines, flat controls.
import { theme, type ThemeConfig } from 'antd';
import { palettes, type Mode } from './palette.ts';

export const fontFamily =
  "'Inter Variable', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

interface Taste {
  readonly mode: Mode;
  /** What moves is waited for: it must not be when nothing moves. */
  readonly motion: boolean;
}

export function antdTheme({ mode, motion }: Taste): ThemeConfig {
  const { surface, options } = palettes[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'trellis' },
    hashed: false,
    token: {
      fontFamily,
      fontSize: 13,
      lineHeight: 20 / 13,
      borderRadius: 6,
      controlHeight: 32,
      wireframe: false,
      colorPrimary: surface.accent,
      colorPrimaryHover: surface['accent-hover'],
      colorPrimaryActive: surface['accent-hover'],
      colorLink: surface['accent-text'],
      colorError: surface.danger,
      colorWarning: surface.warning,
      colorSuccess: surface.success,
      colorBgBase: surface.bg,
      colorBgContainer: surface.bg,
      colorBgElevated: surface['bg-raised'],
      colorBgLayout: surface['bg-subtle'],
      colorText: surface.text,
      colorTextSecondary: surface['text-2'],
      colorTextTertiary: surface['text-3'],
      colorTextDescription: surface['text-2'],
      colorTextPlaceholder: surface['text-3'],
      colorBorder: surface['line-strong'],
      colorBorderSecondary: surface.line,
      colorBgMask: surface.backdrop,
      controlItemBgHover: surface['bg-hover'],
      controlItemBgActive: surface['accent-soft'],
      boxShadowSecondary: surface['shadow-2'],
      motion,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        // No one colour is dark enough behind white text and light enough as text on a dark ground.
        defaultHoverColor: surface['accent-text'],
        defaultHoverBorderColor: surface['accent-text'],
        defaultActiveColor: surface['accent-text'],
        defaultActiveBorderColor: surface['accent-text'],
      },
      Input: { activeShadow: `0 0 0 3px ${surface['accent-soft']}` },
      // Empty stars are told from the ground by a contrast of 3, as every control.
      Rate: { starColor: options.yellow.dot, starBg: options.gray.dot },
      Select: { optionSelectedBg: surface['accent-soft'], optionActiveBg: surface['bg-hover'] },
    },
  };
}
