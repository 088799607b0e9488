// What the computed types have in common. The value itself is one of another type, which only the whole metadata knows
// (`result` of a field); where nothing but the field is at hand, it is any JSON that nobody writes.
import { json } from '../json/json.ts';
import { presenceMeasures, presenceOperators } from '../operators.ts';

export const computedValue = {
  group: 'computed',
  column: () => null,
  schema: () => ({}),
  normalize: (value: unknown) => json.normalize(value, {}, noContext),
  parse: (text: string) => json.parse(text, {}, { ...noContext, language: 'en', timeZone: 'UTC' }),
  format: (value: unknown) => JSON.stringify(value),
  generated: true,
  operators: presenceOperators,
  sortable: false,
  groupable: false,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random: () => number) => json.fake(random, {}, noContext),
} as const;

const noContext = { options: [], currency: 'CNY', country: 'CN' } as const;
