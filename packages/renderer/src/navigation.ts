// Where a screen may lead, without knowing the router: the app that mounts the renderer says what an address looks like.
import { createContext, use } from 'react';

export type Target =
  | { readonly to: 'home' }
  | { readonly to: 'list'; readonly entity: string; readonly view?: string }
  | { readonly to: 'record'; readonly entity: string; readonly id: string; readonly tab?: string }
  | { readonly to: 'create'; readonly entity: string; readonly values?: Readonly<Record<string, unknown>> }
  | { readonly to: 'import'; readonly entity: string }
  | { readonly to: 'trash'; readonly entity: string };

export interface Navigation {
  hrefOf(target: Target): string;
  go(target: Target): void;
  /** To where the user came from; `otherwise` where this address was opened by itself. */
  back(otherwise: Target): void;
  /** While it answers true, leaving the screen asks first. Returns how to take it back. */
  guard(isChanged: () => boolean): () => void;
}

export const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('NavigationContext is missing above this screen');
  return navigation;
}
