// What a field of type multi_select takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const multiSelectExamples: Examples<'multi_select'> = {
  field: { type: 'multi_select', options: 'colour', max_items: 3 },
  options: [
    { value: 'red', label: { en: 'Red', 'zh-CN': '红色' }, color: 'red' },
    { value: 'dark_blue', label: { en: 'Dark blue, nearly black', 'zh-CN': '深蓝' } },
    { value: 'green', label: { en: 'Blue', 'zh-CN': '绿色' } },
    { value: 'Blue', label: { en: 'Green', 'zh-CN': '蓝色' } },
    { value: 'old', label: { en: 'Old', 'zh-CN': '旧色' }, active: false },
    { value: 'grey', label: { en: 'Neutral', 'zh-CN': '灰色' } },
    { value: 'beige', label: { en: 'Neutral', 'zh-CN': '米色' } },
  ],
  valid: [
    { value: ['red'] },
    { value: ['grey', 'red'] },
    { value: ['red', 'red'], canonical: ['red'] },
    { value: ['dark_blue', 'green'] },
  ],
  blank: [[]],
  invalid: [
    { value: 'red', code: 'not_a_list' },
    { value: ['purple'], code: 'unknown_option' },
    { value: ['old'], code: 'inactive_option' },
    { value: ['red', null], code: 'not_a_text' },
    { value: ['red', 'green', 'Blue', 'grey'], code: 'too_many_items' },
  ],
  texts: [
    { text: 'red, green', means: ['red', 'green'] },
    { text: '红色、绿色', means: ['red', 'green'] },
    { text: 'red;green；red', means: ['red', 'green'] },
    { text: '"Dark blue, nearly black", red', means: ['dark_blue', 'red'] },
    { text: 'red, purple', code: 'unknown_option' },
    { text: ' , ', means: null },
  ],
};
