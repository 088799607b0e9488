// References to any number of records of another entity, kept in a link table.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { uuid, whole } from '../fake.ts';
import { idSchema, normalizeId } from '../lookup/id.ts';
import { entityOption, filterOption } from '../lookup/options.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { listOperators, presenceMeasures } from '../operators.ts';
import { readList, writeList } from '../tags/list-text.ts';

const options = Type.Object({ entity: entityOption, filter: Type.Optional(filterOption) });

const maxItems = 1000;

export const multiLookup = defineFieldType<'multi_lookup', typeof options, readonly string[]>({
  name: 'multi_lookup',
  label: { en: 'Multiple look-up', 'zh-CN': '多项查找' },
  icon: 'Cluster',
  group: 'relation',
  options,
  column: () => null,
  valueType: () => 'id[]',
  relation: ({ entity }) => ({ kind: 'many', entity }),
  schema: () => ({ type: 'array', items: idSchema, maxItems }),
  normalize,
  parse(text) {
    const read = readList(text);
    return read.ok ? normalize(read.value) : read;
  },
  format: (value, _field, { language }) => writeList(value, language),
  operators: listOperators,
  sortable: false,
  groupable: false,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => [...new Set(Array.from({ length: whole(random, 1, 3) }, () => uuid(random)))],
});

/** Without repetitions; no references are blank. */
function normalize(value: unknown) {
  if (!Array.isArray(value)) return refuse('not_a_list');
  if (value.length > maxItems) return refuse('too_many_items', { max: maxItems });
  const ids = new Set<string>();
  for (const item of value) {
    const id = normalizeId(item);
    if (!id.ok) return id;
    ids.add(id.value);
  }
  return ids.size === 0 ? blank : ok([...ids]);
}
