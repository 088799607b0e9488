// What expressions may name on a screen: the fields of an entity and, through look-ups, of others; the user; the clock.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { Scope } from '@trellis/expressions/check';
import type { ValueType } from '@trellis/expressions/types';
import type { Model } from '../model.ts';

const userTypes: Readonly<Record<string, ValueType>> = { id: 'id', email: 'text', name: 'text', language: 'text' };

export function scopeOf(model: Pick<Model, 'field'>, entity: string): Scope {
  const typeOfField = (path: readonly string[], of: string): ValueType | undefined => {
    const at = model.field(of, path.join('.'));
    if (!at || !isFieldTypeName(at.field.type)) return undefined;
    return fieldType(at.field.type).valueType(at.field);
  };
  return {
    typeOf([first = '', ...rest]) {
      if (first === '$old') return typeOfField(rest, entity);
      if (first === '$user') return userTypes[rest.join('.')] ?? typeOfField(rest, 'user');
      return typeOfField([first, ...rest], entity);
    },
  };
}
