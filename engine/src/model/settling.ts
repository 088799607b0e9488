// What an entity fills in and clears by itself at a write, compiled: defaults, fills, and the fields that hiding clears, each after
// those that it depends on.
import { fillsByField, type FieldFill } from '@trellis/metadata/fills-by-field';
import { settlingOrder } from '@trellis/metadata/settling-order';
import type { Entity } from '@trellis/metadata/kinds';
import { compileExpression, compileRule } from './expression.ts';
import type { CompiledEntity, CompiledField, CompiledFill, FillValue, Rule } from './model.ts';
import { fieldAt, scopeOf, type EntityScope, type Nameable } from './scope.ts';

export function settling(
  entity: Entity,
  fields: ReadonlyMap<string, CompiledField>,
  names: Nameable,
): Pick<CompiledEntity, 'defaults' | 'settled'> {
  const order = settlingOrder(entity);
  const withDefault = [...fields.values()].filter(({ defaultValue, column }) => defaultValue.kind !== 'none' && column);
  const fills = fillsByField(entity);
  const scope = scopeOf(names, entity.name);
  return {
    defaults: order.defaults(withDefault.map(({ name }) => name)).flatMap((name) => fields.get(name) ?? []),
    settled: order.settled.flatMap((name) => {
      const field = fields.get(name);
      if (!field) return [];
      const compiled = (fills.get(name) ?? []).map((fill) => compileFill(field, fill, { names, scope }));
      return [{ field, fills: compiled, isCleared: field.definition.when_hidden === 'clear' }];
    }),
  };
}

interface Surroundings {
  readonly names: Nameable;
  readonly scope: EntityScope;
}

function compileFill(field: CompiledField, fill: FieldFill, around: Surroundings): CompiledFill {
  const when = compileRule(fill.when, true, around.scope);
  const value = fillValue(field, fill, around);
  return {
    when,
    value,
    overwrite: fill.overwrite,
    conditionReads: readBy(when),
    valueReads: value.kind === 'constant' ? new Set() : readBy(value.expression),
  };
}

function fillValue(field: CompiledField, { value }: FieldFill, { names, scope }: Surroundings): FillValue {
  if (value.kind === 'value') return { kind: 'constant', value: value.value };
  const expression = compileExpression(value.json, scope);
  const path = expression.expression.kind === 'var' ? expression.expression.path : [];
  const own = path[0] === '$record' ? path.slice(1) : path;
  const source = fieldAt(names.entities, field.entity, own);
  return source?.type.scalar && source.type.name === field.type.name
    ? { kind: 'copy', path: own, expression }
    : { kind: 'expression', expression };
}

function readBy(rule: Rule): ReadonlySet<string> {
  return typeof rule === 'boolean' ? new Set() : new Set(rule.paths.map(([first = '']) => first));
}
