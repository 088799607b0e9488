// The tables a model asks for: columns, indexes, foreign keys, as values that two versions can be compared by.
import { identifier, type Sql } from '@trellis/expressions/sql';
import { linkTableName } from '@trellis/metadata/members';
import type { CompiledEntity, CompiledField, Model } from './model.ts';
import { companionsOf } from './search-companion.ts';
import { keptRollups, ownValue, type KeptRollup } from './kept-rollups.ts';
import { rollupFunctions, type RollupFunction } from './rollup-triggers.ts';
import { averageParts, isKeptAverage, storedColumns, storedFields } from './stored-fields.ts';
import { searchText } from './search-text.ts';

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Made by the engine from others, so that they can be taken away and made anew. */
  readonly derived: readonly TableColumn[];
  readonly primaryKey: readonly string[];
  readonly indexes: readonly TableIndex[];
  readonly foreignKeys: readonly ForeignKey[];
  /** What keeps the roll-ups that are gathered from its rows. */
  readonly rollups: readonly RollupFunction[];
}

export interface TableColumn {
  readonly name: string;
  readonly type: string;
  /** What stands after the type: `not null`, a default. */
  readonly clause: string;
  /** Of a roll-up: what it holds can be made anew. */
  readonly kept?: true;
}

export interface TableIndex {
  readonly name: string;
  readonly unique: boolean;
  readonly method: 'btree' | 'gin';
  /** Columns or expressions, with an operator class where it takes one. */
  readonly keys: readonly string[];
  readonly where: string | null;
  /** The columns that must be there before it. */
  readonly columns: readonly string[];
  /** What of the entity asks for it, as a JSON pointer. */
  readonly origin: string;
}

export interface ForeignKey {
  readonly name: string;
  readonly column: string;
  readonly references: string;
  readonly onDelete: 'restrict' | 'set null' | 'cascade';
}

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

const alive = 'deleted_at is null';

function withRollups(schema: string, table: Table, gathering: readonly KeptRollup[]): Table {
  const [first] = gathering;
  if (!first) return table;
  return {
    ...table,
    indexes: [...table.indexes, ...gathering.flatMap(rollupIndex)],
    rollups: rollupFunctions(schema, first.from, gathering),
  };
}

/** To find the extreme, the first or an equal one among millions of rows. */
function rollupIndex({ owner, field, from, via, way, value, order }: KeptRollup): TableIndex[] {
  const key = way === 'first' || way === 'last' ? order(row) : value(row);
  if (!key || way === 'count' || way === 'sum' || way === 'avg') return [];
  return [
    {
      name: objectName(from.name, `${owner.name}_${field.name}`, 'kept'),
      unique: false,
      method: 'btree',
      keys: [quoteIdentifier(via), unqualified(key)],
      where: alive,
      columns: storedColumns(from).filter(
        (name) => name === via || key.chunks.join('').includes(quoteIdentifier(name)),
      ),
      origin: '',
    },
  ];
}

/** Of computed fields that a list is often sorted or filtered by: expressions of the row that they belong to. */
function computedIndexes(entity: CompiledEntity): TableIndex[] {
  const wanted = [...entity.fields.values()].filter(
    ({ computed, definition }) => computed && definition.indexed === true,
  );
  return wanted.map(({ name }) => {
    const key = ownValue(entity, name, row);
    return {
      name: objectName(entity.name, name, 'idx'),
      unique: false,
      method: 'btree',
      keys: [unqualified(key)],
      where: null,
      columns: columnsIn(entity, key),
      origin: `/fields/${name}/indexed`,
    };
  });
}

/** What the row is called in expressions of indexes, until that is taken away: there it has no name. */
const row = '_row_';

function unqualified(key: Sql): string {
  return key.chunks.join('').replaceAll(`${quoteIdentifier(row)}.`, '');
}

function columnsIn(entity: CompiledEntity, key: Sql, ...more: readonly string[]): string[] {
  const text = unqualified(key);
  return storedColumns(entity).filter((name) => more.includes(name) || text.includes(quoteIdentifier(name)));
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

/** Those of the fields by which, taken together, an index finds rows: it begins with them. */
export function indexedAmong(entity: CompiledEntity, fields: readonly CompiledField[]): ReadonlySet<string> {
  const wanted = new Set(fields.map(({ name }) => name));
  const begins = entityTable(entity).indexes.flatMap(({ method, columns }) => {
    const end = columns.findIndex((column) => !wanted.has(column));
    return method === 'btree' ? columns.slice(0, end < 0 ? columns.length : end) : [];
  });
  return new Set(['id', ...begins]);
}

function entityTable(entity: CompiledEntity): Table {
  const stored = storedFields(entity).filter((field) => !field.computed);
  return {
    name: entity.name,
    columns: [...inStorageOrder(stored).map(columnOf), ...keptColumns(entity)],
    derived: companionsOf(entity).map(({ column }) => ({ name: column, type: 'text', clause: '' })),
    primaryKey: ['id'],
    indexes: indexesOf(entity, stored),
    foreignKeys: stored.flatMap((field) => foreignKeyOf(entity, field)),
    rollups: [],
  };
}

/**
 * PostgreSQL walks a row column by column: what every query looks at comes first, short values next, long ones last.
 * Measured on a million rows: a third less time for aggregates than with the trash mark behind the long texts. Values of eight
 * bytes stand together before those of four, so that none is preceded by a gap.
 */
function inStorageOrder(fields: readonly CompiledField[]): CompiledField[] {
  return fields
    .map((field, index) => ({ field, index }))
    .sort((left, right) => weight(left.field) - weight(right.field) || left.index - right.index)
    .map(({ field }) => field);
}

function weight(field: CompiledField): number {
  if (field.name === 'id') return 0;
  if (field.name === 'deleted_at') return 1;
  if (field.name === 'owner' || field.name === 'team') return 2;
  const type = field.column?.type ?? '';
  if (/^(timestamp|time|bigint|double)/.test(type)) return 3;
  if (/^(date|integer|smallint|boolean)/.test(type)) return 4;
  if (field.system) return 9;
  if (type.startsWith('numeric')) return 5;
  if (type === 'uuid') return 7;
  if (type !== 'text') return 10;
  return field.type.groupable ? 6 : field.type.sortable ? 8 : 10;
}

function columnOf(field: CompiledField): TableColumn {
  const clause = field.name === 'id' ? 'not null' : field.system ? (systemClauses[field.name] ?? '') : '';
  return { name: field.name, type: field.column?.type ?? 'text', clause };
}

function indexesOf(entity: CompiledEntity, stored: readonly CompiledField[]): TableIndex[] {
  const single = stored.filter(
    (field) => field.definition.indexed === true || (field.relation?.kind === 'one' && indexedLookup(field)),
  );
  const unique = stored.filter((field) => field.unique || field.definition.type === 'auto_number');
  return [
    ...single.map(({ name }) =>
      listIndex(entity, { name, fields: [name], unique: false, origin: `/fields/${name}/indexed` }),
    ),
    ...Object.entries(entity.definition.indexes ?? {}).map(([name, index]) =>
      listIndex(entity, {
        name,
        fields: index.fields,
        unique: index.unique === true,
        origin: `/indexes/${name}`,
      }),
    ),
    ...unique.map(({ name }) =>
      listIndex(entity, { name, fields: [name], unique: true, origin: `/fields/${name}/unique` }),
    ),
    ...computedIndexes(entity),
    ...searchIndexes(entity),
    {
      name: objectName(entity.name, 'deleted_at', 'idx'),
      unique: false,
      method: 'btree',
      keys: ['deleted_at', 'id'],
      where: 'deleted_at is not null',
      columns: ['deleted_at', 'id'],
      origin: '',
    },
  ];
}

/** created_by and updated_by are shown, hardly ever searched: their index would cost every write. */
function indexedLookup(field: CompiledField): boolean {
  return !field.system || field.name === 'owner' || field.name === 'team';
}

/**
 * Without the id behind its keys, although pages are sorted by it last: equal keys are then stored once, which made these
 * indexes a third of their size; the few equal rows of a page are sorted as they are read. Only a unique one leaves the
 * trash out: PostgreSQL does not combine two indexes that share a condition, and weighs it for every row written.
 */
function listIndex(
  entity: CompiledEntity,
  index: { name: string; fields: readonly string[]; unique: boolean; origin: string },
): TableIndex {
  return {
    name: objectName(entity.name, index.name, index.unique ? 'key' : 'idx'),
    unique: index.unique,
    method: 'btree',
    keys: index.fields.map((name) => keyOf(entity, name)),
    where: index.unique ? alive : null,
    columns: index.fields,
    origin: index.origin,
  };
}

function keyOf(entity: CompiledEntity, name: string): string {
  const field = entity.fields.get(name);
  const column = quoteIdentifier(name);
  const scalar = field?.type.scalar?.sql(column);
  return scalar ? `(${scalar})` : column;
}

function searchIndexes(entity: CompiledEntity): TableIndex[] {
  const { searched } = entity;
  if (!searched) return [];
  const text = searchText(searched, quoteIdentifier);
  const index = (suffix: string, key: string): TableIndex => ({
    name: objectName(entity.name, 'search', suffix),
    unique: false,
    method: 'gin',
    keys: [key],
    where: null,
    columns: [...searched.fields.map((field) => field.name), ...companionsOf(entity).map(({ column }) => column)],
    origin: '/search',
  });
  return [index('trgm', `${text} gin_trgm_ops`), index('bigrams', `trellis.bigrams(${text})`)];
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

/** A quoted name as text, for DDL. */
export function quoteIdentifier(name: string): string {
  return identifier(name).chunks.join('');
}

/** PostgreSQL cuts names at 63 bytes; a cut name keeps a digest of the whole, so that two never meet. */
export function objectName(table: string, part: string, suffix: string): string {
  const whole = `${table}_${part}_${suffix}`;
  if (whole.length <= 63) return whole;
  let hash = 5381;
  for (const character of whole) hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return `${whole.slice(0, 50)}_${hash.toString(36)}_${suffix}`.slice(0, 63);
}
