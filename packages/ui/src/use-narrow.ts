// Whether the window is as narrow as a phone's; the few places that show something else there ask this.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
