// An icon by its name. Metadata may name any; one that we do not have is a plain circle. Always decoration: the text beside it speaks.
import { useSyncExternalStore, type ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { coreIcons } from './core-icons.ts';

type Library = { readonly [name: string]: LucideIcon };

interface IconProps {
  readonly name: string | undefined;
  readonly size?: number;
  readonly className?: string | undefined;
}

const core: Library = coreIcons;

export function Icon({ name = 'circle', size = 16, className }: IconProps): ReactNode {
  const library = useSyncExternalStore(subscribe, loaded, loaded);
  const known = Object.hasOwn(core, name)
    ? core[name]
    : library && Object.hasOwn(library, name)
      ? library[name]
      : undefined;
  if (!known && !library) loadLibrary();
  const Drawing = known ?? (library ? coreIcons.circle : undefined);
  if (!Drawing) return <svg width={size} height={size} className={className} aria-hidden />;
  return <Drawing size={size} strokeWidth={size >= 20 ? 1.5 : 1.75} className={className} aria-hidden />;
}

const state: { library: Library | null; loading: boolean } = { library: null, loading: false };
const listeners = new Set<() => void>();

function loaded(): Library | null {
  return state.library;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function loadLibrary(): void {
  if (state.loading) return;
  state.loading = true;
  void import('./library-icons.ts').then(({ libraryIcons }) => {
    state.library = libraryIcons;
    for (const listener of listeners) listener();
  });
}
