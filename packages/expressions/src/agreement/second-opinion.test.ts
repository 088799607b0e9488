// Where JSONLogic leaves no doubt (values of one type, no nulls), json-logic-engine and json-logic-js as they come give what ours
// gives: the dialect is stricter than JSONLogic, not another language.
import fc, { type Arbitrary } from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import { expect, test } from 'vitest';
import { contextOf, typed } from '../fixtures.ts';
import { toFunction } from '../to-function.ts';

const record = { price: 12, title: 'abc', lent: true };

const number: Arbitrary<unknown> = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant({ var: 'price' }));
const text: Arbitrary<unknown> = fc.oneof(fc.constantFrom('a', 'abc', 'b'), fc.constant({ var: 'title' }));

function operation(names: readonly string[], ...operands: readonly Arbitrary<unknown>[]): Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...names), fc.tuple(...operands)).map(([name, list]) => ({ [name]: list }));
}

const { condition } = fc.letrec<{ condition: unknown; value: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.boolean(), fc.constant({ var: 'lent' })),
    operation(['<', '<=', '>', '>=', '==', '===', '!=', '!=='], tie('value'), tie('value')),
    operation(['<', '<='], number, tie('value'), number),
    operation(['==', '!=', 'in'], text, text),
    operation(['in'], text, fc.array(fc.constantFrom('a', 'abc'))),
    operation(['and', 'or'], tie('condition'), tie('condition')),
    operation(['!', '!!'], tie('condition')),
    operation(['if', '?:'], tie('condition'), tie('condition'), tie('condition')),
    operation(['=='], operation(['cat'], text, text), text),
    operation(
      ['=='],
      operation(['substr'], text, fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 2 })),
      text,
    ),
  ),
  value: fc.oneof(
    { maxDepth: 4 },
    number,
    operation(['+', '*', '-', 'min', 'max'], tie('value'), tie('value')),
    operation(['+', '*'], tie('value'), tie('value'), tie('value')),
    operation(['-'], tie('value')),
    operation(['%'], tie('value'), fc.constantFrom(1, 2, 3)),
    operation(['if'], tie('condition'), tie('value'), tie('value')),
  ),
}));

test('on random conditions', () => {
  const engine = new LogicEngine();
  fc.assert(
    fc.property(condition, (json) => {
      const ours = toFunction(typed(json))(contextOf(record));
      expect(ours).toEqual(jsonLogic.apply(asTheirs(json), record));
      expect(ours).toEqual(engine.run(json, record));
    }),
    { numRuns: 1_000, seed: 20_260_331 },
  );
});

/** The types of json-logic-js know only the operators that they list. */
function asTheirs(json: unknown): Parameters<typeof jsonLogic.apply>[0] {
  return JSON.parse(JSON.stringify(json));
}
