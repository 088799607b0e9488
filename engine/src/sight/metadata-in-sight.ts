// The metadata as far as its reader may know of it: every item in sight.
import type { App, Calendar, Entity, ExchangeRate, Form, OptionSet, Page, View } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import { optionsMember } from '@trellis/metadata/option-values';
import type { Steps } from '@trellis/metadata/steps';
import { valueField } from '@trellis/metadata/value-field';
import type { Access } from '../model/access.ts';
import { inSlices } from '../in-slices.ts';
import type { Judgement } from '../records/judgement.ts';
import { entityInSight, isFor, itemInSight, type Parts } from './item-in-sight.ts';

export interface MetadataInSight {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly option_sets: ReadonlyMap<string, OptionSet>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly exchange_rates: ReadonlyMap<string, ExchangeRate>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly views: ReadonlyMap<string, View>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly apps: ReadonlyMap<string, App>;
}

/** An access belongs to one model and one set of roles. */
const memo = new WeakMap<Access, Promise<MetadataInSight>>();

/** A long look the first time: other requests are let through. */
export function metadataInSight(judge: Judgement): Promise<MetadataInSight> {
  let known = memo.get(judge.access);
  if (!known) memo.set(judge.access, (known = inSlices(lookAt(judge))));
  return known;
}

function* lookAt(judge: Judgement): Steps<MetadataInSight> {
  const { metadata } = judge.model;
  const mine = (item: { readonly roles?: readonly string[] }): boolean => isFor(judge, item);
  const entities = yield* inSight(metadata.entities, ({ name }) => entityInSight(judge, name));
  const forms = yield* inSight(filtered(metadata.forms, mine), (form) => itemInSight(judge, 'form', form));
  const views = yield* inSight(filtered(metadata.views, mine), (view) => itemInSight(judge, 'view', view));
  const parts: Parts = { form: forms, view: views };
  return {
    entities,
    option_sets: optionSets(judge, metadata, entities),
    // Nobody's secret, and forms reckon with them.
    calendars: metadata.calendars,
    exchange_rates: metadata.exchange_rates,
    forms,
    views,
    pages: yield* inSight(metadata.pages, (page) => itemInSight(judge, 'page', page, parts)),
    apps: yield* inSight(filtered(metadata.apps, mine), (app) => itemInSight(judge, 'app', app, parts)),
  };
}

function* inSight<Item>(
  items: ReadonlyMap<string, Item>,
  look: (item: Item) => Item | undefined,
): Steps<ReadonlyMap<string, Item>> {
  const seen = new Map<string, Item>();
  for (const [name, item] of items) {
    const rest = look(item);
    if (rest !== undefined) seen.set(name, rest);
    yield;
  }
  return seen;
}

/** Those that fields in sight offer, and the sets that these depend on; whoever designs chooses from all of them. */
function optionSets(
  judge: Judgement,
  metadata: Metadata,
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, OptionSet> {
  if (judge.access.rights.has('designer')) return metadata.option_sets;
  const offered = new Set<string>();
  const offer = (name: unknown): void => {
    if (typeof name !== 'string' || offered.has(name)) return;
    offered.add(name);
    offer(metadata.option_sets.get(name)?.parent);
  };
  for (const entity of entities.values())
    for (const field of Object.values(entity.fields)) offer(optionsMember(valueField(field)));
  return filtered(metadata.option_sets, ({ name }) => offered.has(name));
}

function filtered<Item>(items: ReadonlyMap<string, Item>, fits: (item: Item) => boolean): ReadonlyMap<string, Item> {
  return new Map([...items].filter(([, item]) => fits(item)));
}
