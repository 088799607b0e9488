// What a new record starts with: the fields' defaults, as the base of the form, and on top of it what the caller gives. A default
// that depends on other values is worked out again when those change, until somebody types something else.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import { compileValue, contextOf, type Surroundings } from '../conditions/compile.ts';
import { scalarRecord } from '../conditions/scalar-record.ts';
import { scopeOf } from '../conditions/scope.ts';
import type { Model, RecordData } from '../model.ts';
import type { FormDefinition } from './form-definition.ts';

export interface Defaults {
  readonly constants: RecordData;
  /** Those that an expression gives, for the values that the form has now. */
  computed(values: RecordData): RecordData;
}

export function compileDefaults(definition: FormDefinition, model: Model, surroundings: Surroundings): Defaults {
  const { me } = surroundings;
  const scope = scopeOf(model, definition.entity);
  const entity = model.entity(definition.entity);
  const constants: Record<string, unknown> = definition.fields.has('owner') ? { owner: referenceTo(me) } : {};
  const computed = new Map<string, ReturnType<typeof compileValue>>();
  for (const { name, field } of definition.fields.values()) {
    if (field.default === undefined) continue;
    if (isPlain(field.default)) constants[name] = field.default;
    else computed.set(name, compileValue(field.default, scope));
  }
  // The name beside the id of the only user whose name is known here.
  const named = (name: string, value: unknown): unknown => {
    const type = definition.fields.get(name)?.field.type ?? '';
    const isRelation = isFieldTypeName(type) && fieldType(type).relation !== undefined;
    return isRelation && value === me.user.id ? referenceTo(me) : value;
  };
  return {
    constants,
    computed(values) {
      const context = contextOf(scalarRecord(entity, values), surroundings);
      return Object.fromEntries([...computed].map(([name, run]) => [name, named(name, run?.(context) ?? null)]));
    },
  };
}

/** Anything but an operator is itself: JSONLogic is an object of one member. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Array.isArray(value);
}

function referenceTo(me: Surroundings['me']): { readonly id: string; readonly title: string } {
  return { id: me.user.id, title: me.user.name };
}
