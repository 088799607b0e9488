// What a board shows: the figures of all columns by one aggregate request, the cards of each column page by page.
import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import type { AggregateRow, RecordList, RecordRow } from '@trellis/client/wire';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import { allOf } from '../filter/to-logic.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { BoardLayout } from './board-columns.ts';

export type CardPages = InfiniteData<RecordList, string | null>;

export const cardsAtOnce = 50;

export function figuresKey(entity: string, query: ListQuery): readonly unknown[] {
  return [...keys.entity(entity), 'board', query, 'figures'];
}

export function cardsKey(entity: string, query: ListQuery, value: string | null): readonly unknown[] {
  return [...keys.entity(entity), 'board', query, 'cards', value];
}

export function useFigures(entity: string, layout: BoardLayout, query: ListQuery) {
  const client = useClient();
  return useQuery({
    queryKey: figuresKey(entity, query),
    queryFn: ({ signal }): Promise<readonly AggregateRow[]> =>
      client.records(entity).aggregate(
        {
          dimensions: [{ field: layout.by }],
          measures: [
            { function: 'count' },
            ...(layout.total === undefined ? [] : [{ function: 'sum' as const, field: layout.total }]),
          ],
          ...(query.filter !== undefined && { filter: query.filter }),
          ...(query.search !== undefined && { search: query.search }),
        },
        signal,
      ),
  });
}

export function useCards(entity: string, layout: BoardLayout, query: ListQuery, value: string | null) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: cardsKey(entity, query, value),
    queryFn: ({ pageParam, signal }) => {
      const filter = allOf(query.filter, { '==': [{ var: layout.by }, value] });
      const after = pageParam === null ? {} : { after: pageParam };
      return client.records(entity).query({ ...query, filter, limit: cardsAtOnce, ...after }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: RecordList) => page.page.after,
  });
}

export function withoutCard(pages: CardPages | undefined, id: string): CardPages | undefined {
  return (
    pages && {
      ...pages,
      pages: pages.pages.map((page) => ({ ...page, data: page.data.filter((card) => card.id !== id) })),
    }
  );
}

/** On top of the column: where the hand has left it, whatever the order says until the next load. */
export function withCard(pages: CardPages | undefined, card: RecordRow): CardPages | undefined {
  const without = withoutCard(pages, card.id);
  const [first, ...others] = without?.pages ?? [];
  return without && first && { ...without, pages: [{ ...first, data: [card, ...first.data] }, ...others] };
}

export function replaceCard(pages: CardPages | undefined, card: RecordRow): CardPages | undefined {
  return (
    pages && {
      ...pages,
      pages: pages.pages.map((page) => ({
        ...page,
        data: page.data.map((other) => (other.id === card.id ? card : other)),
      })),
    }
  );
}
