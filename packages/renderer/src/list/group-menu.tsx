// By which field a table is grouped.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import { ToolButton } from '@trellis/ui/tool-button';
import { useModel } from '../model.ts';
import { useFieldFacts } from './use-field-facts.ts';

interface GroupMenuProps {
  readonly entity: string;
  readonly group: string | undefined;
  onGroup(group: string | undefined): void;
}

export function GroupMenu({ entity, group, onGroup }: GroupMenuProps): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const [near, setNear] = useState(false);
  const facts = useFieldFacts(near);
  const fields = Object.entries(model.entity(entity)?.fields ?? {}).filter(([, field]) => facts?.isGroup(field));
  const items: MenuItem[] = [
    { key: '', label: t('no_group'), checked: group === undefined, run: () => onGroup(undefined) },
    ...fields.map(([name, field]) => ({
      key: name,
      label: model.label(field.label, name),
      checked: name === group,
      run: () => onGroup(name),
    })),
  ];
  const label = group === undefined ? t('group') : t('grouped_by', { field: model.fieldLabel(entity, group) });
  return (
    <Menu label={t('group')} items={items} placement="bottomRight" width={220}>
      <ToolButton
        icon="rows-3"
        active={group !== undefined}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
      >
        {label}
      </ToolButton>
    </Menu>
  );
}
