// A list as a board: a column for each value of a field, cards that go from one to the other by mouse, finger or keyboard.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import type { RecordRow } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import type { ListQuery } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { boardColumns, layoutOf, type BoardColumn, type BoardLayout } from './board-columns.ts';
import { useFigures } from './board-data.ts';
import { BoardCard } from './board-card.tsx';
import { BoardColumnView } from './board-column.tsx';
import { nextColumnCoordinates } from './keyboard-coordinates.ts';
import { useDragWords } from './drag-words.ts';
import { useMoveCard, type RefusedMove } from './use-move-card.ts';
import styles from './board.module.css';

const MendMove = lazy(() => import('./mend-move.tsx').then((file) => ({ default: file.MendMove })));

interface BoardProps {
  readonly view: View;
  readonly query: ListQuery;
}

export function Board({ view, query }: BoardProps): ReactNode {
  const { t } = useTranslation('board');
  const layout = layoutOf(view);
  if (!layout) return <Failure error={new Error(t('no_layout'))} />;
  return <Columns view={view} query={query} layout={layout} />;
}

function Columns({ view, query, layout }: BoardProps & { layout: BoardLayout }): ReactNode {
  const { t } = useTranslation('board');
  const model = useModel();
  const figures = useFigures(view.entity, layout, query);
  const [refused, mend] = useState<RefusedMove | null>(null);
  const move = useMoveCard({ entity: view.entity, layout, query, mend });
  const [held, setHeld] = useState<RecordRow | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextColumnCoordinates }),
  );
  const columns = boardColumns(model, view.entity, layout, figures.data ?? [], t('no_value'));
  const accessibility = useDragWords(view.entity, columns);
  if (figures.error) return <Failure error={figures.error} retry={() => void figures.refetch()} />;

  const pickUp = ({ active }: DragStartEvent): void => setHeld(active.data.current?.['card'] ?? null);
  const putDown = ({ active, over }: DragEndEvent): void => {
    setHeld(null);
    const from = columnOf(columns, active.data.current?.['column']);
    const to = over ? columnOf(columns, over.data.current?.['column']) : undefined;
    const card = active.data.current?.['card'];
    if (card && from && to && from !== to) void move({ card, from, to });
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={accessibility}
      onDragStart={pickUp}
      onDragEnd={putDown}
      onDragCancel={() => setHeld(null)}
    >
      <div className={styles.board} tabIndex={-1}>
        {figures.isPending ? (
          <BoardSkeleton columns={Math.max(columns.length, 4)} />
        ) : (
          columns.map((column) => (
            <BoardColumnView key={column.value} column={column} view={view} layout={layout} query={query} />
          ))
        )}
      </div>
      <DragOverlay dropAnimation={null}>{held && <BoardCard view={view} card={held} held />}</DragOverlay>
      <Suspense>
        {refused && <MendMove entity={view.entity} by={layout.by} refused={refused} close={() => mend(null)} />}
      </Suspense>
    </DndContext>
  );
}

function BoardSkeleton({ columns }: { columns: number }): ReactNode {
  return Array.from({ length: columns }, (_, index) => (
    <div key={index} className={styles.column}>
      <div style={{ padding: 12 }}>
        <Skeleton lines={6} height={16} gap={24} />
      </div>
    </div>
  ));
}

/** By the pointer where there is one; the keyboard moves the card itself. */
const underPointer: CollisionDetection = (event) =>
  event.pointerCoordinates ? pointerWithin(event) : rectIntersection(event);

function columnOf(columns: readonly BoardColumn[], value: unknown): BoardColumn | undefined {
  return columns.find((column) => column.value === value);
}
