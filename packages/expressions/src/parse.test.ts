import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expression } from './agreement/random-expression.ts';
import { fieldsUsed, rowsUsed } from './fields-used.ts';
import { parseExpression } from './parse.ts';
import { toJson } from './to-json.ts';

function problems(json: unknown, at?: string) {
  const parsed = parseExpression(json, at);
  return parsed.ok ? [] : parsed.problems.map(({ path, code, hint }) => ({ path, code, hint }));
}

function nested(levels: number): unknown {
  return levels === 0 ? true : { '!': [nested(levels - 1)] };
}

describe('JSONLogic is read strictly', () => {
  test('a lone operand is a list of one, and a var is its path', () => {
    expect(parseExpression({ '!': { var: 'author.name' } })).toEqual({
      ok: true,
      value: { kind: 'call', op: '!', args: [{ kind: 'var', path: ['author', 'name'] }] },
    });
  });

  test('a var with a second operand is a coalesce', () => {
    const parsed = parseExpression({ var: ['title', 'untitled'] });
    expect(parsed.ok && toJson(parsed.value)).toEqual({ coalesce: [{ var: 'title' }, 'untitled'] });
  });

  test('an operator that is not known is refused, and the nearest one is proposed', () => {
    expect(problems({ startswith: ['a', 'b'] })).toEqual([
      { path: '', code: 'unknown_operator', hint: 'Did you mean "starts_with"?' },
    ]);
    expect(problems({ 'has-any': ['a', 'b'] })[0]?.hint).toBe('Did you mean "has_any"?');
    expect(problems({ frobnicate: [] })[0]?.hint).toBeUndefined();
    for (const op of ['method', 'throw', 'val', 'constructor', '__proto__', 'toString', 'trellis:equal']) {
      expect(problems(JSON.parse(`{"${op}": [1]}`))).toMatchObject([{ code: 'unknown_operator' }]);
    }
  });

  test('all problems are told at once, each with its place below the one given', () => {
    expect(problems({ and: [{ '/': [1, { x: 1, y: 2 }] }, { var: ' ' }, 'a\0b', {}] }, '/filter')).toMatchObject([
      { path: '/filter/and/0/~1/1', code: 'not_an_expression' },
      { path: '/filter/and/1', code: 'bad_path' },
      { path: '/filter/and/2', code: 'bad_text' },
      { path: '/filter/and/3', code: 'not_an_expression' },
    ]);
  });

  test('names are words joined by points', () => {
    for (const name of ['a b', 'a.', '.a', 'a..b', '1a', '书', 'a.$b', 5, null, [['a']], ['a', 1, 2]]) {
      expect(problems({ var: name }), JSON.stringify(name)).toMatchObject([{ code: 'bad_path' }]);
    }
    for (const name of ['$user.id', '$now', 'a.b.c', 'constructor']) expect(problems({ var: name })).toEqual([]);
  });

  test('numbers and text that no database takes are refused', () => {
    for (const number of [Infinity, 1e60, 1e-61]) expect(problems(number)).toMatchObject([{ code: 'bad_number' }]);
    expect(problems('\ud800')).toMatchObject([{ code: 'bad_text' }]);
    expect(problems(undefined)).toMatchObject([{ code: 'not_an_expression' }]);
  });

  test('depth and size have limits, and each is told once', () => {
    expect(problems(nested(49))).toEqual([]);
    expect(problems(nested(50))).toMatchObject([{ code: 'too_deep' }]);
    expect(problems(Array.from({ length: 1_999 }, () => 1))).toEqual([]);
    expect(problems(Array.from({ length: 100_000 }, () => 1))).toMatchObject([{ path: '/1999', code: 'too_large' }]);
    const withDefaults = (length: number) => Array.from({ length }, () => ({ var: ['a', 1] }));
    expect(problems(withDefaults(666))).toEqual([]);
    expect(problems(withDefaults(667))).toMatchObject([{ code: 'too_large' }]);
  });
});

describe('Expression to JSON and back', () => {
  test('reading what was written gives the same expression', () => {
    fc.assert(
      fc.property(expression('boolean', 4), (json) => {
        const parsed = parseExpression(json);
        expect(parsed.ok && parseExpression(toJson(parsed.value))).toEqual(parsed);
      }),
      { numRuns: 200 },
    );
  });

  test('a name alone among the operands of missing stands for the field so called', () => {
    const names = (json: unknown) => {
      const parsed = parseExpression(json);
      return parsed.ok ? toJson(parsed.value) : parsed.problems;
    };
    expect(parseExpression({ missing: 'due' })).toMatchObject({
      value: { args: [{ value: 'due' }, { kind: 'var', path: ['due'] }] },
    });
    expect(names({ missing: [['title', 'due']] })).toEqual({ missing: ['title', 'due'] });
    expect(names({ missing_some: [1, ['a', 'b']] })).toEqual({ missing_some: [1, 'a', 'b'] });
    expect(names({ missing: ['Price', { var: 'price' }, 'due'] })).toEqual({
      missing: ['Price', { var: 'price' }, 'due'],
    });
    expect(names({ missing: ['a', { var: 'a' }, { var: 'b' }] })).toEqual({
      missing: ['a', { var: 'a' }, { var: 'b' }],
    });
    expect(names({ missing: ['not a name'] })).toMatchObject([{ path: '/missing/1', code: 'bad_path' }]);
  });

  test('the fields used are those of the record, each once', () => {
    const parsed = parseExpression({
      and: [
        { in: [{ var: 'stage' }, ['won', { var: '$record.other' }]] },
        { '!=': [{ var: '$old.stage' }, { var: 'stage' }] },
        { '==': [{ var: 'author.name' }, { var: '$user.name' }] },
        { '<': [{ var: 'due' }, { var: '$today' }] },
      ],
    });
    expect(parsed.ok && fieldsUsed(parsed.value)).toEqual([['stage'], ['other'], ['author', 'name'], ['due']]);
  });

  test('fields of rows are told by the path of the rows, `$record` leads out of them', () => {
    const parsed = parseExpression({
      and: [
        { some: [{ var: 'lines' }, { '>': [{ var: 'product.price' }, { var: '$record.limit' }] }] },
        {
          all: [{ var: 'lines' }, { none: [{ var: 'parts' }, { '>': [{ var: 'broken' }, { var: '$record.most' }] }] }],
        },
        {
          all: [
            { var: 'lines' },
            { some: [{ var: '$record.lines' }, { in: [{ var: 'key' }, { var: '$record.keys' }] }] },
          ],
        },
        { some: [{ var: 'tags' }, { '==': [{ var: '' }, { var: '$user.name' }] }] },
        { reduce: [{ var: 'scores' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, { var: 'base' }] },
        { average: [{ var: 'price' }, { var: 'pages' }] },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(fieldsUsed(parsed.value).map((path) => path.join('.'))).toEqual([
      'lines',
      'lines.product.price',
      'limit',
      'lines.parts',
      'lines.parts.broken',
      'lines.most',
      'lines.key',
      'keys',
      'tags',
      'scores',
      'base',
      'price',
      'pages',
    ]);
    const isRows = (path: readonly string[]) => path.join('.') === 'lines' || path.join('.') === 'lines.parts';
    expect(rowsUsed(parsed.value, isRows)).toEqual([['lines'], ['lines', 'parts'], ['tags'], ['scores']]);
  });

  test('beside a member of a list `$record` is the row that the list is of', () => {
    const parsed = parseExpression({
      some: [{ var: 'lines' }, { some: [{ var: 'tags' }, { '==': [{ var: '' }, { var: '$record.mark' }] }] }],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const paths = [['lines'], ['lines', 'tags'], ['lines', 'mark']];
    expect(fieldsUsed(parsed.value)).toEqual(paths);
    expect(fieldsUsed(parsed.value, (path) => path.join('.') === 'lines')).toEqual(paths);
  });

  test('whether average is of rows is for the caller to know', () => {
    const parsed = parseExpression({ average: [{ var: 'lines' }, { var: 'amount' }] });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(fieldsUsed(parsed.value)).toEqual([['lines'], ['amount']]);
    expect(fieldsUsed(parsed.value, ([name]) => name === 'lines')).toEqual([['lines'], ['lines', 'amount']]);
  });
});
