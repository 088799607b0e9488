// What people may change of themselves, whatever their roles say: their name, language and time zone. It goes the way of every
// write, so that history and outbox tell of it.
import { timeZoneNames } from '@trellis/metadata/time-zone';
import { accessOf, type Access } from '../model/access.ts';
import type { Model } from '../model/model.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { writeChildren } from '../records/children.ts';
import type { Store } from '../records/handle-request.ts';
import type { Values } from '../records/request.ts';
import { updateHeld, updateRecord } from '../records/update.ts';
import type { Identity } from './context.ts';

const settings = ['language', 'time_zone', 'name'] as const;

/** @throws malformed_request; what is absent stays as it is. */
export function readOwnSettings(body: unknown): Values {
  const given = closedObject(body, settings);
  const fail = (reason: string): never => {
    throw new Refusal('malformed_request', { reason });
  };
  const { language, time_zone: timeZone, name } = given;
  if (language !== undefined && language !== 'en' && language !== 'zh-CN') return fail('language: en | zh-CN');
  if (timeZone !== undefined && !isZone(timeZone)) return fail('time_zone');
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > 200)) return fail('name');
  return given;
}

export async function changeOwnSettings(
  model: Model,
  store: Store,
  { session, asker }: Identity,
  values: Values,
): Promise<void> {
  const judge = { model, asker, access: ownAccess(model) };
  const request = { action: 'update', entity: 'user', id: session.userId, values, version: null } as const;
  const written = await updateRecord(judge, store.connection, request, writeChildren);
  if (!written) await store.transaction((connection) => updateHeld(judge, connection, request, writeChildren));
}

const memo = new WeakMap<Model, Access>();

/** Whose record it is does not stand in it: it is for requests about the asker's own alone. Plans hang on it, so it is kept. */
function ownAccess(model: Model): Access {
  let access = memo.get(model);
  if (!access) {
    const everybodys = accessOf(model, []);
    const own = (name: string): boolean => settings.some((setting) => setting === name);
    access = {
      ...everybodys,
      row: (entity, action) =>
        entity === 'user' && action === 'update' ? { kind: 'all' } : everybodys.row(entity, action),
      field: (entity, field, action) => {
        if (entity !== 'user' || action !== 'update') return everybodys.field(entity, field, action);
        return own(field) ? 'always' : 'never';
      },
    };
    memo.set(model, access);
  }
  return access;
}

function isZone(value: unknown): boolean {
  return typeof value === 'string' && timeZoneNames().includes(value);
}
