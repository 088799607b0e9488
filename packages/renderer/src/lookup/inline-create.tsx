// "Create new" of a picker: opens the form of the other entity in a drawer, and answers with the record that came of it.
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import type { Reference } from '@trellis/field-types/ui/screen';

const RecordDrawer = lazy(async () => ({ default: (await import('../form/record-drawer.tsx')).RecordDrawer }));

interface Asked {
  readonly entity: string;
  readonly title: string;
  answer(made: Reference | null): void;
}

export interface InlineCreate {
  create(entity: string, title: string): Promise<Reference | null>;
  readonly drawer: ReactNode;
}

export function useInlineCreate(): InlineCreate {
  const [asked, setAsked] = useState<Asked | null>(null);
  const create = useCallback(
    (entity: string, title: string) =>
      new Promise<Reference | null>((resolve) => {
        const answer = (made: Reference | null): void => {
          setAsked(null);
          resolve(made);
        };
        setAsked({ entity, title, answer });
      }),
    [],
  );
  const drawer = asked && (
    <Suspense fallback={null}>
      <RecordDrawer
        entity={asked.entity}
        titleText={asked.title}
        onSaved={(reference) => asked.answer(reference)}
        onClose={() => asked.answer(null)}
      />
    </Suspense>
  );
  return { create, drawer };
}
