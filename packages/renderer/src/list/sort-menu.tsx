// By what a list is sorted, where no heads of columns can be clicked: boards and phones.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import { ToolButton } from '@trellis/ui/tool-button';
import { useModel } from '../model.ts';
import type { Column } from './columns.ts';
import { directionOf, nextSort } from './list-state.ts';
import { useFieldFacts } from './use-field-facts.ts';

interface SortMenuProps {
  readonly entity: string;
  readonly columns: readonly Column[];
  readonly sort: readonly string[];
  readonly iconOnly?: boolean;
  onSort(sort: readonly string[] | undefined): void;
}

export function SortMenu({ entity, columns, sort, iconOnly, onSort }: SortMenuProps): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const [near, setNear] = useState(false);
  const facts = useFieldFacts(near);
  const times = ['created_at', 'updated_at'].filter((path) => model.field(entity, path));
  const offered = [
    ...columns.filter(({ field }) => facts?.isSortable(field) !== false).map(({ path, label }) => ({ path, label })),
    ...times.map((path) => ({ path, label: model.fieldLabel(entity, path) })),
  ];
  const items = offered
    .filter((one, index) => offered.findIndex(({ path }) => path === one.path) === index)
    .map(({ path, label }): MenuItem => {
      const direction = directionOf(sort, path);
      const hint = direction && { asc: t('ascending'), desc: t('descending') }[direction];
      return {
        key: path,
        label,
        hint,
        checked: direction !== undefined,
        keepsOpen: true,
        run: () => onSort(nextSort(sort, path)),
      };
    });
  return (
    <Menu label={t('sort')} items={items} placement="bottomRight" width={240}>
      <ToolButton
        icon="arrow-up-down"
        aria-label={t('sort')}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
      >
        {!iconOnly && t('sort')}
      </ToolButton>
    </Menu>
  );
}
