// A model in a few lines, for tests: `smallModel({ entities: { book: { fields: { name: { type: 'text' } } } } })`.
import type { Metadata, PublishedEntity } from '@trellis/client/metadata';
import type { Me } from '@trellis/client/wire';
import { createModel, type Model } from './model.ts';

interface Parts extends Partial<Omit<Metadata, 'entities'>> {
  /** Each is called by its key, and its records by their `name` where nothing else is said. */
  readonly entities: { readonly [name: string]: Omit<PublishedEntity, 'name' | 'title'> & { readonly title?: string } };
}

export function smallModel({ entities, ...parts }: Parts, asker: Me = askerWith({})): Model {
  const named = Object.entries(entities).map(([name, entity]) => [name, { name, title: 'name', ...entity }]);
  const nothing = { option_sets: {}, calendars: {}, exchange_rates: {}, forms: {}, views: {}, pages: {}, apps: {} };
  const place = { version: 1, currency: 'EUR', country: 'DE', languages: ['en', 'zh-CN'] };
  return createModel({ ...place, ...nothing, ...parts, entities: Object.fromEntries(named) }, asker);
}

/** Somebody who speaks English and lives in UTC, but for what is said. */
export function askerWith({ user, ...more }: Partial<Omit<Me, 'user'>> & { readonly user?: Partial<Me['user']> }): Me {
  return {
    workspace: 'main',
    roles: [],
    rights: [],
    language: 'en',
    currency: 'EUR',
    country: 'DE',
    csrf_token: '',
    metadata_version: 1,
    permissions: [],
    ...more,
    user: { id: 'u1', name: 'Ada', email: 'ada@example.com', language: null, time_zone: 'UTC', ...user },
  };
}
