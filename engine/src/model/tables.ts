// The tables a model asks for: columns, indexes, foreign keys, as values that two versions can be compared by.
import { linkTableName } from '@trellis/metadata/members';
import type { CompiledEntity, CompiledField, Model } from './model.ts';
import { companionsOf } from './search-companion.ts';
import { keptRollups, type KeptRollup } from './kept-rollups.ts';
import { objectName } from './object-names.ts';
import { rollupFunctions } from './rollup-triggers.ts';
import { inStorageOrder } from './storage-order.ts';
import { averageParts, isKeptAverage, storedFields } from './stored-fields.ts';
import { indexesOf, rollupIndex } from './table-indexes.ts';
import type { ForeignKey, Table, TableColumn } from './table.ts';

export function tablesOf(model: Model): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  const kept = Map.groupBy(keptRollups(model), ({ from }) => from.name);
  for (const entity of model.entities.values()) {
    tables.set(entity.name, withRollups(model.workspace, entityTable(entity), kept.get(entity.name) ?? []));
    for (const field of entity.fields.values())
      if (field.relation?.kind === 'many') {
        const table = linkTable(entity, field, field.relation.entity);
        tables.set(table.name, table);
      }
  }
  return tables;
}

function withRollups(schema: string, table: Table, gathering: readonly KeptRollup[]): Table {
  const [first] = gathering;
  if (!first) return table;
  return {
    ...table,
    indexes: [...table.indexes, ...gathering.flatMap(rollupIndex)],
    rollups: rollupFunctions(schema, first.from, gathering),
  };
}

/** Roll-ups that are kept with every write of what they gather. */
function keptColumns(entity: CompiledEntity): TableColumn[] {
  return [...entity.fields.values()].flatMap((field): TableColumn[] => {
    const none = 'default 0';
    if (isKeptAverage(field))
      return averageParts(field.name).map((name) => ({ name, type: 'numeric', clause: none, kept: true }));
    const { computed, column } = field;
    if (computed?.kind !== 'rollup' || !column) return [];
    const { function: way } = computed.definition;
    const counts = way === 'count' || way === 'sum' || way === 'distinct';
    return [{ name: field.name, type: column.type, clause: counts ? none : '', kept: true }];
  });
}

const systemClauses: Record<string, string> = {
  created_at: 'not null default now()',
  updated_at: 'not null default now()',
  version: 'not null default 1',
};

function entityTable(entity: CompiledEntity): Table {
  const stored = storedFields(entity).filter((field) => !field.computed);
  return {
    name: entity.name,
    columns: [...inStorageOrder(stored).map(columnOf), ...keptColumns(entity)],
    derived: companionsOf(entity).map(({ column }) => ({ name: column, type: 'text', clause: '' })),
    primaryKey: ['id'],
    indexes: indexesOf(entity),
    foreignKeys: stored.flatMap((field) => foreignKeyOf(entity, field)),
    rollups: [],
  };
}

function columnOf(field: CompiledField): TableColumn {
  const clause = field.name === 'id' ? 'not null' : field.system ? (systemClauses[field.name] ?? '') : '';
  return { name: field.name, type: field.column?.type ?? 'text', clause };
}

const onDelete = { restrict: 'restrict', clear: 'set null', cascade: 'cascade' } as const;

function foreignKeyOf(entity: CompiledEntity, field: CompiledField): ForeignKey[] {
  if (field.relation?.kind !== 'one' || (field.system && field.name !== 'owner' && field.name !== 'team')) return [];
  return [
    {
      name: objectName(entity.name, field.name, 'fkey'),
      column: field.name,
      references: field.relation.entity,
      onDelete: onDelete[field.relation.onDelete],
    },
  ];
}

function linkTable(entity: CompiledEntity, field: CompiledField, target: string): Table {
  const name = linkTableName(entity.name, field.name);
  const key = (column: string, references: string): ForeignKey => ({
    name: objectName(name, column, 'fkey'),
    column,
    references,
    onDelete: 'cascade',
  });
  return {
    name,
    columns: [
      { name: 'source', type: 'uuid', clause: 'not null' },
      { name: 'target', type: 'uuid', clause: 'not null' },
      { name: 'position', type: 'integer', clause: 'not null default 0' },
    ],
    derived: [],
    rollups: [],
    primaryKey: ['source', 'target'],
    indexes: [
      {
        name: objectName(name, 'target', 'idx'),
        unique: false,
        method: 'btree',
        keys: ['target'],
        where: null,
        columns: ['target'],
        origin: `/fields/${field.name}`,
      },
    ],
    foreignKeys: [key('source', entity.name), key('target', target)],
  };
}
