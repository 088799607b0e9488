// What the agreement test asks: an expression over a book and its chapters, by somebody, somewhere, at some moment.
import fc, { type Arbitrary } from 'fast-check';
import { check, type Scope } from '../check.ts';
import { parseExpression } from '../parse.ts';
import type { Context } from '../to-function.ts';
import type { TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { calendars, rates } from './calendars.ts';
import { expression } from './random-expression.ts';
import { contextTypes } from './random-leaf.ts';
import { columns, valueOf, zones } from './rows.ts';

export type World = Omit<Context, 'record' | 'old'>;

export interface Question {
  readonly json: unknown;
  readonly world: World;
}

const types: readonly ValueType[] = ['boolean', 'boolean', 'boolean', 'text', 'number', 'number', 'date', 'datetime', 'time', 'id', 'text[]', 'number[]', 'id[]']; // prettier-ignore

const scope: Scope = {
  typeOf: (path) => columns[path.join('.')]?.type ?? contextTypes[path.join('.')],
  rowsOf: (path) => (path.join('.') === 'chapters' ? scope : undefined),
  calendar: (name) => calendars[name],
  rates,
};

const user = fc.record({
  id: fc.option(valueOf('id')),
  name: fc.option(valueOf('text')),
  level: fc.option(valueOf('number')),
  admin: fc.option(fc.boolean()),
  teams: fc.option(valueOf('id[]')),
});

const world: Arbitrary<World> = fc
  .record({
    user,
    timeZone: fc.constantFrom(...zones),
    now: fc.constantFrom('2026-03-31T15:59:59.999999Z', '2025-11-02T05:30:00Z', '2026-10-03T16:00:00Z'),
  })
  .map((made) => ({ ...made, today: made.now.slice(0, 10) }));

/** One operator on its own is what it is seen best by; deep ones show what operators make of one another. */
const depths = [1, 2, 3];

export const question: Arbitrary<Question> = fc.record({
  json: fc
    .tuple(fc.constantFrom(...types), fc.constantFrom(...depths))
    .chain(([type, depth]) => expression(type, depth)),
  world,
});

/** Undefined where operands are all null or text, and turn out to be of another type than was meant. */
export function typedOf(json: unknown): TypedExpression | undefined {
  const parsed = parseExpression(json);
  if (!parsed.ok) throw new Error(`${JSON.stringify(json)}: ${JSON.stringify(parsed.problems)}`);
  const checked = check(parsed.value, scope);
  return checked.ok ? checked.value : undefined;
}
