// Yes or no. A field that is not required may also be blank: not known.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { choiceOperators, presenceMeasures } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';

const options = Type.Object({});

const yes = new Set(['yes', 'y', 'true', 't', 'on', '1', '是', '对', '真', '√', '✓', '✔']);
const no = new Set(['no', 'n', 'false', 'f', 'off', '0', '否', '错', '假', '不', '×', '✗', '✘']);

export const boolean = defineFieldType<'boolean', typeof options, boolean>({
  name: 'boolean',
  label: { en: 'Yes / no', 'zh-CN': '是 / 否' },
  icon: 'CheckSquare',
  group: 'choice',
  options,
  column: () => ({ type: 'boolean' }),
  valueType: () => 'boolean',
  schema: () => ({ type: 'boolean' }),
  normalize: (value) => (typeof value === 'boolean' ? ok(value) : refuse('not_a_boolean')),
  parse(text) {
    const word = halfWidth(text).trim().toLowerCase();
    if (word === '') return blank;
    if (yes.has(word)) return ok(true);
    return no.has(word) ? ok(false) : refuse('not_a_boolean');
  },
  format(value, _field, { language }) {
    if (language.startsWith('zh')) return value ? '是' : '否';
    return value ? 'Yes' : 'No';
  },
  operators: choiceOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => random() < 0.5,
});
