// The published model as its reader may see it: every kind's items by name, defaults applied, system fields among the fields.
import type {
  App,
  Calendar,
  Entity,
  ExchangeRate,
  Field,
  Form,
  OptionSet,
  Page,
  Role,
  View,
} from '@trellis/metadata/kinds';

/**
 * `system`: the engine's own field; `read_only: true` where no client writes it; `computed`: how its value is worked out, which is of
 * the type that the field itself bears; `settled_unseen`: the server may fill it in or clear it by what the reader does not see.
 */
export type PublishedField = Field & {
  readonly system?: boolean;
  readonly computed?: Field;
  readonly settled_unseen?: boolean;
};

export type PublishedEntity = Omit<Entity, 'fields'> & {
  readonly fields: { readonly [name: string]: PublishedField };
  readonly title: string;
};

export interface Metadata {
  readonly version: number;
  readonly currency: string;
  readonly country: string;
  readonly languages: readonly string[];
  readonly entities: { readonly [name: string]: PublishedEntity };
  readonly option_sets: { readonly [name: string]: OptionSet };
  readonly calendars: { readonly [name: string]: Calendar };
  readonly exchange_rates: { readonly [name: string]: ExchangeRate };
  readonly forms: { readonly [name: string]: Form };
  readonly views: { readonly [name: string]: View };
  readonly pages: { readonly [name: string]: Page };
  readonly apps: { readonly [name: string]: App };
  readonly roles?: { readonly [name: string]: Role };
}
