// What a screen reader says while a card is picked up, moved and put down.
import type { Announcements, DndContextProps, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import type { BoardColumn } from './board-columns.ts';

export function useDragWords(
  entity: string,
  columns: readonly BoardColumn[],
): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('board');
  const model = useModel();
  const title = (data: { current?: Record<string, unknown> | undefined }): string => {
    const card = data.current?.['card'];
    return isRecord(card) ? model.title(entity, card) : '';
  };
  const column = (id: UniqueIdentifier | undefined): string =>
    columns.find(({ value }) => `column:${value}` === id)?.label ?? '';
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('picked_up', { title: title(active.data) }),
    onDragOver: ({ active, over }) =>
      over ? t('over_column', { title: title(active.data), column: column(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t('moved', { title: title(active.data), column: column(over.id) }) : t('put_back'),
    onDragCancel: () => t('put_back'),
  };
  return { announcements, screenReaderInstructions: { draggable: t('drag_instructions') } };
}

function isRecord(value: unknown): value is RecordRow {
  return typeof value === 'object' && value !== null && 'id' in value;
}
