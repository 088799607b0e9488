// A card that can be picked up, where its reader may change the field that the board is laid out by.
import type { ReactNode } from 'react';
import { useDraggable } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import type { View } from '@trellis/metadata/kinds';
import { useModel } from '../model.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardColumn } from './board-columns.ts';
import styles from './board.module.css';

interface DraggableCardProps {
  readonly view: View;
  readonly card: RecordRow;
  readonly column: BoardColumn;
  readonly by: string;
}

export function DraggableCard({ view, card, column, by }: DraggableCardProps): ReactNode {
  const { t } = useTranslation('board');
  const model = useModel();
  const disabled = !model.can('update', view.entity, card, by);
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card, column: column.value },
    disabled,
    attributes: { roleDescription: t('draggable') },
  });
  return (
    <div
      ref={setNodeRef}
      className={styles.handle}
      data-dragging={isDragging}
      {...attributes}
      {...listeners}
      role="group"
      aria-label={model.title(view.entity, card)}
    >
      <BoardCard view={view} card={card} />
    </div>
  );
}
