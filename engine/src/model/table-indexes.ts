// The indexes a table has: for what lists are sorted and found by, for search, for the trash, and for roll-ups that are gathered
// from it.
import { isIndexable } from '@trellis/expressions/indexable';
import type { Sql } from '@trellis/expressions/sql';
import { ownValue, type KeptRollup } from './kept-rollups.ts';
import type { CompiledEntity, CompiledField, Computed } from './model.ts';
import { objectName, quoteIdentifier } from './object-names.ts';
import { companionsOf } from './search-companion.ts';
import { searchText } from './search-text.ts';
import { storedColumns, storedFields } from './stored-fields.ts';
import type { TableIndex } from './table.ts';

const alive = 'deleted_at is null';

export function indexesOf(entity: CompiledEntity): TableIndex[] {
  const stored = storedFields(entity).filter((field) => !field.computed);
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

/** Those of the fields by which, taken together, an index finds rows: it begins with them. */
export function indexedAmong(entity: CompiledEntity, fields: readonly CompiledField[]): ReadonlySet<string> {
  const wanted = new Set(fields.map(({ name }) => name));
  const begins = indexesOf(entity).flatMap(({ method, columns }) => {
    const end = columns.findIndex((column) => !wanted.has(column));
    return method === 'btree' ? columns.slice(0, end < 0 ? columns.length : end) : [];
  });
  return new Set(['id', ...begins]);
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

/** To find the extreme, the first or an equal one among millions of rows; without it where PostgreSQL takes no such key. */
export function rollupIndex({ owner, field, from, via, soughtBy }: KeptRollup): TableIndex[] {
  const sought = soughtBy === null ? undefined : from.fields.get(soughtBy);
  if (!sought || (sought.computed?.kind === 'expression' && !isKey(sought.computed))) return [];
  const key = ownValue(from, sought.name, row);
  return [
    {
      name: objectName(from.name, `${owner.name}_${field.name}`, 'kept'),
      unique: false,
      method: 'btree',
      keys: [quoteIdentifier(via), unqualified(key)],
      where: alive,
      columns: columnsIn(from, key, via),
      origin: '',
    },
  ];
}

function isKey({ expanded }: Extract<Computed, { kind: 'expression' }>): boolean {
  return expanded !== null && isIndexable(expanded.typed);
}
