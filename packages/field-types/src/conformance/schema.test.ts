// The JSON Schemas of every type compile, and agree with `normalize`.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { makeRandom } from '@trellis/testing/random';
import { describe, expect, test } from 'vitest';
import type { TextContext } from '../contract.ts';
import type { AnyFieldType, Field } from '../registry.ts';
import { canonicalValues, cases, shown } from './cases.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, validateFormats: true });
addFormats.default(ajv);

function validatorOf(type: AnyFieldType, field: Field, context: TextContext) {
  return ajv.compile({ ...type.schema(field, context) });
}

describe.each(cases)('the schema of $name', (one) => {
  const { type, examples, context } = one;

  test('compiles without a warning', () => {
    expect(() => validatorOf(type, examples.field, context)).not.toThrow();
  });

  test('accepts what normalize accepts', () => {
    for (const { value, field } of examples.valid) {
      const accepts = validatorOf(type, field ?? examples.field, context);
      expect(accepts(value), `${shown(value)} ${ajv.errorsText(accepts.errors)}`).toBe(true);
    }
  });

  test('accepts canonical and random values', () => {
    for (const { field, value } of canonicalValues(one, makeRandom(11).number)) {
      const accepts = validatorOf(type, field, context);
      expect(accepts(value), `${shown(value)} ${ajv.errorsText(accepts.errors)}`).toBe(true);
    }
  });

  test.each(
    examples.invalid
      .filter((example) => example.beyondSchema !== true)
      .map((example) => [shown(example.value), example] as const),
  )('refuses %s', (_, { value, field }) => {
    expect(validatorOf(type, field ?? examples.field, context)(value)).toBe(false);
  });

  test('says nothing about values that no schema could refuse', () => {
    for (const { value, field } of examples.invalid.filter((example) => example.beyondSchema === true)) {
      expect(validatorOf(type, field ?? examples.field, context)(value), shown(value)).toBe(true);
    }
  });
});

describe.each(cases)('normalize of $name', ({ type, examples, context }) => {
  test('accepts no value of another type that its schema refuses', () => {
    const accepts = validatorOf(type, examples.field, context);
    for (const value of cases.flatMap((other) => other.examples.valid.map((example) => example.value))) {
      const normalized = type.normalize(value, examples.field, context);
      if (normalized.ok && normalized.value !== null) expect(accepts(value), shown(value)).toBe(true);
    }
  });
});

describe.each(cases)('the options of $name', ({ type, examples }) => {
  test('have a schema that accepts the fields of the examples', () => {
    const accepts = ajv.compile<unknown>(type.options);
    const fields = [examples.field, ...examples.valid.flatMap(({ field }) => field ?? [])];
    for (const field of fields) expect(accepts(field), ajv.errorsText(accepts.errors)).toBe(true);
  });

  test('of the examples have no problems', () => {
    expect(type.problems?.(examples.field) ?? []).toEqual([]);
  });
});
