// One column of a board: its value, how many cards and how much they come to, the first cards and more on demand.
import type { ReactNode } from 'react';
import { useDroppable } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import { Cell } from '@trellis/field-types/ui';
import { Failure } from '@trellis/ui/failure';
import { Icon } from '@trellis/ui/icon';
import { Skeleton } from '@trellis/ui/skeleton';
import type { ListQuery } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { MoreWhenSeen } from '../list-card/card-list.tsx';
import type { BoardColumn, BoardLayout } from './board-columns.ts';
import { useCards } from './board-data.ts';
import { DraggableCard } from './draggable-card.tsx';
import styles from './board.module.css';

interface BoardColumnProps {
  readonly column: BoardColumn;
  readonly view: View;
  readonly layout: BoardLayout;
  readonly query: ListQuery;
}

export function BoardColumnView({ column, view, layout, query }: BoardColumnProps): ReactNode {
  const { t } = useTranslation('board');
  const cards = useCards(view.entity, layout, query, column.value);
  const { setNodeRef, isOver } = useDroppable({ id: `column:${column.value}`, data: { column: column.value } });
  const records = cards.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section ref={setNodeRef} className={styles.column} data-over={isOver} aria-label={column.label}>
      <ColumnHead column={column} view={view} layout={layout} />
      <div className={styles.cards}>
        {cards.error && <Failure error={cards.error} retry={() => void cards.refetch()} />}
        {cards.isPending && <Skeleton lines={4} height={56} gap={8} />}
        <ul className={styles.stack}>
          {records.map((card) => (
            <li key={card.id}>
              <DraggableCard view={view} card={card} column={column} by={layout.by} />
            </li>
          ))}
        </ul>
        {cards.isSuccess && records.length === 0 && <p className={styles.nothing}>{t('nothing_here')}</p>}
        {cards.hasNextPage && (
          <MoreWhenSeen more={() => void cards.fetchNextPage()}>
            <Skeleton lines={2} height={56} gap={8} />
          </MoreWhenSeen>
        )}
      </div>
    </section>
  );
}

function ColumnHead({ column, view, layout }: Omit<BoardColumnProps, 'query'>): ReactNode {
  const { t } = useTranslation('board');
  const model = useModel();
  const navigation = useNavigation();
  const total = layout.total === undefined ? undefined : model.field(view.entity, layout.total);
  const create = (): void =>
    navigation.go({ to: 'create', entity: view.entity, values: { [layout.by]: column.value } });
  return (
    <header className={styles.head}>
      <span className={styles.dot} style={{ background: `var(--c-${column.color ?? 'gray'})` }} />
      <h2 className={styles.name}>{column.label}</h2>
      <span className={styles.count}>{new Intl.NumberFormat(model.language).format(column.count)}</span>
      {total && column.total !== undefined && (
        <span className={styles.total}>
          <Cell field={total.field} name={total.name} value={column.total} />
        </span>
      )}
      {model.can('create', view.entity) && (
        <button
          type="button"
          className={styles.add}
          aria-label={t('create_in', { column: column.label })}
          onClick={create}
        >
          <Icon name="plus" size={15} />
        </button>
      )}
    </header>
  );
}
