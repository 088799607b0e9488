import { expect, test } from 'vitest';
import { allSignatures, findOperator, operatorNames } from './registry.ts';

test('every signature has a name of its own, by which json-logic-js knows it', () => {
  const names = allSignatures().map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('only what is registered is an operator', () => {
  for (const name of operatorNames()) expect(findOperator(name)?.signatures.length).toBeGreaterThan(0);
  for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'toString', ''])
    expect(findOperator(name)).toBeUndefined();
});
