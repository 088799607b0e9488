import { describe, expect, test } from 'vitest';
import { check, checkAs } from './check.ts';
import { exampleScope } from './example-scope.ts';
import { problemsOf, someId, typed } from './fixtures.ts';
import { translate } from './messages.ts';
import { parseExpression } from './parse.ts';
import type { ValueType } from './types.ts';

const fits = (json: unknown) => expect(problemsOf(json), JSON.stringify(json)).toEqual([]);
const fails = (json: unknown, ...expected: object[]) =>
  expect(problemsOf(json), JSON.stringify(json)).toMatchObject(expected);

describe('Names', () => {
  test('a name that the scope does not know is refused, on every branch', () => {
    fails(
      { or: [{ '==': [{ var: 'secret' }, 1] }, true, { '!': { var: 'owner.salary' } }] },
      { path: '/or/0/==/0', code: 'unknown_field', message: 'There is no field "secret" here.' },
      { path: '/or/2/!/0', code: 'unknown_field' },
    );
  });

  test('the name that was meant is told, of a record that a look-up leads to as well, and only where it leads somewhere', () => {
    fails({ '==': [{ var: 'titel' }, 'x'] }, { path: '/==/0', hint: 'Did you mean "title"?' });
    fails({ '==': [{ var: 'owner.nmae' }, 'x'] }, { path: '/==/0', hint: 'Did you mean "owner.name"?' });
    fails({ '==': [{ var: 'ownr.name' }, 'x'] }, { path: '/==/0', hint: 'Did you mean "owner.name"?' });
    for (const name of ['secret', 'titel.name', '$titel', '$record'])
      expect(problemsOf({ var: name })).toEqual([expect.not.objectContaining({ hint: expect.anything() })]);
  });

  test('the clock is always there, the time zone is not for asking', () => {
    fits({ '<': [{ var: '$today' }, { var: '$now' }] });
    fails({ var: '$time_zone' }, { code: 'unknown_field' });
    fails({ var: '$record' }, { code: 'unknown_field' });
    fails({ var: '$now.x' }, { code: 'unknown_field' });
  });

  test('a field of the record may be named as one', () => {
    expect(typed({ var: '$record.title' })).toEqual({ kind: 'var', path: ['title'], type: 'text' });
  });
});

describe('Types', () => {
  test('literals take the type of what they stand beside', () => {
    fits({ '==': [{ var: 'due' }, '2026-02-28'] });
    fits({ '<': ['2026-02-28', { var: 'seen_at' }] });
    fits({ '==': [{ var: 'owner' }, someId.toUpperCase()] });
    fits({ in: [{ var: 'price' }, [1, '12345678901234567.89']] });
    fits({ '<=': ['09:00', { var: 'opens' }, '18:00:30'] });
    fits({ coalesce: [null, '2026-01-01', { var: 'due' }] });
  });

  test('text that cannot be read as what it has to be is told with an example', () => {
    fails(
      { '==': [{ var: 'due' }, '2026-02-29'] },
      {
        path: '/==/1',
        code: 'operand_value',
        message: '"2026-02-29" is not a date.',
        hint: 'Write it like 2026-03-31.',
      },
    );
    fails({ in: [{ var: 'owner' }, [someId, 'me']] }, { path: '/in/1/1', code: 'operand_value' });
    fails({ '<': [{ var: 'seen_at' }, '2026-03-31T10:00'] }, { code: 'operand_value' });
    fails({ '+': [1, 'two'] }, { path: '/+/1', code: 'operand_value' });
  });

  test('types that have nothing to do with each other are refused', () => {
    fails(
      { '==': [{ var: 'title' }, 5] },
      { path: '/==/1', code: 'mixed_types', message: '"==" cannot bring a number together with text.' },
    );
    fails({ '<': [{ var: 'price' }, { var: 'due' }] }, { path: '/</1', code: 'mixed_types' });
    fails({ '==': [{ var: 'owner' }, { var: 'title' }] }, { code: 'mixed_types' });
    fails({ if: [true, 'a', { var: 'price' }] }, { path: '/if/1', code: 'operand_value' });
    fails({ '==': [{ var: 'lent' }, 'true'] }, { code: 'mixed_types' });
  });

  test('what has no order, no equality, no text is refused there', () => {
    fails(
      { '<': [{ var: 'lent' }, true] },
      { path: '/</0', code: 'operand_type' },
      { path: '/</1', code: 'operand_type' },
    );
    fails({ '==': [{ var: 'tags' }, ['a']] }, { code: 'operand_type' }, { code: 'operand_type' });
    fails({ '==': [{ var: 'notes' }, 'x'] }, { code: 'operand_type' }, { code: 'operand_type' });
    fails({ cat: ['a', { var: 'tags' }] }, { path: '/cat/1', code: 'operand_type' });
    fails({ max: [{ var: 'title' }] }, { path: '/max/0', code: 'operand_type' });
    fails({ has_any: [{ var: 'tags' }, 'a'] }, { path: '/has_any/1', code: 'operand_type' });
    fails({ in: [{ var: 'price' }, { var: 'title' }] }, { path: '/in/1', code: 'operand_type' });
  });

  test('the number of operands is told', () => {
    fails({ '==': [1] }, { path: '', code: 'operand_count', hint: 'It takes 2.' });
    fails({ '<': [1, 2, 3, 4] }, { hint: 'It takes 2–3.' });
    fails({ '+': [] }, { hint: 'It takes ≥ 1.' });
    fails({ if: [true] }, { hint: 'It takes ≥ 2.' });
  });

  test('the cases of one value have its type, the results one of their own', () => {
    fits({ case: [{ var: 'due' }, '2026-03-31', 'last day', 'other'] });
    fits({ case: [{ var: 'title' }, 'a', ['x'], { var: 'tags' }] });
    expect(typed({ case: [{ var: 'title' }, 'a', null, 'b', 2] }).type).toBe('number');
    fails({ case: [{ var: 'price' }, { var: 'title' }, 1] }, { path: '/case/1', code: 'mixed_types' });
    fails({ case: [{ var: 'price' }, 1, 'a', 2, { var: 'due' }] }, { path: '/case/2', code: 'operand_value' });
    fails({ case: [{ var: 'title' }, null, 'none'] }, { path: '/case/1', code: 'operand_type' });
    fails({ case: [{ var: 'tags' }, 'a', 1] }, { path: '/case/0', code: 'operand_type' }, { path: '/case/1' });
  });

  test('units, periods and counts of characters are written out', () => {
    fails(
      { date_add: [{ var: 'due' }, 1, 'months'] },
      { path: '/date_add/2', hint: 'Write it like day, week, month, year, hour, minute.' },
    );
    fails({ start_of: [{ var: 'due' }, { var: 'title' }] }, { path: '/start_of/1', code: 'operand_type' });
    fails({ substr: [{ var: 'title' }, 1.5] }, { path: '/substr/1', code: 'operand_type' });
  });

  test('patterns are written out, and of the subset that is known', () => {
    fits({ matches: [{ var: 'title' }, '^[A-Z]{2}\\d+$'] });
    fails({ matches: [{ var: 'title' }, { var: 'title' }] }, { path: '/matches/1', code: 'operand_type' });
    fails(
      { matches: [{ var: 'title' }, 'a(?=b)'] },
      {
        path: '/matches/1',
        code: 'bad_pattern',
        message: 'The pattern cannot be used from character 2 on: looking ahead or behind is not known.',
      },
    );
    fails(
      { format_date: [{ var: 'due' }, 'yyyy-MM-DD'] },
      { path: '/format_date/1', code: 'bad_date_pattern', message: 'A date cannot be written with "yyyy".' },
    );
  });

  test('a calendar is one that the scope knows, by its name written out', () => {
    const known = { ...exampleScope, typeOf: () => 'text' as const };
    const problemsIn = (json: unknown) => {
      const parsed = parseExpression(json);
      const checked = parsed.ok ? check(parsed.value, known) : parsed;
      return checked.ok ? [] : checked.problems;
    };
    expect(problemsIn({ is_working_day: ['2026-05-01', 'office'] })).toEqual([]);
    expect(problemsIn({ is_working_day: ['2026-05-01', 'offise'] })).toMatchObject([
      {
        path: '/is_working_day/1',
        code: 'unknown_calendar',
        message: 'There is no calendar "offise".',
        hint: 'Did you mean "office"?',
      },
    ]);
    expect(problemsIn({ is_working_day: ['2026-05-01', { var: 'name' }] })).toMatchObject([{ code: 'operand_type' }]);
    fails({ is_working_day: ['2026-05-01', 'office'] }, { code: 'unknown_calendar' });
  });

  test('results have types', () => {
    const types: readonly (readonly [unknown, ValueType])[] = [
      [{ if: [true, { var: 'due' }, { var: '$now' }] }, 'datetime'],
      [{ if: [true, { var: 'due' }, '2026-01-01'] }, 'date'],
      [{ if: [true, ['a'], { var: 'tags' }] }, 'text[]'],
      [{ coalesce: [[], { var: 'readers' }] }, 'id[]'],
      [{ max: [1, { var: 'price' }] }, 'number'],
      [{ date_add: ['2026-01-01', 1, 'day'] }, 'date'],
      [{ and: [{ var: 'title' }] }, 'boolean'],
      [null, 'null'],
    ];
    for (const [json, type] of types) expect(typed(json).type, JSON.stringify(json)).toBe(type);
  });
});

describe('A value for a field', () => {
  const checkedAs = (json: unknown, type: ValueType) => {
    const parsed = parseExpression(json);
    return parsed.ok ? checkAs(parsed.value, { typeOf: () => undefined }, type, '/default') : parsed;
  };

  test('is brought to its type', () => {
    expect(checkedAs('2026-03-31', 'date')).toMatchObject({ ok: true, value: { type: 'date' } });
    expect(checkedAs({ var: '$today' }, 'datetime')).toMatchObject({ ok: true, value: { type: 'datetime' } });
    expect(checkedAs(['a'], 'text[]')).toMatchObject({ ok: true });
    expect(checkedAs([], 'id[]')).toMatchObject({ ok: true, value: { type: 'id[]' } });
    expect(checkedAs(null, 'number')).toMatchObject({ ok: true, value: { type: 'number' } });
  });

  test('is refused where it is of another', () => {
    expect(checkedAs({ var: '$now' }, 'date')).toMatchObject({
      ok: false,
      problems: [
        { path: '/default', code: 'result_type', message: 'The result has to be a date, not a date with time.' },
      ],
    });
    expect(checkedAs('soon', 'date')).toMatchObject({ ok: false, problems: [{ code: 'operand_value' }] });
  });
});

describe('Problems in Chinese', () => {
  test('have the same place and code', () => {
    const [problem] = problemsOf({ '==': [{ var: 'due' }, 'soon'] });
    expect(problem && translate(problem, 'zh-CN')).toMatchObject({
      path: '/==/1',
      code: 'operand_value',
      message: '“soon”不是日期。',
      hint: '请写成 2026-03-31 的形式。',
    });
  });
});
