// Holds which record is peeked at, and draws it over the page; the record page itself is loaded with the first peek.
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { PeekContext, type Peek } from './peek-context.ts';

const RecordPeek = lazy(async () => ({ default: (await import('./record-peek.tsx')).RecordPeek }));

export function PeekProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<{ readonly entity: string; readonly id: string } | null>(null);
  const peek = useMemo((): Peek => {
    const show = (entity: string, id: string): void => setShown({ entity, id });
    return {
      show,
      onLink: (entity, id) => (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        show(entity, id);
      },
    };
  }, []);
  return (
    <PeekContext value={peek}>
      {children}
      {shown && (
        <Suspense fallback={null}>
          <RecordPeek key={shown.id} {...shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </PeekContext>
  );
}
