// What a field of type url takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const urlExamples: Examples<'url'> = {
  field: { type: 'url' },
  valid: [
    { value: 'https://example.com' },
    { value: 'HTTP://example.com:8080/a?b=c#d' },
    { value: 'https://例子.测试/路径?名=值' },
    { value: ' https://example.com ', canonical: 'https://example.com' },
  ],
  blank: ['', ' '],
  invalid: [
    { value: 'example.com', code: 'not_a_url' },
    { value: 'javascript:alert(1)', code: 'not_a_url' },
    { value: 'java\nscript:alert(1)', code: 'not_a_url' },
    { value: 'data:text/html,x', code: 'not_a_url' },
    { value: 'ftp://example.com', code: 'not_a_url' },
    { value: 'https://', code: 'not_a_url' },
    { value: 'https://bank.example@evil.example', code: 'not_a_url', beyondSchema: true },
    { value: 'https:\\\\example.com', code: 'not_a_url' },
    { value: 'https://exa mple.com', code: 'not_a_url' },
    { value: `https://example.com/${'x'.repeat(2048)}`, code: 'too_long' },
    { value: 5, code: 'not_a_text' },
  ],
  texts: [
    { text: 'example.com/a', means: 'https://example.com/a' },
    { text: 'www.example.com', means: 'https://www.example.com' },
    { text: ' http://example.com ', means: 'http://example.com' },
    { text: 'none', code: 'not_a_url' },
    { text: '', means: null },
  ],
};
