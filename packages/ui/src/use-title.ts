// The title of the window: what the page is about, then the product.
import { useEffect } from 'react';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Trellis' : `${title} · Trellis`;
    return () => {
      document.title = 'Trellis';
    };
  }, [title]);
}
