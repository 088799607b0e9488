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
  'groups',
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
  /** What comes with something else, such as the page of a new entity, stands in no model yet: it speaks for itself. */
  const wholeText = ({ path, before, after }: PlannedChange): string => {
    if (path !== '') return '';
    const body = after ?? before;
    return label(labelIn(body) as Label | undefined) || labels.item('entity', entityIn(body));
  };
  return (change) => {
    const kind = labels.kind(change.kind);
    const item = wholeText(change) || labels.item(change.kind, change.name);
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

function entityIn(value: unknown): string {
  const named = typeof value === 'object' && value !== null && 'entity' in value ? value.entity : undefined;
  return typeof named === 'string' ? named : '';
}

function labelIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'label' in value ? value.label : undefined;
}
