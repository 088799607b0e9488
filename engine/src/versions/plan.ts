// From the tables of one model to those of the next: ordered steps, pure. What would take stored data away is named, not done.
import { quoteIdentifier } from '../model/object-names.ts';
import type { ForeignKey, Table, TableColumn } from '../model/table.ts';
import { createIndex } from './index-sql.ts';
import { rollupSteps } from './rollup-steps.ts';
import type { Step, StepKind } from './step.ts';

type Tables = ReadonlyMap<string, Table>;

/** Without the indexes of tables that are there already: those are held against the database, by `indexChanges`. */
export function planSteps(schema: string, before: Tables, after: Tables): Step[] {
  const created = [...after.values()].filter((table) => !before.has(table.name));
  const kept = [...after.values()].flatMap((table) => {
    const old = before.get(table.name);
    return old ? [{ old, table }] : [];
  });
  const gone = [...before.values()].filter((table) => !after.has(table.name));
  const references = kept.flatMap(({ old, table }) => referenceSteps(schema, old, table));
  return [
    ...created.map((table) => createTable(schema, table)),
    ...kept.flatMap(({ old, table }) => [...columnSteps(schema, old, table), ...derivedSteps(schema, old, table)]),
    // References last: the tables they lead to may be new as well.
    ...created.flatMap((table) => table.foreignKeys.map((key) => addReference(schema, table, key))),
    ...references.filter((step) => step.when === 'with'),
    ...rollupSteps(schema, before, after),
    ...created.flatMap((table) => table.indexes.map((index) => addIndex(schema, table, index))),
    ...references.filter((step) => step.when === 'after'),
    ...gone.map((table) => taken(table.name, '', 'drop_table')),
  ];
}

function createTable(schema: string, table: Table): Step {
  const columns = [...table.columns, ...table.derived].map((column) => `  ${columnSql(column)}`);
  const key = `  primary key (${table.primaryKey.map(quoteIdentifier).join(', ')})`;
  const sql = `create table ${nameOf(schema, table.name)} (\n${[...columns, key].join(',\n')}\n)`;
  return { class: 'safe', does: 'create_table', table: table.name, object: table.name, sql, when: 'with' };
}

function columnSteps(schema: string, old: Table, table: Table): Step[] {
  const known = new Map(old.columns.map((column) => [column.name, column]));
  const added = table.columns.flatMap((column): Step[] => {
    const before = known.get(column.name);
    if (!before) return [addColumn(schema, table, column)];
    if (before.type === column.type && before.clause === column.clause) return [];
    // What a roll-up holds is made anew.
    if (before.kept && column.kept) return [dropColumn(schema, table, column), addColumn(schema, table, column)];
    return [taken(table.name, column.name, 'change_type')];
  });
  const names = new Set(table.columns.map((column) => column.name));
  const gone = old.columns.filter((column) => !names.has(column.name));
  const drop = (column: TableColumn): Step =>
    column.kept ? dropColumn(schema, table, column) : taken(table.name, column.name, 'drop_column');
  return [...added, ...gone.map(drop)];
}

/** What they hold can be made anew: they go once no model writes them any more. */
function derivedSteps(schema: string, old: Table, table: Table): Step[] {
  const added = table.derived.filter(({ name }) => !old.derived.some((column) => column.name === name));
  const gone = old.derived.filter(({ name }) => !table.derived.some((column) => column.name === name));
  return [
    ...added.map((column) => addColumn(schema, table, column)),
    ...gone.map(({ name }): Step => {
      const sql = `alter table ${nameOf(schema, table.name)} drop column if exists ${quoteIdentifier(name)}`;
      return { class: 'safe', does: 'drop_column', table: table.name, object: name, sql, when: 'after' };
    }),
  ];
}

function dropColumn(schema: string, table: Table, { name }: TableColumn): Step {
  const sql = `alter table ${nameOf(schema, table.name)} drop column if exists ${quoteIdentifier(name)}`;
  return { class: 'safe', does: 'drop_column', table: table.name, object: name, sql, when: 'with' };
}

function addColumn(schema: string, table: Table, column: TableColumn): Step {
  const sql = `alter table ${nameOf(schema, table.name)} add column if not exists ${columnSql(column)}`;
  return { class: 'safe', does: 'add_column', table: table.name, object: column.name, sql, when: 'with' };
}

/** Of a table that is there already. A key that goes with its column needs no step of its own. */
function referenceSteps(schema: string, old: Table, table: Table): Step[] {
  const known = new Map(old.foreignKeys.map((key) => [key.name, key]));
  return table.foreignKeys.flatMap((key): Step[] => {
    const before = known.get(key.name);
    if (!before) return [addReference(schema, table, key, 'add_reference'), checkReference(schema, table, key)];
    // What is stored leads to records of the other entity.
    if (before.references !== key.references) return [taken(table.name, key.column, 'change_type')];
    if (before.onDelete === key.onDelete) return [];
    return [addReference(schema, table, key, 'change_reference'), checkReference(schema, table, key)];
  });
}

/**
 * On a table that has rows already the reference holds for new ones at once; the stored ones are read afterwards, or every
 * writer of both tables would wait for it.
 */
function addReference(
  schema: string,
  table: Table,
  key: ForeignKey,
  does?: 'add_reference' | 'change_reference',
): Step {
  const name = quoteIdentifier(key.name);
  const drop = does === 'change_reference' ? `drop constraint ${name}, ` : '';
  const unread = does ? ' not valid' : '';
  const sql = `alter table ${nameOf(schema, table.name)} ${drop}add constraint ${name} foreign key (${quoteIdentifier(key.column)}) references ${nameOf(schema, key.references)} on delete ${key.onDelete}${unread}`;
  const step = { class: 'safe', table: table.name, object: key.column, sql, when: 'with' } as const;
  return { ...step, does: does ?? 'add_reference' };
}

function checkReference(schema: string, table: Table, key: ForeignKey): Step {
  const sql = `alter table ${nameOf(schema, table.name)} validate constraint ${quoteIdentifier(key.name)}`;
  return { class: 'safe', does: 'check_reference', table: table.name, object: key.column, sql, when: 'after' };
}

function addIndex(schema: string, table: Table, index: Table['indexes'][number]): Step {
  const sql = createIndex(schema, table.name, index);
  return { class: 'safe', does: 'add_index', table: table.name, object: index.name, sql, when: 'with' };
}

function taken(table: string, object: string, does: StepKind): Step {
  return { class: 'destructive', does, table, object: object || table, sql: '', when: 'with' };
}

function columnSql(column: TableColumn): string {
  return `${quoteIdentifier(column.name)} ${column.type}${column.clause ? ` ${column.clause}` : ''}`;
}

function nameOf(schema: string, table: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}
