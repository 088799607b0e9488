// The filter of a look-up speaks of two records: by plain names of one that may be chosen, by `$record.x` of the one that refers to
// it. An expression is about one record, so the other goes by a name of its own before the expression is checked.
import type { Scope } from '@trellis/expressions/check';
import { isObject } from './json.ts';

/** What `$record` is called then. */
export const referrerName = '$referrer';

/** The same JSON, with every `$record.x` as `$referrer.x`. */
export function withReferrer(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withReferrer);
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([operator, operands]) => [
      operator,
      operator === 'var' ? renamed(operands) : withReferrer(operands),
    ]),
  );
}

/** The fields of the referring record that a filter made by `withReferrer` begins a path with. */
export function referrerFields(json: unknown): ReadonlySet<string> {
  if (Array.isArray(json)) return new Set(json.flatMap((item) => [...referrerFields(item)]));
  if (!isObject(json)) return new Set();
  return new Set(
    Object.entries(json).flatMap(([operator, operands]) => {
      const [name, ...others]: unknown[] = operator === 'var' ? [operands].flat() : [null, operands];
      const [first, field] = typeof name === 'string' ? name.split('.') : [];
      const own = first === referrerName && field !== undefined ? [field] : [];
      return [...own, ...referrerFields(others)];
    }),
  );
}

/** Plain names are fields of what may be chosen, `$referrer.x` are fields of what refers to it. */
export function choiceScope(chosen: Scope, referrer: Scope): Scope {
  const { calendar, rates, rowsOf } = chosen;
  return {
    ...(calendar && { calendar }),
    ...(rates && { rates }),
    ...(rowsOf && { rowsOf: (path) => (path[0] === referrerName ? undefined : rowsOf(path)) }),
    optionsOf: (path) => (path[0] === referrerName ? referrer.optionsOf?.(path.slice(1)) : chosen.optionsOf?.(path)),
    typeOf: (path) => (path[0] === referrerName ? referrer.typeOf(path.slice(1)) : chosen.typeOf(path)),
  };
}

/** The operand of `var`: a name, or a name and what stands for its absence. */
function renamed(operand: unknown): unknown {
  if (typeof operand === 'string') return operand.replace(/^\$record(?=\.)/, referrerName);
  if (!Array.isArray(operand)) return operand;
  const [name, ...others]: unknown[] = operand;
  return [renamed(name), ...others.map(withReferrer)];
}
