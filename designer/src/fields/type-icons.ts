// An icon for every field type; a type without one does not compile.
import type { FieldTypeName } from '@trellis/field-types/registry';

const icons: Readonly<Record<FieldTypeName, string>> = {
  text: 'type',
  long_text: 'notebook',
  rich_text: 'newspaper',
  integer: 'hash',
  decimal: 'calculator',
  currency: 'banknote',
  percent: 'percent',
  boolean: 'square-check',
  date: 'calendar',
  datetime: 'calendar-clock',
  time: 'clock',
  duration: 'timer',
  select: 'list',
  multi_select: 'list-checks',
  tags: 'tags',
  email: 'at-sign',
  phone: 'phone',
  url: 'link',
  address: 'map-pin',
  person_name: 'id-card',
  auto_number: 'list-ordered',
  lookup: 'arrow-right',
  multi_lookup: 'network',
  related_to: 'split',
  child_table: 'rows-3',
  user: 'user-round',
  team: 'users-round',
  file: 'paperclip',
  image: 'image',
  rating: 'star',
  location: 'map',
  json: 'braces',
  barcode: 'barcode',
  formula: 'square-function',
  rollup: 'sigma',
  looked_up: 'corner-down-right',
};

const byName: ReadonlyMap<string, string> = new Map(Object.entries(icons));

export function typeIcon(type: string): string {
  return byName.get(type) ?? 'circle';
}
