// From the tables of one model to those of the next: ordered steps, pure. What would take stored data away is named, not done.
import { quoteIdentifier, type ForeignKey, type Table, type TableColumn, type TableIndex } from '../model/tables.ts';

export interface Step {
  readonly class: 'safe' | 'destructive';
  /** What it does, for people: a code with names; the texts are made where they are shown. */
  readonly does: StepKind;
  readonly table: string;
  readonly object: string;
  readonly sql: string;
  /** Runs after the transaction, without holding up writers. */
  readonly afterwards: boolean;
}

export type StepKind =
  'create_table' | 'add_column' | 'add_index' | 'add_reference' | 'drop_table' | 'drop_column' | 'change_type';

type Tables = ReadonlyMap<string, Table>;

export function planSteps(schema: string, before: Tables, after: Tables): Step[] {
  const created = [...after.values()].filter((table) => !before.has(table.name));
  const kept = [...after.values()].flatMap((table) => {
    const old = before.get(table.name);
    return old ? [{ old, table }] : [];
  });
  return [
    ...created.map((table) => createTable(schema, table)),
    ...kept.flatMap(({ old, table }) => columnSteps(schema, old, table)),
    // References last: the tables they lead to may be new as well.
    ...created.flatMap((table) => table.foreignKeys.map((key) => addReference(schema, table, key))),
    ...kept.flatMap(({ old, table }) =>
      table.foreignKeys
        .filter((key) => !old.foreignKeys.some(({ name }) => name === key.name))
        .map((key) => addReference(schema, table, key)),
    ),
    ...created.flatMap((table) => table.indexes.map((index) => addIndex(schema, table, index, false))),
    ...kept.flatMap(({ old, table }) =>
      table.indexes
        .filter((index) => !old.indexes.some(({ name }) => name === index.name))
        .map((index) => addIndex(schema, table, index, true)),
    ),
    ...[...before.values()]
      .filter((table) => !after.has(table.name))
      .map((table) => taken(table.name, '', 'drop_table')),
  ];
}

function createTable(schema: string, table: Table): Step {
  const columns = table.columns.map((column) => `  ${columnSql(column)}`);
  const key = `  primary key (${table.primaryKey.map(quoteIdentifier).join(', ')})`;
  const sql = `create table ${nameOf(schema, table.name)} (\n${[...columns, key].join(',\n')}\n)`;
  return { class: 'safe', does: 'create_table', table: table.name, object: table.name, sql, afterwards: false };
}

function columnSteps(schema: string, old: Table, table: Table): Step[] {
  const known = new Map(old.columns.map((column) => [column.name, column]));
  const added = table.columns.flatMap((column): Step[] => {
    const before = known.get(column.name);
    if (!before) return [addColumn(schema, table, column)];
    if (before.type === column.type && before.clause === column.clause) return [];
    // The search column holds nothing of its own: it is made anew.
    if (column.name === '_search') return [remakeColumn(schema, table, column)];
    return [taken(table.name, column.name, 'change_type')];
  });
  const names = new Set(table.columns.map((column) => column.name));
  const gone = old.columns.filter((column) => !names.has(column.name) && column.name !== '_search');
  return [...added, ...gone.map((column) => taken(table.name, column.name, 'drop_column'))];
}

function addColumn(schema: string, table: Table, column: TableColumn): Step {
  const sql = `alter table ${nameOf(schema, table.name)} add column if not exists ${columnSql(column)}`;
  return { class: 'safe', does: 'add_column', table: table.name, object: column.name, sql, afterwards: false };
}

function remakeColumn(schema: string, table: Table, column: TableColumn): Step {
  const name = quoteIdentifier(column.name);
  const sql = `alter table ${nameOf(schema, table.name)} drop column if exists ${name}, add column ${columnSql(column)}`;
  return { class: 'safe', does: 'add_column', table: table.name, object: column.name, sql, afterwards: false };
}

function addReference(schema: string, table: Table, key: ForeignKey): Step {
  const sql = `alter table ${nameOf(schema, table.name)} add constraint ${quoteIdentifier(key.name)} foreign key (${quoteIdentifier(key.column)}) references ${nameOf(schema, key.references)} on delete ${key.onDelete}`;
  return { class: 'safe', does: 'add_reference', table: table.name, object: key.column, sql, afterwards: false };
}

/** On a table that has rows already it is built beside the running system. */
function addIndex(schema: string, table: Table, index: TableIndex, afterwards: boolean): Step {
  const how = `${index.unique ? 'unique ' : ''}index ${afterwards ? 'concurrently if not exists ' : ''}${quoteIdentifier(index.name)}`;
  const sql = `create ${how} on ${nameOf(schema, table.name)} using ${index.using}${index.where ? ` where ${index.where}` : ''}`;
  return { class: 'safe', does: 'add_index', table: table.name, object: index.name, sql, afterwards };
}

function taken(table: string, object: string, does: StepKind): Step {
  return { class: 'destructive', does, table, object: object || table, sql: '', afterwards: false };
}

function columnSql(column: TableColumn): string {
  return `${quoteIdentifier(column.name)} ${column.type}${column.clause ? ` ${column.clause}` : ''}`;
}

function nameOf(schema: string, table: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}
