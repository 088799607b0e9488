// Every type does what its examples say.
import { describe, expect, test } from 'vitest';
import { problemCodes } from '../messages.ts';
import { cases, shown } from './cases.ts';

describe.each(cases)('$name', ({ type, examples, context }) => {
  test.each(examples.valid.map((example) => [shown(example.value), example] as const))(
    'takes %s',
    (_, { value, canonical, field }) => {
      const expected = canonical === undefined ? value : canonical;
      expect(type.normalize(value, field ?? examples.field, context)).toEqual({ ok: true, value: expected });
    },
  );

  test('leaves canonical values as they are', () => {
    for (const { value, canonical, field } of examples.valid) {
      const expected = canonical === undefined ? value : canonical;
      expect(type.normalize(expected, field ?? examples.field, context)).toEqual({ ok: true, value: expected });
    }
  });

  test.each(examples.blank.map((value) => [shown(value), value]))('takes %s as blank', (_, value) => {
    expect(type.normalize(value, examples.field, context)).toEqual({ ok: true, value: null });
  });

  test.each(examples.invalid.map((example) => [shown(example.value), example.code, example] as const))(
    'refuses %s as %s',
    (_, code, { value, field }) => {
      expect(type.normalize(value, field ?? examples.field, context)).toMatchObject({ ok: false, code });
      expect(problemCodes).toContain(code);
    },
  );

  test.each(examples.texts.map((example) => [shown(example.text), example] as const))('reads %s', (_, example) => {
    const read = type.parse(example.text, example.field ?? examples.field, { ...context, ...example.context });
    if ('code' in example) expect(read).toMatchObject({ ok: false, code: example.code });
    else expect(read).toEqual({ ok: true, value: example.means });
  });

  test('reads text of white space as blank', () => {
    const read = type.parse(' \u3000\n', examples.field, context);
    if (type.name === 'long_text') expect(read).toEqual({ ok: true, value: ' \u3000\n' });
    else expect(read).toEqual({ ok: true, value: null });
  });
});
