import { expect, test } from 'vitest';
import { entity } from '../builders.ts';
import { validate } from '../validate.ts';
import { chinese } from './messages.zh-CN.ts';
import { english } from './messages.en.ts';
import { translate } from './messages.ts';
import { problem } from './problem.ts';

const codes = Object.keys(english).filter((code) => code in chinese) as (keyof typeof english)[];

test.each(codes)('%s tells the same parameters in both languages', (code) => {
  const placeholders = (texts: readonly string[]): string[] => [...new Set(texts.join().match(/\{\w+\}/g))].toSorted();
  expect(placeholders(chinese[code])).toEqual(placeholders(english[code]));
});

test('a problem is told in English, and translated into Chinese with its parameters and its suggestion', () => {
  const unknown = problem('entities/book.json#/title', 'unknown_field', { entity: 'book', field: 'titel' }, 'title');
  expect(translate(unknown, 'zh-CN')).toEqual({
    ...unknown,
    message: '“book”没有字段“titel”。',
    hint: '您是否想写“title”？',
  });
  expect(translate(unknown, 'en')).toEqual(unknown);
});

test('problems that expressions and field types find are translated in their own words', () => {
  const validation = validate([
    entity('book', {
      pages: { type: 'integer', default: 'many', min: 5, max: 1, visible: { '>': [{ var: 'pages' }, 'x'] } },
    }),
  ]);
  const problems = validation.ok ? [] : validation.problems;
  expect(problems.map(({ code }) => code).toSorted()).toEqual(['min_above_max', 'not_an_integer', 'operand_value']);
  for (const each of problems) expect(translate(each, 'zh-CN').message).toMatch(/\p{Script=Han}/u);
});

test('a code that several know is told by the one who found the problem', () => {
  const depth = (nested: unknown): unknown => ({ '!': [nested] });
  const deep = Array.from({ length: 60 }).reduce<unknown>(depth, true);
  const field = { type: 'text', visible: deep };
  const validation = validate([{ kind: 'entity', name: 'book', body: { name: 'book', fields: { title: field } } }]);
  const [problem] = validation.ok ? [] : validation.problems;
  expect(problem?.code).toBe('too_deep');
  expect(problem && translate(problem, 'zh-CN').message).toContain('50');
});

test('braces in what people wrote are no parameters', () => {
  const odd = problem('entities/book.json', 'bad_name', { name: '{name}' });
  expect(translate(odd, 'zh-CN').message).toBe('“{name}”不是有效的名称。');
});
