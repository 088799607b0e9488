// Reads what the conditions of a form ask of other records, whenever a look-up leads to another one.
import { useEffect } from 'react';
import { useClient } from '../data/client.ts';
import { relatedEntity, useModel } from '../model.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormStore } from './form-store.ts';
import { relatedPaths } from './related-paths.ts';

export function useRelatedValues(definition: FormDefinition, store: FormStore): void {
  const client = useClient();
  const model = useModel();
  useEffect(() => {
    const wanted = relatedPaths(definition);
    const asked = new Map<string, string | null>();
    const abort = new AbortController();
    const look = (): void => {
      for (const [lookup, paths] of wanted) {
        const id = idOf(store.values()[lookup]);
        if (asked.get(lookup) === id) continue;
        asked.set(lookup, id);
        const field = model.field(definition.entity, lookup)?.field;
        const entity = field && relatedEntity(field);
        if (id === null || !entity) continue;
        client
          .records(entity)
          .get(id, paths, abort.signal)
          .then(
            (record) => store.relate(lookup, record),
            // Without it the conditions see nothing there; the server judges them all the same.
            () => undefined,
          );
      }
    };
    look();
    const forget = wanted.size > 0 ? store.subscribe(look) : () => undefined;
    return () => {
      forget();
      abort.abort();
    };
  }, [client, model, definition, store]);
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}
