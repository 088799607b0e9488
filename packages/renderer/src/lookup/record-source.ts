// Records as pickers ask for them: the recent ones first, then what the server finds.
import type { Client } from '@trellis/client/client';
import type { RecordRow } from '@trellis/client/wire';
import type { FoundRecord, RecordSource, Reference } from '@trellis/field-types/ui/screen';
import type { Model } from '../model.ts';
import { boundFilter } from './bound-filter.ts';
import { recentRecords, rememberRecord } from './recent.ts';

const shown = 20;

export interface RecordSourceOptions {
  readonly model: Model;
  readonly client: Client;
  create(entity: string, title: string): Promise<Reference | null>;
}

export function recordSourceOf({ model, client, create }: RecordSourceOptions): RecordSource {
  const user = model.me.user.id;
  return {
    async find({ entity, text, filter: given, record = {} }, signal) {
      const { title = 'id', subtitle } = model.entity(entity) ?? {};
      const select = ['id', title, ...(subtitle && model.field(entity, subtitle) ? [subtitle] : [])];
      const search = text.trim();
      const filter = given === undefined ? undefined : boundFilter(given, record);
      const request = { select, limit: shown, ...(search && { search }), ...(filter !== undefined && { filter }) };
      const { data } = await client.records(entity).query(request, signal);
      const found = data.map((row) => foundRecord(model, entity, row));
      if (search) return found;
      // Of the recent ones only those that the filter lets through, which only the server knows.
      const recent = recentRecords(user, entity).filter(
        ({ id }) => filter === undefined || found.some((record) => record.id === id),
      );
      return [...recent, ...found.filter((record) => !recent.some((known) => known.id === record.id))].slice(0, shown);
    },
    create,
    canCreate: (entity) => model.can('create', entity),
    remember: (entity, record) => rememberRecord(user, entity, record),
  };
}

function foundRecord(model: Model, entity: string, record: RecordRow): FoundRecord {
  const found = { id: record.id, title: model.title(entity, record) || model.one(entity) };
  const path = model.entity(entity)?.subtitle;
  const subtitle = path === undefined ? '' : subtitleText(valueAt(record, path), model, entity, path);
  return subtitle ? { ...found, subtitle } : found;
}

/** The value at the end of a path through look-ups, as `select` answered it. */
export function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), record);
}

function subtitleText(value: unknown, model: Model, entity: string, path: string): string {
  if (isObject(value)) return String(value['title'] ?? value['full'] ?? '');
  if (value === null || value === undefined) return '';
  const at = model.field(entity, path);
  const option = at && model.options(at.field).find((known) => known.value === value);
  return option ? model.label(option.label) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
