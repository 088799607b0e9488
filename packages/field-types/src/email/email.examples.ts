// What a field of type email takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const emailExamples: Examples<'email'> = {
  field: { type: 'email' },
  valid: [
    { value: 'anna.berg@example.com' },
    { value: 'Anna+News@EXAMPLE.Com', canonical: 'Anna+News@example.com' },
    { value: ' anna@example.com ', canonical: 'anna@example.com' },
    { value: '用户@例子.测试' },
    { value: "o'neil@example.co.uk" },
  ],
  blank: ['', '  '],
  invalid: [
    { value: 'anna', code: 'not_an_email' },
    { value: 'anna@', code: 'not_an_email' },
    { value: 'anna@example..com', code: 'not_an_email', beyondSchema: true },
    { value: 'anna..berg@example.com', code: 'not_an_email', beyondSchema: true },
    { value: 'anna@example.com\n', code: 'not_an_email', beyondSchema: true },
    { value: 'Anna <anna@example.com>', code: 'not_an_email' },
    { value: 'anna@127.0.0.1', code: 'not_an_email', beyondSchema: true },
    { value: `${'x'.repeat(65)}@example.com`, code: 'not_an_email', beyondSchema: true },
    { value: `a@${'x'.repeat(300)}.com`, code: 'too_long' },
    { value: 5, code: 'not_a_text' },
  ],
  texts: [
    { text: ' anna@example.com\r\n', means: 'anna@example.com' },
    { text: 'anna@example', means: 'anna@example' },
    { text: 'n/a', code: 'not_an_email' },
    { text: '', means: null },
  ],
};
