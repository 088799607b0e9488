// The form of a record in a drawer, so that the screen below stays where it was.
import { useRef, type ReactNode } from 'react';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { Reference } from '@trellis/field-types/ui/screen';
import { useModel, type Model, type RecordData } from '../model.ts';
import { RecordForm } from './record-form.tsx';

export interface RecordDrawerProps {
  readonly entity: string;
  readonly form?: string | undefined;
  /** Absent: a new record. */
  readonly id?: string | undefined;
  readonly values?: RecordData | undefined;
  readonly titleText?: string | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly open?: boolean;
  onSaved(saved: Reference, record: RecordRow): void;
  onClose(): void;
}

export function RecordDrawer({ entity, id, open = true, onSaved, onClose, ...form }: RecordDrawerProps): ReactNode {
  const { t } = useTranslation('forms');
  const model = useModel();
  const leave = useRef<(() => void) | null>(null);
  const one = model.one(entity);
  return (
    <Drawer
      open={open}
      onClose={() => (leave.current ?? onClose)()}
      destroyOnHidden
      size={hasRows(model, entity) ? roomForRows : 640}
      title={id === undefined ? t('new_one', { one }) : t('edit_one', { one })}
      styles={{ body: { paddingBottom: 0 }, wrapper: { maxWidth: '100vw' } }}
    >
      <RecordForm
        {...form}
        leave={leave}
        entity={entity}
        id={id}
        onCancel={onClose}
        onSaved={(record) => onSaved({ id: record.id, title: model.title(entity, record) }, record)}
      />
    </Drawer>
  );
}

/** Some seven columns side by side. */
const roomForRows = 1120;

function hasRows(model: Model, entity: string): boolean {
  return Object.values(model.entity(entity)?.fields ?? {}).some(({ type }) => type === 'child_table');
}
