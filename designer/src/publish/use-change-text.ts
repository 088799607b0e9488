// A change in words: "Field “Budget” is added to Opportunities". What is said depends on the kind of thing and what happened to it.
import { useTranslation } from 'react-i18next';
import type { PlannedChange } from '@trellis/client/wire';
import { useModel } from '@trellis/renderer/model';
import type { Label } from '@trellis/metadata/kinds';
import { useItemLabel } from '../browser/use-item-label.ts';
import { useOptionLabel } from '../fields/use-option-label.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';

/** Members of items that are no options of a field's type. */
const properties = [
  'label',
  'labels',
  'help',
  'required',
  'visible',
  'read_only',
  'default',
  'sections',
  'columns',
  'filter',
  'tabs',
  'values',
] as const;

export function useChangeText(): (change: PlannedChange) => string {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const { model, published } = useDraftInHand();
  const labels = useItemLabel();
  const optionLabel = useOptionLabel();
  const propertyText = (property: string): string => {
    const known = properties.find((name) => name === property);
    return known ? t(`property_${known}`) : optionLabel(property);
  };
  return (change) => {
    const kind = labels.kind(change.kind);
    const item = labels.item(change.kind, change.name) || change.name;
    if (change.member === undefined) {
      const property = propertyText(change.path.split('/')[1] ?? '');
      return t(`change_item_${change.change}`, { kind, item, property });
    }
    const [, , member = '', property = ''] = change.path.split('/');
    const isField = change.path.startsWith('/fields/');
    const body = model.entities[change.name] ?? published.entities[change.name];
    const named = isField
      ? label((body?.fields[member]?.label ?? labelIn(change.before)) as Label | undefined, member)
      : member;
    const words = { kind, item, member: named, property: propertyText(property) };
    return isField ? t(`change_field_${change.change}`, words) : t(`change_member_${change.change}`, words);
  };
}

function labelIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'label' in value ? value.label : undefined;
}
