// Which fields of its own record a value depends on, computed ones replaced by what they are worked out from. What stands behind a
// look-up belongs to another record; so does the record as it was.
import type { Expression } from '@trellis/expressions/ast';
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import { isComputed } from '../computed/value-field.ts';
import type { Entity } from '../kinds.ts';

export function ownReads(entity: Entity, json: unknown): ReadonlySet<string> {
  const reads = new Set<string>();
  collect(entity, namedIn(json), { reads, seen: new Set() });
  return reads;
}

interface Found {
  readonly reads: Set<string>;
  readonly seen: Set<string>;
}

function collect(entity: Entity, names: readonly string[], found: Found): void {
  for (const name of names) {
    if (found.seen.has(name)) continue;
    found.seen.add(name);
    const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    if (!field || !isComputed(field)) found.reads.add(name);
    else if (field.type === 'formula') collect(entity, namedIn(field.expression), found);
    else if (field.type === 'looked_up') collect(entity, field.via.split('.').slice(0, 1), found);
  }
}

/** The fields that its paths begin with. */
function namedIn(json: unknown): readonly string[] {
  const parsed = parseExpression(json ?? null);
  if (!parsed.ok) return [];
  return fieldsUsed(withoutOld(parsed.value)).flatMap(([first]) => first ?? []);
}

function withoutOld(expression: Expression): Expression {
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'var':
      return expression.path[0] === '$old' ? { kind: 'literal', value: null } : expression;
    case 'list':
      return { ...expression, items: expression.items.map(withoutOld) };
    case 'call':
      return { ...expression, args: expression.args.map(withoutOld) };
  }
}
