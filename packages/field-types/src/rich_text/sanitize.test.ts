// No script gets through, whatever the HTML; what is allowed stays.
import { existsSync, readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';
import { sanitize } from './sanitize.ts';

const payloads = new URL('../../../../../shared/data/payload_xss/xss-payload-list.txt', import.meta.url);

test.each([
  ['<p>a</p>', '<p>a</p>'],
  ['<P CLASS="x" STYLE="color:red">a</P>', '<p>a</p>'],
  ['<b>a</b><i>b</i>', '<strong>a</strong><em>b</em>'],
  ['<h1>a</h1><h5>b</h5>', '<h1>a</h1>b'],
  ['a<br>b<br/>c', 'a<br>b<br>c'],
  ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['<p>open', '<p>open</p>'],
  ['</p>closed', '<p></p>closed'],
  ['<strong><em>a</strong>b</em>', '<strong><em>a</em></strong>b'],
  ['a & b &lt; c &#39;', "a &amp; b &lt; c '"],
  ['<!-- comment --><p>a</p><![CDATA[x]]>', '<p>a</p>'],
  ['<script>alert(1)</script>a', 'a'],
  ['<style>p{}</style>a', 'a'],
  ['<svg><a href="javascript:alert(1)"><text>x</text></a></svg>a', 'a'],
  ['<math><mtext><script>alert(1)</script></mtext></math>a', 'a'],
  ['<template><p>x</p></template>a', 'a'],
  ['<iframe src="https://example.com"></iframe>a', 'a'],
  ['<img src=x onerror=alert(1)>', '<img>'],
  ['<img src="/api/files/018f-a" alt="&quot;x&quot;">', '<img src="/api/files/018f-a" alt="&quot;x&quot;">'],
  ['<img src="https://example.com/pixel.gif">', '<img>'],
  [
    '<a href="mailto:a@example.com">x</a>',
    '<a href="mailto:a@example.com" rel="noopener noreferrer" target="_blank">x</a>',
  ],
  ['<a href="/records/book">x</a>', '<a href="/records/book" rel="noopener noreferrer" target="_blank">x</a>'],
  ['<a href="//evil.example">x</a>', '<a>x</a>'],
  ['<a href="java\nscript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href=" &#106;avascript:alert(1)">x</a>', '<a>x</a>'],
  [
    '<a href="https://a.example/&quot;onmouseover=alert(1)">x</a>',
    '<a href="https://a.example/&quot;onmouseover=alert(1)" rel="noopener noreferrer" target="_blank">x</a>',
  ],
  ['<td colspan="2" rowspan="x">a</td>', '<td colspan="2">a</td>'],
  ['<scr<script>ipt>alert(1)</script>', 'ipt&gt;alert(1)'],
  ['<p title="</p><script>alert(1)</script>">a</p>', '<p>a</p>'],
  ['&lt;script&gt;', '&lt;script&gt;'],
])('%s becomes %s', (html, expected) => {
  expect(sanitize(html)).toBe(expected);
});

test('the result of any input has allowed tags and attributes only, and stays as it is', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '=',
    '&',
    ';',
    '<p',
    '<a href=',
    'javascript:',
    '<script',
    '</script>',
    '<svg',
    '<!--',
    '-->',
    'onload=',
    '<img src=',
    '&lt;',
    '&#60;',
    '\n',
    'x',
    ' ',
    '<b>',
    '</p>',
    '<table><td>',
    '<textarea>',
    '<title>',
    '<plaintext>',
    '<![CDATA[',
    '<div>',
    '</div>',
    '<li>',
    '<ul>',
    '</ul>',
    '<h1>',
    '<x>',
    '<tr>',
    '</a>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const html = sanitize(parts.join(''));
      expect(sanitize(html)).toBe(html);
      new Parser({ onopentag: (name, attributes) => expectHarmless(name, attributes) }).end(html);
    }),
    { numRuns: 20000 },
  );
});

const allowed =
  'p h1 h2 h3 h4 ul ol li blockquote pre table thead tbody tr th td strong em u s code sub sup mark a br hr img'.split(
    ' ',
  );

function expectHarmless(name: string, attributes: { readonly [name: string]: string }): void {
  expect(allowed).toContain(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    expect(['href', 'src', 'alt', 'rel', 'target', 'colspan', 'rowspan']).toContain(attribute);
    expect(value).not.toMatch(/^\s*javascript:/i);
  }
}

test.skipIf(!existsSync(payloads))('no line of the big list of XSS payloads gets through', () => {
  for (const line of readFileSync(payloads, 'utf8').split('\n')) {
    const html = sanitize(line);
    new Parser({ onopentag: (name, attributes) => expectHarmless(name, attributes) }).end(html);
    expect(sanitize(html)).toBe(html);
  }
});

test('the plain text is what people read', () => {
  expect(plainText('<p>a &lt; b &amp;amp; c</p><p>d</p>').trim()).toBe('a < b &amp; c  d');
});
