// An index in words of SQL, and its mark: a digest of what was asked for, kept in the index's comment. PostgreSQL's own words for a
// definition differ from ours; by the mark a changed definition is told, and what the engine has made from what others have.
import { createHash } from 'node:crypto';
import { objectName, quoteIdentifier } from '../model/object-names.ts';
import type { TableIndex } from '../model/table.ts';

const markPrefix = 'trellis ';

export function markOf(index: TableIndex): string {
  const definition = [index.unique, index.method, index.keys, index.where];
  return markPrefix + createHash('sha256').update(JSON.stringify(definition)).digest('base64url').slice(0, 22);
}

/** Null for the comments of others. */
export function markIn(comment: unknown): string | null {
  return typeof comment === 'string' && comment.startsWith(markPrefix) ? comment : null;
}

export function markIndex(schema: string, index: TableIndex): string {
  return `comment on index ${indexAt(schema, index.name)} is '${markOf(index)}'`;
}

/** On a table that nobody uses yet. */
export function createIndex(schema: string, table: string, index: TableIndex): string {
  return `create ${kindOf(index)} ${quoteIdentifier(index.name)} ${onTable(tableAt(schema, table), index)};\n${markIndex(schema, index)}`;
}

/** Of an index while it is built; no entity's name begins so. */
export const buildingPrefix = '_building_';

/** Beside the running system, under a name of its own: only a whole index bears the name that is asked for. */
export function buildIndex(schema: string, table: string, index: TableIndex): string {
  return `create ${kindOf(index)} concurrently ${quoteIdentifier(buildingName(index))} ${onTable(tableAt(schema, table), index)}`;
}

/** What was built gets the name that is asked for. Locks the index alone, and for a moment. */
export function settleIndex(schema: string, index: TableIndex): string {
  const building = indexAt(schema, buildingName(index));
  return `alter index ${building} rename to ${quoteIdentifier(index.name)};\n${markIndex(schema, index)}`;
}

export function dropIndex(schema: string, name: string): string {
  return `drop index concurrently if exists ${indexAt(schema, name)}`;
}

export function kindOf(index: TableIndex): string {
  return index.unique ? 'unique index' : 'index';
}

/** @param table quoted. */
export function onTable(table: string, index: TableIndex): string {
  const where = index.where ? ` where ${index.where}` : '';
  return `on ${table} using ${index.method} (${index.keys.join(', ')})${where}`;
}

function buildingName(index: TableIndex): string {
  return objectName(buildingPrefix.slice(0, -1), index.name, 'idx');
}

function tableAt(schema: string, table: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}

function indexAt(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
