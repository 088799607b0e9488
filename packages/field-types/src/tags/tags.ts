// Short words of one's own choice.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { whole, words } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { listOperators, presenceMeasures } from '../operators.ts';
import { normalizeTrimmed } from '../text/plain.ts';
import { readList, writeList } from './list-text.ts';

const options = Type.Object({
  max_items: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});

const defaultMaxItems = 50;
const maxLength = 100;

export const tags = defineFieldType<'tags', typeof options, readonly string[]>({
  name: 'tags',
  label: { en: 'Tags', 'zh-CN': '标签' },
  icon: 'Tags',
  group: 'choice',
  options,
  column: () => ({ type: 'text[]' }),
  valueType: () => 'text[]',
  schema: ({ max_items = defaultMaxItems }) => ({
    type: 'array',
    items: { type: 'string', maxLength },
    maxItems: max_items,
  }),
  normalize,
  parse(text, field) {
    const read = readList(text);
    return read.ok ? normalize(read.value, field) : read;
  },
  format: (value, _field, { language }) => writeList(value, language),
  operators: listOperators,
  sortable: false,
  groupable: false,
  searchable: true,
  unique: false,
  measures: presenceMeasures,
  fake: (random, { max_items = defaultMaxItems }) => [
    ...new Set(Array.from({ length: whole(random, 1, Math.min(3, max_items)) }, () => words(random, 1))),
  ],
});

/** Without the blanks around them, blank ones and repetitions; no tags are blank. */
function normalize(value: unknown, { max_items = defaultMaxItems }: { readonly max_items?: number }) {
  if (!Array.isArray(value)) return refuse('not_a_list');
  if (value.length > max_items) return refuse('too_many_items', { max: max_items });
  const kept = new Set<string>();
  for (const item of value) {
    const tag = normalizeTrimmed(item, maxLength);
    if (!tag.ok) return tag;
    if (tag.value !== null) kept.add(tag.value);
  }
  return kept.size === 0 ? blank : ok([...kept]);
}
