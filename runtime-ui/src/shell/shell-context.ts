// What screens may open of the shell around them.
import { createContext, use } from 'react';

export interface ShellActions {
  openPalette(): void;
  openKeys(): void;
  openNavigation(): void;
}

export const ShellContext = createContext<ShellActions | null>(null);

export function useShell(): ShellActions {
  const shell = use(ShellContext);
  if (!shell) throw new Error('ShellContext is missing above this screen');
  return shell;
}
