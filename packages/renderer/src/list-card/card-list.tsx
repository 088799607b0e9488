// A list as cards, for phones: title, what the view's columns say, more as one scrolls. Needs no grid.
import { useEffect, useRef, type ReactNode } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { Column } from '../list/columns.ts';
import type { ListQuery } from '../list/list-request.ts';
import type { RowCount } from '../list/row-count.ts';
import { ListCard } from './list-card.tsx';
import styles from './card-list.module.css';

interface CardListProps {
  readonly entity: string;
  readonly columns: readonly Column[];
  readonly query: ListQuery;
  onCount(count: RowCount): void;
}

const pageSize = 30;

export function CardList({ entity, columns, query, onCount }: CardListProps): ReactNode {
  const client = useClient();
  const pages = useInfiniteQuery({
    queryKey: [...keys.list(entity, query), 'cards'],
    queryFn: ({ pageParam, signal }) => {
      const place = pageParam === null ? { count: 'capped' as const } : { after: pageParam };
      return client.records(entity).query({ ...query, limit: pageSize, ...place }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.after,
  });
  const first = pages.data?.pages[0]?.page;
  useEffect(() => {
    if (first?.count !== undefined) onCount({ count: first.count, capped: first.capped ?? false });
  }, [first]);

  if (pages.error) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  const records = pages.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className={styles.cards}>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <ListCard entity={entity} record={record} columns={columns} />
          </li>
        ))}
      </ul>
      {(pages.isPending || pages.hasNextPage) && (
        <MoreWhenSeen more={() => void pages.fetchNextPage()}>
          <Skeleton lines={pages.isPending ? 12 : 3} height={14} gap={18} />
        </MoreWhenSeen>
      )}
    </div>
  );
}

/** Asks for more when it comes near the window. */
export function MoreWhenSeen({ more, children }: { more(): void; children: ReactNode }): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  latest.current = more;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '400px' },
    );
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={element} className={styles.more}>
      {children}
    </div>
  );
}
