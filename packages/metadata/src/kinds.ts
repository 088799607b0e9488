// The registry of kinds: one line each. Everything that works on any kind (validation, references, diff, published schemas,
// folders of templates) starts from here, and a side that a kind lacks does not compile.
import type { Static, TSchema } from '@sinclair/typebox';
import { App } from './kinds/app.ts';
import { Calendar } from './kinds/calendar.ts';
import { Entity } from './kinds/entity.ts';
import { ExchangeRate } from './kinds/exchange-rate.ts';
import { Form } from './kinds/form.ts';
import { OptionSet } from './kinds/option-set.ts';
import { Page } from './kinds/page.ts';
import { Role } from './kinds/role.ts';
import { SampleData } from './kinds/sample-data.ts';
import { Template } from './kinds/template.ts';
import { View } from './kinds/view.ts';

/** In the order in which people read a template: what it is, what there is, how it looks, who may do what, examples. */
export const kinds = {
  template: kind('template', 'templates', Template),
  option_set: kind('option_set', 'option_sets', OptionSet),
  calendar: kind('calendar', 'calendars', Calendar),
  exchange_rate: kind('exchange_rate', 'exchange_rates', ExchangeRate),
  entity: kind('entity', 'entities', Entity),
  form: kind('form', 'forms', Form),
  view: kind('view', 'views', View),
  page: kind('page', 'pages', Page),
  app: kind('app', 'apps', App),
  role: kind('role', 'roles', Role),
  sample_data: kind('sample_data', 'sample_data', SampleData),
} as const;

export type Kind = keyof typeof kinds;
export type Folder = (typeof kinds)[Kind]['folder'];

/** The JSON of an item of kind `K`. */
export type Body<K extends Kind> = Static<(typeof kinds)[K]['schema']>;

/** An item that went through `validate`. */
export type Item = { [K in Kind]: { readonly kind: K; readonly name: string; readonly body: Body<K> } }[Kind];

/** An item as a folder, a draft or a request brings it: nothing is known of it yet. */
export interface RawItem {
  readonly kind: string;
  readonly name: string;
  readonly body: unknown;
}

export const kindNames = Object.keys(kinds).filter(isKind);

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text);
}

/** Where an item stands in a template's folder: `entities/book.json`; the template itself is `template.json`. */
export function fileOf(kind: string, name: string): string {
  if (kind === 'template') return 'template.json';
  return `${isKind(kind) ? kinds[kind].folder : kind}/${name}.json`;
}

function kind<K extends string, F extends string, S extends TSchema>(name: K, folder: F, schema: S) {
  return { kind: name, folder, schema } as const;
}

export type { App, NavigationItem } from './kinds/app.ts';
export type { Calendar } from './kinds/calendar.ts';
export type { Condition, Label } from './kinds/common.ts';
export type { Entity, Field, Fill, Overwrite, Rule } from './kinds/entity.ts';
export type { ExchangeRate } from './kinds/exchange-rate.ts';
export type { Form, FormField, Section } from './kinds/form.ts';
export type { OptionSet, OptionValue } from './kinds/option-set.ts';
export type { Block, Page } from './kinds/page.ts';
export type { EntityRight, FieldRight, RecordRight, Role, Scope } from './kinds/role.ts';
export type { SampleData } from './kinds/sample-data.ts';
export type { Template } from './kinds/template.ts';
export type { View, ViewColumn } from './kinds/view.ts';
