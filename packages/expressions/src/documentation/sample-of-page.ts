// The record that the examples of docs/expressions.md are asked of, as the table at its beginning gives it.
import type { Sample } from '../agreement/sample.ts';
import type { ValueType } from '../types.ts';

export function sampleOf(page: string): Sample {
  const [, table = ''] = /^\| name +\| type +\| value +\|\n\|[-| ]+\|\n((?:\|.*\|\n)+)/m.exec(page) ?? [];
  const rows = table
    .trim()
    .split('\n')
    .map((row) => /^\| `(.+?)` +\| (.+?) +\| (?:`(.*)`)? *\|$/.exec(row) ?? []);
  const values = rows.flatMap(([, name = '', , value]) =>
    value === undefined ? [] : [[name, JSON.parse(value)] as const],
  );
  const typed = rows.flatMap(([, name = '', type = '']) => (isValueType(type) ? [[name, type] as const] : []));
  const under = (word: string) =>
    values.flatMap(([name, value]) =>
      name.startsWith(`${word}.`) ? [[name.slice(word.length + 1), value] as const] : [],
    );
  return {
    types: Object.fromEntries(typed),
    context: {
      record: Object.fromEntries(values.filter(([name]) => !name.startsWith('$'))),
      old: Object.fromEntries(under('$old')),
      user: Object.fromEntries(under('$user')),
      now: '2026-03-31T16:30:00Z',
      today: '2026-04-01',
      timeZone: 'Asia/Shanghai',
    },
  };
}

function isValueType(type: string): type is ValueType {
  return Object.hasOwn(types, type);
}

const types: { readonly [type in ValueType]: true } = {
  text: true,
  number: true,
  boolean: true,
  date: true,
  datetime: true,
  time: true,
  id: true,
  json: true,
  'text[]': true,
  'number[]': true,
  'id[]': true,
  null: true,
};
