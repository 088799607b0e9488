// What people call a kind, an item of it, and a part of an entity.
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import type { Label } from '@trellis/metadata/kinds';
import { useDraftInHand } from '../draft/draft-provider.tsx';

export interface ItemLabels {
  kind(kind: string): string;
  item(kind: string, name: string): string;
  part(group: string): string;
  member(entity: string, part: { readonly group: string; readonly name: string }): string;
}

interface Labelled {
  readonly label?: Label | undefined;
  readonly entity?: string;
}

const kinds = [
  'entity',
  'form',
  'view',
  'page',
  'app',
  'role',
  'option_set',
  'calendar',
  'exchange_rate',
  'sample_data',
  'template',
] as const;
const parts = ['fields', 'rules', 'indexes'] as const;

export function useItemLabel(): ItemLabels {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const { model } = useDraftInHand();
  const folders: Readonly<Record<string, Readonly<Record<string, Labelled>>>> = {
    entity: model.entities,
    form: model.forms,
    view: model.views,
    page: model.pages,
    app: model.apps,
    role: model.roles ?? {},
    option_set: model.option_sets,
    calendar: model.calendars,
    exchange_rate: model.exchange_rates,
  };
  return {
    kind(kind) {
      const known = kinds.find((name) => name === kind);
      return known ? t(`kind_${known}`) : kind;
    },
    item(kind, name) {
      const item = folders[kind]?.[name];
      const entity = item?.entity === undefined ? undefined : model.entities[item.entity];
      // What has no label of its own is known by what it shows.
      return label(item?.label) || label(entity?.labels ?? entity?.label, name);
    },
    part(group) {
      const known = parts.find((name) => name === group);
      return known ? t(`part_${known}`) : group;
    },
    member(entity, { group, name }) {
      const body = model.entities[entity];
      const of = group === 'fields' ? body?.fields[name] : group === 'rules' ? body?.rules?.[name] : undefined;
      return `${label(body?.label, entity)} › ${label(of?.label, name)}`;
    },
  };
}
