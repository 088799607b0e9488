// What metadata says of filling in, narrowing and clearing: what is taken, and what is refused with its place.
import { describe, expect, test } from 'vitest';
import { entity, optionSet } from '../builders.ts';
import { validate } from '../validate.ts';

type Fields = Parameters<typeof entity>[1];
type More = Parameters<typeof entity>[2];

const product = entity('product', { name: 'text', price: 'currency', family: 'text' });
const account = entity('account', { name: 'text', place: 'address', product: { type: 'lookup', entity: 'product' } });
const stages = optionSet('stage', ['open', 'won', 'lost']);

function problemsOf(fields: Fields, more: More = {}): string[] {
  const own: Fields = {
    name: 'text',
    account: { type: 'lookup', entity: 'account' },
    product: { type: 'lookup', entity: 'product' },
    price: 'currency',
    paid: { type: 'currency', multi: true },
    quantity: 'integer',
    code: 'auto_number',
    about: { type: 'related_to', entities: ['account'] },
    parts: { type: 'multi_lookup', entity: 'product' },
    amount: { type: 'formula', returns: 'currency', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
    family: { type: 'looked_up', via: 'product', field: 'family' },
  };
  const validation = validate([product, account, stages, entity('line', { ...own, ...fields }, more)]);
  if (validation.ok) return [];
  return validation.problems.map(({ path, code }) => `${path.replace('entities/line.json#', '')} ${code}`);
}

const filling = (set: Record<string, unknown>, more = {}) => problemsOf({}, { fills: { one: { set, ...more } } });

describe('A fill', () => {
  test('gives a value, or an expression of the type of its field, along look-ups, also an owner', () => {
    expect(
      filling(
        { price: { var: 'product.price' }, name: 'x', paid_currency: 'EUR', owner: { var: 'account.owner' } },
        { when: { '!': [{ is_blank: [{ var: 'product' }] }] } },
      ),
    ).toEqual([]);
  });

  test('does not give what its field cannot take', () => {
    expect(filling({ price: 'much', quantity: { var: 'name' } })).toEqual([
      '/fills/one/set/price not_a_number',
      '/fills/one/set/quantity result_type',
    ]);
  });

  test('does not give a look-up a record of another entity', () => {
    expect(filling({ product: { var: 'account' } })).toEqual(['/fills/one/set/product leads_elsewhere']);
    expect(filling({ product: { var: 'account.product' } })).toEqual([]);
  });

  test('sets nothing that is worked out, given by the engine, or stored elsewhere', () => {
    const unset = { amount: 1, family: 'x', code: 'x', parts: [], created_at: null, about_entity: 'account' };
    expect(filling(unset)).toEqual(Object.keys(unset).map((name) => `/fills/one/set/${name} not_fillable`));
  });

  test('names fields that there are, and sets at least one', () => {
    expect(filling({ prize: 1 })).toEqual(['/fills/one/set/prize unknown_field']);
    expect(filling({})).toEqual(['/fills/one/set too_few']);
  });
});

describe('A circle is refused with its way', () => {
  const circle = (fields: Fields, fills: NonNullable<More>['fills'] = {}) => {
    const validation = validate([product, account, stages, entity('line', { name: 'text', ...fields }, { fills })]);
    return validation.ok
      ? []
      : validation.problems.map(({ path, message }) => `${path.split('#')[1] ?? ''} ${/: (.*)\.$/.exec(message)?.[1]}`);
  };
  const numbers: Fields = { a: 'integer', b: 'integer', c: 'integer' };

  test('of fills', () => {
    expect(circle(numbers, { x: { set: { a: { var: 'b' } } }, y: { set: { b: { '+': [{ var: 'a' }, 1] } } } })).toEqual(
      ['/fills/x/set/a a → b → a', '/fills/y/set/b b → a → b'],
    );
  });

  test('of a default and a fill, through a formula', () => {
    const fields: Fields = {
      a: { type: 'integer', default: { var: 'twice' } },
      b: 'integer',
      twice: { type: 'formula', returns: 'integer', expression: { '*': [{ var: 'b' }, 2] } },
    };
    expect(circle(fields, { x: { set: { b: { var: 'a' } } } })).toEqual([
      '/fields/a/default a → b → a',
      '/fills/x/set/b b → a → b',
    ]);
  });

  test('of a fill and what clears the field that it reads', () => {
    const fields: Fields = {
      ...numbers,
      a: { type: 'integer', visible: { '>': [{ var: 'b' }, 0] }, when_hidden: 'clear' },
    };
    expect(circle(fields, { x: { set: { b: { var: 'a' } } } })).toEqual([
      '/fields/a/when_hidden a → b → a',
      '/fills/x/set/b b → a → b',
    ]);
  });

  test('of a field with itself, save where only its condition asks for it', () => {
    expect(circle(numbers, { x: { set: { a: { '+': [{ var: 'a' }, 1] } } } })).toEqual(['/fills/x/set/a a → a']);
    expect(circle(numbers, { x: { when: { is_blank: [{ var: 'a' }] }, set: { a: 1 } } })).toEqual([]);
  });

  test('but not of what was, or of other records', () => {
    const fields: Fields = { ...numbers, parent: { type: 'lookup', entity: 'line' } };
    expect(circle(fields, { x: { set: { a: { var: '$old.a' }, b: { var: 'parent.b' } } } })).toEqual([]);
  });
});

describe('A narrowed choice', () => {
  const stage = (offers: unknown) => problemsOf({ stage: { type: 'select', options: 'stage', offers } as never });

  test('names values of its options, each once, and conditions about the record', () => {
    expect(stage([{ when: { '>': [{ var: 'price' }, 0] }, values: ['open', 'won'] }])).toEqual([]);
    expect(stage([{ when: { '>': [{ var: 'prize' }, 0] }, values: ['open', 'open', 'close'] }])).toEqual([
      '/fields/stage/offers/0/when/>/0/var unknown_field',
      '/fields/stage/offers/0/values/1 duplicate_entry',
      '/fields/stage/offers/0/values/2 unknown_value',
    ]);
  });

  test('offers something', () => {
    expect(stage([{ when: true, values: [] }])).toEqual(['/fields/stage/offers/0/values too_few']);
  });
});

describe('What is hidden', () => {
  const sold = { '>': [{ var: 'price' }, 0] };

  test('is kept or cleared, where it can be hidden', () => {
    expect(problemsOf({ note: { type: 'text', visible: sold, when_hidden: 'clear' } })).toEqual([]);
    expect(problemsOf({ note: { type: 'text', when_hidden: 'clear' } })).toEqual([
      '/fields/note/when_hidden never_hidden',
    ]);
    expect(problemsOf({ note: { type: 'text', visible: sold, when_hidden: 'drop' as never } })).toEqual([
      '/fields/note/when_hidden not_allowed',
    ]);
  });

  test('is cleared in the record’s own row only, and never because of who asks', () => {
    const hidden = { visible: sold, when_hidden: 'clear' } as const;
    expect(problemsOf({ parts: { type: 'multi_lookup', entity: 'product', ...hidden } })).toEqual([
      '/fields/parts/when_hidden not_clearable',
    ]);
    const mine = { in: ['boss', { var: '$user.roles' }] };
    expect(problemsOf({ note: { type: 'text', visible: mine, when_hidden: 'clear' } })).toEqual([
      '/fields/note/when_hidden cleared_by_asker',
    ]);
  });

  test('is no matter of computed fields', () => {
    const amount = { type: 'formula', returns: 'integer', expression: 1, visible: sold, when_hidden: 'clear' } as const;
    expect(problemsOf({ amount })).toEqual(['/fields/amount/when_hidden never_written']);
  });
});
