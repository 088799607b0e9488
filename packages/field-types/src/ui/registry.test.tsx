// Every field type shows and edits what it makes up itself.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { FieldContext } from '../contract.ts';
import { fieldType, fieldTypeNames, type FieldTypeName } from '../registry.ts';
import { Cell, cellOf } from './cells.tsx';
import { FieldScreenContext, type FieldJson, type FieldScreen } from './screen.ts';
import { Widget } from './widgets.tsx';

const options = [
  { value: 'a', label: 'Alpha', color: 'blue' },
  { value: 'b', label: 'Beta' },
];
const screen: FieldScreen = {
  language: 'en',
  timeZone: 'Asia/Shanghai',
  currency: 'EUR',
  country: 'DE',
  label: (label, fallback = '') => (typeof label === 'string' ? label : fallback),
  optionsOf: () => options,
  parentSetOf: () => undefined,
  entityLabel: (entity) => ({ one: entity, many: `${entity}s` }),
  fieldsOf: () => ({ what: { type: 'text' }, parent: { type: 'lookup', entity: 'order' } }),
  hrefOf: ({ entity, id }) => `/${entity}/${id}`,
  open: () => undefined,
  records: { find: async () => [], create: async () => null, canCreate: () => false, remember: () => undefined },
};
const needed = { entity: 'order', entities: ['order'], parent_field: 'parent', options };

function fieldOf(type: FieldTypeName): FieldJson {
  const { properties } = fieldType(type).options;
  const own = Object.entries(needed).filter(([name]) => Object.hasOwn(properties, name));
  return { type, label: 'Label', ...Object.fromEntries(own) };
}

/** Relations are read with a title. */
function exampleOf(type: FieldTypeName, field: FieldJson): unknown {
  const context: FieldContext = { options, currency: 'EUR', country: 'DE' };
  const value = fieldType(type).fake(() => 0.5, field, context);
  const titled = (id: unknown): object => ({ ...(typeof id === 'object' ? id : { id }), title: 'Title' });
  switch (fieldType(type).relation?.(field).kind) {
    case 'one':
    case 'any':
      return titled(value);
    case 'many':
      return Array.isArray(value) ? value.map(titled) : value;
    default:
      return value;
  }
}

function drawn(element: React.ReactNode): string {
  return renderToStaticMarkup(<FieldScreenContext value={screen}>{element}</FieldScreenContext>);
}

describe.each(fieldTypeNames)('%s', (type) => {
  const field = fieldOf(type);
  const example = exampleOf(type, field);

  test('shows a value in a line and in full', () => {
    expect(drawn(<Cell field={field} name="f" value={example} />)).not.toBe('');
    expect(drawn(<Cell field={field} name="f" value={example} density="full" />)).not.toBe('');
  });
  test('shows nothing where there is nothing', () => {
    expect(drawn(<Cell field={field} name="f" value={null} />)).toBe('');
  });
  test('says how wide its column is and where its values stand', () => {
    expect(cellOf(field).width).toBeGreaterThan(40);
  });
  test('edits a value, and a blank one, in an element that a label can point to', () => {
    for (const value of [example, null]) {
      const html = drawn(
        <Widget field={field} name="f" id="the-input" value={value} onChange={() => undefined} record={{}} />,
      );
      expect(html).toContain('id="the-input"');
    }
  });
});
