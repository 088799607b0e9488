import { expect, test } from 'vitest';
import { countDelimiters } from './delimiter.ts';

test.each([
  ['commas', 'a,b,c\n1,2,3\n4,5,6\n', ','],
  ['semicolons, beside decimal commas', 'name;price\nx;1,50\ny;2,75\nz;3\n', ';'],
  ['tabs, beside commas in texts', 'name\tnote\nx\tone, two\ny\tthree\n', '\t'],
  ['bars', 'a|b\n1|2\n', '|'],
  ['semicolons, with commas inside quotes only', '"a,a";b\n"1,1";2\n"2,2";3\n', ';'],
  ['nothing: one column', 'name\nx\ny\n', ','],
  ['commas, though a quote stays open', 'a,b\n1,"x\n2,y\n3,z\n', ','],
])('a file separated by %s', (_what, text, delimiter) => {
  const count = countDelimiters();
  // In pieces that cut quotes and rows anywhere.
  for (let at = 0; at < text.length; at += 3) count.push(text.slice(at, at + 3));
  expect(count.found()).toBe(delimiter);
});
