// The form of a card that its new column refuses: with the move made, and the cursor in the first field that stands against it.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@trellis/ui/toast';
import { RecordDrawer } from '../form/record-drawer.tsx';
import type { RefusedMove } from './use-move-card.ts';

interface MendMoveProps {
  readonly entity: string;
  /** The field that the board is laid out by. */
  readonly by: string;
  readonly refused: RefusedMove;
  close(): void;
}

export function MendMove({ entity, by, refused, close }: MendMoveProps): ReactNode {
  const { t } = useTranslation('board');
  const toast = useToast();
  const { card, to, problems } = refused;
  return (
    <RecordDrawer
      entity={entity}
      id={card.id}
      values={{ [by]: to.value }}
      problems={problems}
      onClose={close}
      onSaved={({ title }, record) => {
        close();
        if (record[by] === to.value) toast.show({ text: t('moved', { title, column: to.label }), tone: 'success' });
      }}
    />
  );
}
