// What a field of type rich_text takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const richTextExamples: Examples<'rich_text'> = {
  field: { type: 'rich_text' },
  valid: [
    { value: '<p>Hello <strong>you</strong></p>' },
    { value: 'plain & simple', canonical: '<p>plain &amp; simple</p>' },
    { value: '<div><b>bold</b></div>', canonical: '<p><strong>bold</strong></p>' },
    { value: '<p onclick="x()">a<script>alert(1)</script></p>', canonical: '<p>a</p>' },
    {
      value: '<a href="https://example.com?a=1&amp;b=2" onclick="x()">link</a>',
      canonical: '<a href="https://example.com?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">link</a>',
    },
    { value: '<a href="javascript:alert(1)">link</a>', canonical: '<a>link</a>' },
    { value: '<table><tr><td colspan="2">x</td></tr></table>' },
    { value: '<p>a<br>b</p><hr>' },
  ],
  blank: ['', '<p></p>', '<p> <br></p>', '<script>alert(1)</script>'],
  invalid: [
    { value: {}, code: 'not_a_text' },
    { value: '<p>\0</p>', code: 'nul_character', beyondSchema: true },
    { value: 'x'.repeat(11), code: 'too_long', field: { type: 'rich_text', max_length: 10 } },
    { value: '&&&&&', code: 'too_long', field: { type: 'rich_text', max_length: 10 }, beyondSchema: true },
  ],
  texts: [
    { text: 'a < b\nc', means: '<p>a &lt; b</p><p>c</p>' },
    { text: '<p>a</p>', means: '<p>a</p>' },
    { text: '', means: null },
  ],
};
