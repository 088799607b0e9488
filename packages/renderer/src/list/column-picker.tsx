// The columns on show, to be dragged into order or dropped, and below them what else may be shown.
import { useState, type ReactNode } from 'react';
import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { ToolButton } from '@trellis/ui/tool-button';
import { FieldList } from '../filter/field-list.tsx';
import { choicesOf, type Column, type ColumnChoice } from './columns.ts';
import styles from './column-picker.module.css';

interface ColumnPickerProps {
  readonly entity: string;
  readonly columns: readonly Column[];
  readonly changed: boolean;
  onChange(columns: readonly ColumnChoice[] | undefined): void;
}

export function ColumnPicker({ entity, columns, changed, onChange }: ColumnPickerProps): ReactNode {
  const { t } = useTranslation('list');
  const [adding, setAdding] = useState(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const choices = choicesOf(columns);
  const move = ({ active, over }: DragEndEvent): void => {
    const from = columns.findIndex(({ path }) => path === active.id);
    const to = columns.findIndex(({ path }) => path === over?.id);
    if (from >= 0 && to >= 0 && from !== to) onChange(arrayMove([...choices], from, to));
  };
  const add = (path: string): void => {
    setAdding(false);
    if (!columns.some((column) => column.path === path)) onChange([...choices, { path }]);
  };
  if (adding) return <FieldList entity={entity} accepts={({ type }) => type !== 'child_table'} onPick={add} />;
  return (
    <>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={move}>
        <SortableContext items={columns.map(({ path }) => path)} strategy={verticalListSortingStrategy}>
          <ul className={styles.columns} aria-label={t('columns')}>
            {columns.map((column) => (
              <ColumnRow
                key={column.path}
                column={column}
                only={columns.length === 1}
                onHide={() => onChange(choices.filter(({ path }) => path !== column.path))}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <footer className={styles.footer}>
        <ToolButton icon="plus" onClick={() => setAdding(true)}>
          {t('add_column')}
        </ToolButton>
        {changed && (
          <ToolButton icon="rotate-ccw" onClick={() => onChange(undefined)}>
            {t('reset_columns')}
          </ToolButton>
        )}
      </footer>
    </>
  );
}

function ColumnRow({ column, only, onHide }: { column: Column; only: boolean; onHide(): void }): ReactNode {
  const { t } = useTranslation('list');
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: column.path });
  const shift = transform ? `translateY(${Math.round(transform.y)}px)` : undefined;
  return (
    <li ref={setNodeRef} className={styles.column} data-dragging={isDragging} style={{ transform: shift, transition }}>
      <button
        type="button"
        className={styles.grip}
        aria-label={t('move_column', { column: column.label })}
        {...attributes}
        {...listeners}
      >
        <Icon name="grip-vertical" size={14} />
      </button>
      <span className={styles.label}>{column.label}</span>
      <button
        type="button"
        className={styles.hide}
        disabled={only}
        aria-label={t('hide_named_column', { column: column.label })}
        onClick={onHide}
      >
        <Icon name="eye-off" size={14} />
      </button>
    </li>
  );
}
