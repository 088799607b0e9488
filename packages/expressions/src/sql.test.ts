import { describe, expect, test } from 'vitest';
import { identifier, join, raw, render, sql } from './sql.ts';

describe('SQL fragments', () => {
  test('values become numbered parameters, fragments are spliced in', () => {
    const condition = sql`price > ${10}`;
    const statement = sql`select ${identifier('b', 'title')} from book b where ${condition} and kind = ${'x'} limit ${5}`;
    expect(render(statement)).toEqual({
      text: 'select "b"."title" from book b where price > $1 and kind = $2 limit $3',
      values: [10, 'x', 5],
    });
  });

  test('a value never becomes text, whatever it looks like', () => {
    const forged = JSON.parse('{"chunks": ["; drop table book"], "values": []}');
    expect(render(sql`select ${forged}`)).toEqual({ text: 'select $1', values: [forged] });
    expect(render(sql`select ${"'; --"}`).text).toBe('select $1');
    expect(render(sql`select ${undefined}, ${null}`)).toEqual({ text: 'select $1, $2', values: [undefined, null] });
  });

  test('an object that stands in a statement twice is one parameter; equal plain values are not', () => {
    const later = {};
    expect(render(sql`${later}, ${1}, ${later}, ${1}`)).toEqual({ text: '$1, $2, $1, $3', values: [later, 1, 1] });
  });

  test('fragments side by side keep their parameters in order', () => {
    const pair = sql`${sql`${1}`}${sql`${2}`}`;
    expect(render(sql`(${pair}, ${sql`${3} + ${raw('x')}`})`)).toEqual({ text: '($1$2, $3 + x)', values: [1, 2, 3] });
  });

  test('join puts a separator between parts, and nothing around none', () => {
    expect(render(join([sql`a = ${1}`, raw('b'), sql`c = ${2}`], ' and '))).toEqual({
      text: 'a = $1 and b and c = $2',
      values: [1, 2],
    });
    expect(render(join([], ', '))).toEqual({ text: '', values: [] });
  });

  test('names are quoted, and those that PostgreSQL would cut or not take are refused', () => {
    expect(render(identifier('say "x"', '书')).text).toBe('"say ""x"""."书"');
    expect(() => identifier('')).toThrow('empty');
    expect(() => identifier('a\0b')).toThrow('zero byte');
    expect(() => identifier('书'.repeat(21))).not.toThrow();
    expect(() => identifier('书'.repeat(22))).toThrow('63 bytes');
  });
});
