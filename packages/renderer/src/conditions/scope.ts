// What expressions may name on a screen: the fields of an entity and, through look-ups, of others; the user; the clock; calendars
// and exchange rates.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { Scope } from '@trellis/expressions/check';
import type { ExchangeRate, ValueType } from '@trellis/expressions/types';
import type { Metadata } from '@trellis/client/metadata';
import { ratesOf } from '@trellis/metadata/rates';
import { workingDaysOf } from '@trellis/metadata/working-days';
import type { Model } from '../model.ts';

const userTypes: Readonly<Record<string, ValueType>> = {
  id: 'id',
  email: 'text',
  name: 'text',
  language: 'text',
  roles: 'text[]',
};

export function scopeOf(model: Pick<Model, 'field' | 'metadata'>, entity: string): Scope {
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
    calendar(name) {
      const { calendars } = model.metadata;
      const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
      return calendar && workingDaysOf(calendar);
    },
    calendarNames: () => Object.keys(model.metadata.calendars),
    get rates() {
      return ratesIn(model.metadata);
    },
  };
}

const known = new WeakMap<Metadata, readonly ExchangeRate[]>();

function ratesIn(metadata: Metadata): readonly ExchangeRate[] {
  let rates = known.get(metadata);
  if (!rates) known.set(metadata, (rates = ratesOf(Object.values(metadata.exchange_rates), metadata.currency)));
  return rates;
}

/** Beside those the names within rows of child tables: for records that come with their rows, as in a form. */
export function scopeWithRows(model: Pick<Model, 'field' | 'metadata'>, entity: string): Scope {
  return {
    ...scopeOf(model, entity),
    rowsOf(path) {
      const field = path.length === 1 ? model.field(entity, path.join('.'))?.field : undefined;
      return field?.type === 'child_table' && !field.computed ? scopeWithRows(model, field.entity) : undefined;
    },
  };
}
