// Several of several options, in the order in which they were chosen.
import { Type } from '@sinclair/typebox';
import { defineFieldType, type FieldContext } from '../contract.ts';
import { blank, ok, refuse, type Refusal } from '../normalized.ts';
import { listOperators, presenceMeasures } from '../operators.ts';
import {
  activeOptions,
  normalizeOption,
  offersOption,
  optionSchema,
  optionsOption,
  readOption,
  writeOption,
} from '../select/option.ts';
import { readList, writeList } from '../tags/list-text.ts';

const options = Type.Object({
  options: optionsOption,
  offers: offersOption,
  max_items: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
});

const defaultMaxItems = 100;

export const multiSelect = defineFieldType<'multi_select', typeof options, readonly string[]>({
  name: 'multi_select',
  label: { en: 'Multiple select', 'zh-CN': '多选' },
  icon: 'UnorderedList',
  group: 'choice',
  options,
  column: () => ({ type: 'text[]' }),
  valueType: () => 'text[]',
  schema: ({ max_items = defaultMaxItems }, context) => ({
    type: 'array',
    items: optionSchema(context),
    maxItems: max_items,
  }),
  normalize: (value, field, context) => choose(value, field, (item) => normalizeOption(item, context)),
  parse(text, field, context) {
    const read = readList(text);
    return read.ok ? choose(read.value, field, (item) => readOption(String(item), context)) : read;
  },
  format: (value, _field, context) =>
    writeList(
      value.map((item) => writeOption(item, context, context.language)),
      context.language,
    ),
  operators: listOperators,
  sortable: false,
  groupable: false,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random, { max_items = defaultMaxItems }, context) => fake(random, max_items, context),
});

/** Without repetitions; no choice is blank. */
function choose(
  value: unknown,
  { max_items = defaultMaxItems }: { readonly max_items?: number },
  read: (item: unknown) => { readonly ok: true; readonly value: string } | Refusal,
) {
  if (!Array.isArray(value)) return refuse('not_a_list');
  if (value.length > max_items) return refuse('too_many_items', { max: max_items });
  const chosen = new Set<string>();
  for (const item of value) {
    const option = read(item);
    if (!option.ok) return option;
    chosen.add(option.value);
  }
  return chosen.size === 0 ? blank : ok([...chosen]);
}

function fake(random: () => number, maxItems: number, context: FieldContext): readonly string[] {
  const values = activeOptions(context).map((option) => option.value);
  const chosen = values.filter(() => random() < 0.4).slice(0, maxItems);
  return chosen.length === 0 ? values.slice(0, 1) : chosen;
}
