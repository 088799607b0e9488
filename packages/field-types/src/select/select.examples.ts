// What a field of type select takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const selectExamples: Examples<'select'> = {
  field: { type: 'select', options: 'colour' },
  options: [
    { value: 'red', label: { en: 'Red', 'zh-CN': '红色' }, color: 'red' },
    { value: 'dark_blue', label: { en: 'Dark blue, nearly black', 'zh-CN': '深蓝' } },
    { value: 'green', label: { en: 'Blue', 'zh-CN': '绿色' } },
    { value: 'Blue', label: { en: 'Green', 'zh-CN': '蓝色' } },
    { value: 'old', label: { en: 'Old', 'zh-CN': '旧色' }, active: false },
    { value: 'grey', label: { en: 'Neutral', 'zh-CN': '灰色' } },
    { value: 'beige', label: { en: 'Neutral', 'zh-CN': '米色' } },
  ],
  valid: [{ value: 'red' }, { value: 'dark_blue' }, { value: 'green' }, { value: 'Blue' }],
  blank: [''],
  invalid: [
    { value: 'Red', code: 'unknown_option' },
    { value: 'old', code: 'inactive_option' },
    { value: 'constructor', code: 'unknown_option' },
    { value: '__proto__', code: 'unknown_option' },
    { value: 5, code: 'not_a_text' },
    { value: ['red'], code: 'not_a_text' },
  ],
  texts: [
    { text: 'red', means: 'red' },
    { text: ' RED ', means: 'red' },
    { text: '红色', means: 'red' },
    { text: 'Dark blue, nearly black', means: 'dark_blue' },
    { text: 'Blue', means: 'Blue' },
    { text: '绿色', means: 'green' },
    { text: 'Neutral', code: 'ambiguous_option' },
    { text: '灰色', means: 'grey' },
    { text: '旧色', code: 'inactive_option' },
    { text: 'purple', code: 'unknown_option' },
    { text: '', means: null },
  ],
};
