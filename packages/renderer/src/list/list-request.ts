// What a list asks the server for: view and state together.
import type { View } from '@trellis/metadata/kinds';
import type { ListRequest } from '@trellis/client/wire';
import { allOf } from '../filter/to-logic.ts';
import { relatedEntity, type Model, type RecordData } from '../model.ts';
import { fieldsOfDue } from '../overdue/due-while.ts';
import type { ListState } from './list-state.ts';

export type ListQuery = Pick<ListRequest, 'select' | 'filter' | 'sort' | 'search'>;

export function listQuery(model: Model, view: View, state: ListState, paths: readonly string[]): ListQuery {
  const filter = allOf(view.filter, state.filter);
  return {
    select: selectOf(model, view.entity, paths),
    sort: state.sort ?? view.sort ?? [],
    ...(filter !== undefined && { filter }),
    ...(state.search !== '' && { search: state.search }),
  };
}

/** The paths, what it takes to name and to change a record, the currencies beside amounts, and what tells whether a moment is due. */
export function selectOf(model: Model, entity: string, paths: readonly string[]): readonly string[] {
  const title = model.entity(entity)?.title;
  const companions = paths
    .flatMap((path) => companionsOf(model, entity, path))
    .filter((path) => model.field(entity, path));
  return [...new Set(['id', 'version', ...(title === undefined ? [] : [title]), ...paths, ...companions])];
}

function companionsOf(model: Model, entity: string, path: string): readonly string[] {
  const holder = path.slice(0, path.lastIndexOf('.') + 1);
  return [`${path}_currency`, ...fieldsOfDue(model.field(entity, path)?.field).map((name) => `${holder}${name}`)];
}

/** The value that a path leads to: `author.country` reads `record.author.country`. */
export function valueAt(record: RecordData, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as { readonly [name: string]: unknown })[name];
  }, record);
}

/** The record that holds the last step of a path, for companions of its value. */
export function holderOf(record: RecordData, path: string): { readonly [name: string]: unknown } {
  const holder = path.includes('.') ? valueAt(record, path.slice(0, path.lastIndexOf('.'))) : record;
  return typeof holder === 'object' && holder !== null ? (holder as { readonly [name: string]: unknown }) : {};
}

/** Whether a path may be followed further: a look-up of one record. */
export function leadsOn(model: Model, entity: string, path: string): string | undefined {
  const at = model.field(entity, path);
  return at && at.field.type !== 'multi_lookup' && at.field.type !== 'child_table'
    ? relatedEntity(at.field)
    : undefined;
}
