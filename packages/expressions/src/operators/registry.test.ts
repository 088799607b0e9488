import { expect, test } from 'vitest';
import { allEach, allOperators, allSignatures, findOperator, operatorNames } from './registry.ts';

const helps = allOperators().map(({ help }) => help);

test('every signature has a name of its own, by which json-logic-js knows it', () => {
  expect(twice(allSignatures().map(({ name }) => name))).toEqual([]);
});

test('what goes through rows and lists has a name of its own as well', () => {
  expect(twice(allEach().map(({ name }) => name))).toEqual([]);
});

test('only what is registered is an operator', () => {
  for (const name of operatorNames()) {
    const { signatures = [], each } = findOperator(name) ?? {};
    expect(signatures.length > 0 || each !== undefined, name).toBe(true);
  }
  for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'toString', ''])
    expect(findOperator(name)).toBeUndefined();
});

test('every operator has a function name of its own in each language, written as formulas write it', () => {
  expect(twice(helps.flatMap(({ names }) => [names.en, names['zh-CN']]))).toEqual([]);
  for (const { names } of helps) {
    expect(names.en).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(names['zh-CN']).toMatch(/^\p{Script=Han}+$/u);
  }
});

test('every sign stands for one operator', () => {
  const signs = helps.flatMap(({ sign }) => (sign === undefined ? [] : [sign]));
  expect(twice(signs)).toEqual([]);
  expect(signs.every((sign) => ['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '&', '^'].includes(sign))).toBe(
    true,
  );
});

test('what people are told of an operator is a sentence in each language', () => {
  for (const { summary } of helps) {
    expect(summary.en).toMatch(/^[A-Z].*\.$/);
    expect(summary['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
  }
});

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
