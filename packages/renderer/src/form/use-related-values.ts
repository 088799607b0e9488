// Reads what a form reckons with of other records, whenever a look-up leads to another one: all that stands behind it in one request,
// once the choice has rested for a moment.
import { useEffect } from 'react';
import { useClient } from '../data/client.ts';
import { relatedEntity, useModel } from '../model.ts';
import type { FormLogic } from '../settling/form-logic.ts';
import { idOf } from '../settling/id-of.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormStore } from './form-store.ts';
import { lookWhenRested } from './look-when-rested.ts';
import { relatedPaths } from './related-paths.ts';

export function useRelatedValues(definition: FormDefinition, logic: FormLogic, store: FormStore): void {
  const client = useClient();
  const model = useModel();
  useEffect(() => {
    const wanted = relatedPaths(definition, logic.paths);
    if (wanted.size === 0) return undefined;
    const asked = new Map<string, { readonly id: string | null; readonly request: AbortController }>();
    const end = lookWhenRested(store, () => {
      for (const [lookup, paths] of wanted) {
        const id = idOf(store.values()[lookup]);
        if (asked.get(lookup)?.id === id) continue;
        // The last that was chosen counts.
        asked.get(lookup)?.request.abort();
        const request = new AbortController();
        asked.set(lookup, { id, request });
        const field = model.field(definition.entity, lookup)?.field;
        const entity = field && relatedEntity(field);
        if (id === null || !entity) continue;
        client
          .records(entity)
          .get(id, paths, request.signal)
          .then(
            (record) => store.relate(lookup, id, record),
            // What stands there stays unknown; the server settles and judges the record all the same.
            () => undefined,
          );
      }
    });
    return () => {
      end();
      for (const { request } of asked.values()) request.abort();
    };
  }, [client, model, definition, logic, store]);
}
