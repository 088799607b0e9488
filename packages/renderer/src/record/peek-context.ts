// Shows a record in a drawer over whatever screen is open, so that the screen stays where it was.
import { createContext, use, type MouseEvent } from 'react';

export interface Peek {
  show(entity: string, id: string): void;
  /** For links: a plain click peeks, one with a modifier key follows the link. */
  onLink(entity: string, id: string): (event: MouseEvent) => void;
}

export const PeekContext = createContext<Peek | null>(null);

export function usePeek(): Peek {
  const peek = use(PeekContext);
  if (!peek) throw new Error('PeekProvider is missing above this screen');
  return peek;
}
