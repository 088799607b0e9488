// The titles of the records that a filter names by id: those just picked are known, those from an address are asked for once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../data/client.ts';
import { relatedEntity, useModel, type Model } from '../model.ts';
import { rulesOf, type Group } from './filter.ts';

const titlesKey = ['filter', 'titles'] as const;
type Titles = { readonly [id: string]: string };

export function useTitles(entity: string, filter: Group): (entity: string, id: string) => string | undefined {
  const model = useModel();
  const client = useClient();
  const queries = useQueryClient();
  const wanted = wantedIds(model, entity, filter);
  const known = queries.getQueryData<Titles>(titlesKey) ?? {};
  const missing = wanted.filter(({ id }) => !Object.hasOwn(known, id));
  const { data } = useQuery({
    queryKey: [...titlesKey, missing],
    enabled: missing.length > 0,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Titles> => {
      const targets = [...new Set(missing.map((one) => one.entity))];
      const found = await Promise.all(
        targets.map(async (target) => {
          const ids = missing.filter((one) => one.entity === target).map(({ id }) => id);
          const title = model.entity(target)?.title ?? 'id';
          const filterById = { in: [{ var: 'id' }, ids] };
          const { data: rows } = await client
            .records(target)
            .query({ select: ['id', title], filter: filterById, limit: 100 }, signal);
          return rows.map((row) => [row.id, model.title(target, row)] as const);
        }),
      );
      return Object.fromEntries(found.flat());
    },
  });
  return (_target, id) => (Object.hasOwn(known, id) ? known[id] : data?.[id]);
}

/** Picked just now: the picker has shown the titles. */
export function useRememberTitles(): (records: readonly { id: string; title: string }[]) => void {
  const queries = useQueryClient();
  return (records) =>
    queries.setQueryData<Titles>(titlesKey, (titles) => ({
      ...titles,
      ...Object.fromEntries(records.map(({ id, title }) => [id, title])),
    }));
}

/** What is known already, without asking; the id itself where nothing is. */
export function useKnownTitles(): (id: string) => string {
  const queries = useQueryClient();
  return (id) => {
    const found = queries
      .getQueriesData<Titles>({ queryKey: titlesKey })
      .find(([, titles]) => titles && Object.hasOwn(titles, id));
    return found?.[1]?.[id] ?? id;
  };
}

function wantedIds(model: Model, entity: string, filter: Group): readonly { entity: string; id: string }[] {
  return rulesOf(filter).flatMap((rule) => {
    const field = model.field(entity, rule.field)?.field;
    const target = field && relatedEntity(field);
    if (target === undefined || rule.value.kind !== 'literal') return [];
    const values = Array.isArray(rule.value.value) ? rule.value.value : [rule.value.value];
    return values.filter((id): id is string => typeof id === 'string').map((id) => ({ entity: target, id }));
  });
}
