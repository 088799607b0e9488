// Every code has texts in both languages, with the same parameters.
import { readFileSync, globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chinese } from './messages.zh-CN.ts';
import { english } from './messages.en.ts';
import { messageOf, problemCodes } from './messages.ts';

const parameters = (texts: readonly string[]) =>
  [...texts.join(' ').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const sources = globSync('**/*.ts', {
  cwd: import.meta.dirname,
  exclude: ['**/*.test.ts', 'messages*', '**/*.examples.ts'],
})
  .map((path) => readFileSync(`${import.meta.dirname}/${path}`, 'utf8'))
  .join('\n');

describe.each(Object.entries(english))('%s', (code, texts) => {
  test('says the same in English and Chinese', () => {
    const translated = Object.entries(chinese).find(([name]) => name === code)?.[1] ?? [];
    expect(translated).toHaveLength(2);
    expect(parameters(translated)).toEqual(parameters(texts));
    expect(translated.join('')).toMatch(/\p{Script=Han}/u);
  });

  test('is given by some type', () => {
    expect(sources).toContain(`'${code}'`);
  });

  test('is in snake_case', () => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });
});

test('parameters are filled in, missing ones stay as they are written', () => {
  expect(messageOf('too_long', { max: 40 }).hint).toBe('At most 40 characters are allowed.');
  expect(messageOf('too_long', { max: 40 }, 'zh-CN').hint).toBe('最多 40 个字符。');
  expect(messageOf('too_long').hint).toContain('{max}');
  expect(messageOf('unknown_option', { value: '{max} $& $1' }).message).toBe(
    '“{max} $& $1” is not one of the options.',
  );
});

test('Chinese texts are punctuated as Chinese is', () => {
  const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;
  expect(
    Object.values(chinese)
      .flat()
      .filter((text) => halfWidth.test(text)),
  ).toEqual([]);
});

test('no text is empty', () => {
  expect(problemCodes.length).toBeGreaterThan(40);
  for (const [message, hint] of [...Object.values(english), ...Object.values(chinese)]) {
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
  }
});
