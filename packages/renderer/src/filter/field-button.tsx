// The field of a condition, as a button that opens the list of fields.
import { useState, type ReactNode } from 'react';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PublishedField } from '@trellis/client/metadata';
import { useFocusReturn } from '@trellis/ui/use-focus-return';
import { pathLabel } from '../list/columns.ts';
import { useModel } from '../model.ts';
import { FieldList } from './field-list.tsx';
import styles from './filter-builder.module.css';

interface FieldButtonProps {
  readonly entity: string;
  readonly path: string;
  accepts(field: PublishedField): boolean;
  onPick(path: string): void;
}

export function FieldButton({ entity, path, accepts, onPick }: FieldButtonProps): ReactNode {
  const { t } = useTranslation('filter');
  const model = useModel();
  const [open, setOpen] = useFocusReturn(useState(false));
  const pick = (next: string): void => {
    setOpen(false);
    onPick(next);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
      content={<FieldList entity={entity} accepts={accepts} onPick={pick} />}
    >
      <button
        type="button"
        className={styles.word}
        data-strong
        aria-label={`${t('choose_field')}: ${pathLabel(model, entity, path)}`}
      >
        {pathLabel(model, entity, path)}
      </button>
    </Popover>
  );
}
