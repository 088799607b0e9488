import { describe, expect, test } from 'vitest';
import { smallModel } from '../small-model.ts';
import { validateValues, type SchemaError, type Validator } from './validate.ts';

const model = smallModel({
  entities: {
    order: {
      title: 'code',
      fields: {
        code: { type: 'text', max_length: 5 },
        mail: { type: 'email' },
        lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
      },
    },
    line: {
      title: 'what',
      fields: {
        order: { type: 'lookup', entity: 'order', required: true },
        what: { type: 'text', required: true },
        count: { type: 'integer', required: true, default: 1 },
        price: { type: 'currency', required: true },
      },
      fills: { price: { set: { price: 4.5 } } },
    },
  },
});

function validator(...errors: SchemaError[]): Validator {
  return Object.assign(() => errors.length === 0, { errors });
}

function check(
  values: Readonly<Record<string, unknown>>,
  more: { validator?: Validator; required?: string[]; hidden?: string } = {},
) {
  const texts = { required: 'Required', invalid: 'Invalid' };
  const found = validateValues(values, {
    model,
    entity: 'order',
    texts,
    validator: more.validator ?? validator(),
    required: more.required ?? [],
    isShown: (field) => field !== more.hidden,
  });
  return Object.fromEntries(found.map(({ path, message }) => [path, message]));
}

describe('the check of a form', () => {
  test('asks for what is required now, unless it is hidden', () => {
    expect(check({ code: '' }, { required: ['code'] })).toEqual({ '/code': 'Required' });
    expect(check({ code: '' }, { required: ['code'], hidden: 'code' })).toEqual({});
  });
  test('says in the words of the field’s type what the schema refuses', () => {
    const tooLong = { instancePath: '/code', keyword: 'maxLength', params: { limit: 5 } };
    expect(check({ code: 'ABCDEFG' }, { validator: validator(tooLong) })['/code']).toContain('At most 5 characters');
  });
  test('finds what no schema says, such as a bad address of mail', () => {
    expect(check({ mail: 'ann@@example' })['/mail']).toContain('e-mail');
  });
  test('tells the cell of a row in which something is missing, but not what has a default', () => {
    expect(check({ lines: [{ what: 'A' }, { count: 2 }] })).toEqual({ '/lines/1/what': 'Required' });
  });
  test('takes the validator’s word where the type sees nothing wrong', () => {
    const odd = { instancePath: '/code', keyword: 'pattern', params: {} };
    expect(check({ code: 'A' }, { validator: validator(odd) })).toEqual({ '/code': 'Invalid' });
  });
});
