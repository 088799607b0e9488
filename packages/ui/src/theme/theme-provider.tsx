// Gives antd our theme, the language's locale, and everybody below the appearance and its switch.
import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { antdTheme } from './antd-theme.ts';
import type { Appearance, Choice } from './appearance.ts';
import { BusyMark } from './busy-mark.tsx';
import type { Mode } from './palette.ts';

const AppearanceContext = createContext<Appearance | null>(null);

export function ThemeProvider({ appearance, children }: { appearance: Appearance; children: ReactNode }): ReactNode {
  const mode = useSyncExternalStore(appearance.subscribe, appearance.mode);
  const still = useSyncExternalStore(whenStillness, isStill);
  const theme = useMemo(() => antdTheme({ mode, motion: !still }), [mode, still]);
  const { i18n } = useTranslation();
  return (
    <AppearanceContext value={appearance}>
      <ConfigProvider theme={theme} locale={i18n.language === 'zh-CN' ? zhCN : enUS} button={buttons} popover={flyout}>
        {children}
      </ConfigProvider>
    </AppearanceContext>
  );
}

const stillness = '(prefers-reduced-motion: reduce)';
const isStill = (): boolean => window.matchMedia(stillness).matches;

function whenStillness(changed: () => void): () => void {
  const media = window.matchMedia(stillness);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

const buttons = { autoInsertSpace: false, loadingIcon: <BusyMark /> };

/** What floats has an edge: in the dark a shadow alone is not seen. */
const flyout = { styles: { container: { boxShadow: 'var(--shadow-2)' } } };

export function useAppearance(): { choice: Choice; mode: Mode; choose(choice: Choice): void } {
  const appearance = use(AppearanceContext);
  if (!appearance) throw new Error('useAppearance outside of ThemeProvider');
  const choice = useSyncExternalStore(appearance.subscribe, appearance.choice);
  const mode = useSyncExternalStore(appearance.subscribe, appearance.mode);
  return { choice, mode, choose: appearance.choose };
}
