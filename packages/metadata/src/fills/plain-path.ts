// An expression that is nothing but a name: `{ "var": "account.address" }`. A fill with it copies the value as it is stored, not only
// what expressions see of it.
import { parseExpression } from '@trellis/expressions/parse';

/** From the record on; null for any other expression, and for what is not the record's. */
export function plainPath(json: unknown): readonly string[] | null {
  const parsed = parseExpression(json);
  if (!parsed.ok || parsed.value.kind !== 'var') return null;
  const [first = '', ...rest] = parsed.value.path;
  if (first === '$record') return rest;
  return first.startsWith('$') ? null : parsed.value.path;
}
