import { describe, expect, test } from 'vitest';
import { compat } from './compat.ts';

function valueOf(rule: unknown, data: unknown = null): unknown {
  const answer = compat(rule)(data);
  return answer.ok ? answer.value : answer;
}

const limit = { ok: false, reason: 'limit' };
const error = (type: string, more: object = {}) => ({ ok: false, reason: 'error', error: { type, ...more } });

describe('Untyped JSONLogic', () => {
  test('takes any number of operands where json-logic-js takes two or three', () => {
    expect(valueOf({ '-': [5, 2, 1] })).toBe(2);
    expect(valueOf({ '/': [8, 2, 2] })).toBe(2);
    expect(valueOf({ '>': [3, 2, 3] })).toBe(false);
    expect(valueOf({ '<': [1, 2, 3, 4, 4] })).toBe(false);
    expect(valueOf({ '==': [1, '1', true] })).toBe(true);
  });

  test('sees null, blank text and false as 0', () => {
    expect(valueOf({ '+': [1, '', null] })).toBe(1);
    expect(valueOf({ '+': [{ var: 'missing' }, false, true] }, {})).toBe(1);
    expect(valueOf({ '==': [null, 0] })).toBe(true);
  });

  test('reckons with exact decimals, and gives no number that JSON has not', () => {
    expect(valueOf({ '+': [0.1, 0.2] })).toBe(0.3);
    expect(valueOf({ '*': ['1.1', 1.1] })).toBe(1.21);
    expect(valueOf({ '/': [1, 3] })).toBe(0.333_333_333_333);
    expect(valueOf({ '%': [5.5, 2] })).toBe(1.5);
    expect(Object.is(valueOf({ '-': [0] }), 0)).toBe(true);
    for (const rule of [
      { '/': [1, 0] },
      { '*': [1e308, 10] },
      { '+': ['1e999'] },
      { '+': ['0x10'] },
      { '+': ['Infinity'] },
    ])
      expect(valueOf(rule), JSON.stringify(rule)).toEqual(error('NaN'));
  });

  test('counts and orders characters as the strict language does', () => {
    expect(valueOf({ substr: ['a😀b', 1, 1] })).toBe('😀');
    expect(valueOf({ '<': ['\uff61', '😀'] })).toBe(true);
    expect(valueOf({ cat: [1e21, '|', 0.000_000_1, '|', [1, [null, 'x']]] })).toBe(
      '1000000000000000000000|0.0000001|1,,x',
    );
  });

  test('holds null apart from text, lists and objects', () => {
    expect(valueOf({ '==': [null, 'x'] })).toBe(false);
    expect(valueOf({ '!=': [null, ''] })).toBe(true);
    expect(valueOf({ '==': [null, {}] })).toBe(false);
    expect(valueOf({ '<': [null, ''] })).toEqual(error('NaN'));
  });

  test('refuses an operator that nobody knows, wherever it stands', () => {
    for (const name of [
      'constructor',
      'toString',
      '__proto__',
      'hasOwnProperty',
      'compat:run',
      'trellis:add',
      'method',
    ])
      expect(valueOf(JSON.parse(`{"if": [true, 1, {"${name}": [1]}]}`))).toEqual(
        error('Unknown Operator', { operator: name }),
      );
  });

  test('finds what the data has of its own, never what a prototype has', () => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'a.constructor',
      'list.map',
      'list.constructor.constructor',
    ]) {
      const data = { a: {}, list: [1], text: 'x' };
      expect(valueOf({ var: name }, data), name).toBeNull();
      expect(valueOf({ var: [name, 'none'] }, data), name).toBe('none');
      expect(valueOf({ val: name.split('.') }, data), name).toBeNull();
      expect(valueOf({ exists: name.split('.') }, data), name).toBe(false);
      expect(valueOf({ missing: [name] }, data), name).toEqual([name]);
    }
    expect(valueOf({ var: 'text.length' }, { text: 'x' })).toBeNull();
    expect(valueOf({ var: '__proto__' }, JSON.parse('{"__proto__": 1}'))).toBe(1);
    expect(valueOf({ throw: JSON.parse('{"type": "x", "__proto__": {"y": 1}}') })).toEqual(
      expect.objectContaining({ reason: 'error' }),
    );
    expect(Reflect.get({}, 'y')).toBeUndefined();
  });

  test('calls nothing that stands in the data, and changes neither rule nor data', () => {
    const rule = Object.freeze({ merge: Object.freeze([Object.freeze({ var: 'list' }), 2]) });
    expect(valueOf(rule, Object.freeze({ list: Object.freeze([1]) }))).toEqual([1, 2]);
    const call = () => expect.fail('called');
    for (const asked of [{ var: 'call' }, { cat: [{ var: 'call' }] }, { map: [[1], { val: [[2], 'call'] }] }])
      expect(valueOf(asked, { call })).toEqual(error('Invalid Arguments'));
  });

  test('prints nothing for `log`', () => {
    expect(valueOf({ log: [{ var: 'a' }] }, { a: 'b' })).toBe('b');
  });
});

describe('No rule keeps its evaluator busy:', () => {
  const thousand = Array.from({ length: 1_000 }, (_, index) => index);
  const twice = { '+': [{ var: 'accumulator' }, 1] };
  const text = 'a'.repeat(400_000);
  const fifty = thousand.slice(0, 50);

  test.each<[string, unknown, unknown?]>([
    ['too deep a rule', deep(200)],
    ['too large a rule', { '+': Array.from({ length: 10_001 }, () => 1) }],
    ['lists within lists', { map: [{ var: '' }, { map: [{ val: [[2]] }, { map: [{ val: [[4]] }, 1] }] }] }, thousand],
    ['a fold of folds', { reduce: [{ var: '' }, { reduce: [thousand, twice, 0] }, 0] }, thousand],
    ['a text that doubles', { reduce: [fifty, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] }],
    ['a list that doubles', { reduce: [fifty, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] }],
    ['a tree that doubles', { reduce: [fifty, [{ var: 'accumulator' }, { var: 'accumulator' }], 1] }],
    ['a tree as text', { cat: [{ reduce: [fifty, [{ var: 'accumulator' }, { var: 'accumulator' }], 1] }] }],
    ['a tower', { reduce: [thousand, [{ var: 'accumulator' }], 1] }],
    ['many copies of a long list', { merge: Array.from({ length: 5_000 }, () => ({ var: '' })) }, thousand],
    ['a long search', { in: [{ cat: [{ var: '' }, 'b'] }, { cat: [{ var: '' }, { var: '' }] }] }, text],
    ['a way up without end', { val: [[1e300], 'x'] }],
    ['caught and tried again', { try: [{ map: [{ var: '' }, { map: [thousand, 1] }] }, 1] }, thousand],
  ])('%s is given up', (_, rule, data = null) => {
    expect(compat(rule)(data)).toEqual(limit);
  });

  test('what is large and within the limits goes through', () => {
    expect(valueOf({ reduce: [{ var: '' }, twice, 0] }, [...thousand, ...thousand])).toBe(2_000);
    expect(valueOf({ in: ['b', { var: '' }] }, text)).toBe(false);
    expect(valueOf(deep(90))).toBe(true);
  });
});

function deep(levels: number): unknown {
  return levels === 0 ? true : { '!!': [deep(levels - 1)] };
}
