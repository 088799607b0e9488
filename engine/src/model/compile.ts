// Table of contents of the compiled model: validated metadata in, the frozen model out. Pure; the database is not asked.
import { identifier } from '@trellis/expressions/sql';
import type { Entity } from '@trellis/metadata/kinds';
import type { Metadata } from '@trellis/metadata/metadata';
import { ratesOf } from '@trellis/metadata/rates';
import type { Steps } from '@trellis/metadata/steps';
import { workingDaysOf } from '@trellis/metadata/working-days';
import { compileRule } from './expression.ts';
import { completeField, declareFields } from './fields.ts';
import type { CompiledEntity, CompiledField, Model, Ownership, SearchTarget, Settings } from './model.ts';
import { scopeOf, type Nameable } from './scope.ts';
import { settling } from './settling.ts';

export interface CompileInput {
  readonly workspace: string;
  readonly version: number;
  readonly settings: Settings;
  readonly metadata: Metadata;
  readonly filled?: ReadonlySet<string>;
}

const nothingFilled: ReadonlySet<string> = new Set();

/** Piece by piece: a big model must not hold up the requests that are served meanwhile. */
export function* compile(input: CompileInput): Steps<Model> {
  const declared = new Map<string, { fields: Map<string, CompiledField> }>();
  for (const [name, entity] of input.metadata.entities) {
    declared.set(name, { fields: fieldsOf(input, entity) });
    yield;
  }
  const names: Nameable = { entities: declared, ...reckoningOf(input) };
  for (const { fields } of declared.values()) {
    for (const [name, field] of fields) fields.set(name, Object.freeze(completeField(field, names)));
    yield;
  }

  const links = linksBetween(declared);
  const entities = new Map<string, CompiledEntity>();
  for (const [name, entity] of input.metadata.entities) {
    entities.set(name, Object.freeze(entityOf(input, entity, { declared, names, links })));
    yield;
  }
  return Object.freeze({ filled: nothingFilled, ...input, ...names, entities });
}

/** What dates and amounts are reckoned with. */
function reckoningOf({ metadata, settings }: CompileInput): Pick<Model, 'calendars' | 'rates'> {
  return {
    calendars: new Map([...metadata.calendars].map(([name, calendar]) => [name, workingDaysOf(calendar)])),
    rates: ratesOf(metadata.exchange_rates.values(), settings.currency),
  };
}

/** Who owns records: absent means a user. */
export function ownershipOf(entity: Entity): Ownership {
  const says = entity.ownership ?? 'user';
  return { user: says === 'user' || says === 'user_and_team', team: says === 'team' || says === 'user_and_team' };
}

type Declared = ReadonlyMap<string, { readonly fields: ReadonlyMap<string, CompiledField> }>;

interface Links {
  readonly parents: ReadonlyMap<string, { readonly field: string; readonly entity: string }>;
  readonly referrers: ReadonlyMap<string, { readonly entity: string; readonly field: string }[]>;
}

function fieldsOf(input: CompileInput, entity: Entity): Map<string, CompiledField> {
  return declareFields({
    entity,
    metadata: input.metadata,
    settings: input.settings,
    schema: input.workspace,
  });
}

/** One walk over all relations: which entity is whose child table, and who refers to whom. */
function linksBetween(declared: Declared): Links {
  const parents = new Map<string, { field: string; entity: string }>();
  const referrers = new Map<string, { entity: string; field: string }[]>();
  for (const [entity, { fields }] of declared)
    for (const field of fields.values()) {
      if (field.relation?.kind === 'children')
        parents.set(field.relation.entity, { field: field.relation.parentField, entity });
      if (field.relation?.kind === 'one' && !field.system && !field.computed) {
        const list = referrers.get(field.relation.entity) ?? [];
        list.push({ entity, field: field.name });
        referrers.set(field.relation.entity, list);
      }
    }
  return { parents, referrers };
}

interface Surroundings {
  readonly declared: Declared;
  readonly names: Nameable;
  readonly links: Links;
}

function entityOf(input: CompileInput, entity: Entity, { declared, names, links }: Surroundings): CompiledEntity {
  const fields = declared.get(entity.name)?.fields ?? new Map<string, CompiledField>();
  const title = fields.get(entity.title ?? firstTextField(fields));
  const id = fields.get('id');
  if (!id) throw new Error(`entity ${entity.name} was not declared`);
  const scope = scopeOf(names, entity.name);
  return {
    name: entity.name,
    definition: entity,
    label: entity.label ?? entity.name,
    table: identifier(input.workspace, entity.name),
    fields,
    title: title ?? id,
    ownership: ownershipOf(entity),
    searched: searchTarget(entity, fields, title),
    ...settling(entity, fields, names),
    rules: Object.entries(entity.rules ?? {}).map(([name, rule]) => ({
      name,
      when: compileRule(rule.when, true, scope),
      check: compileRule(rule.check, true, scope),
      message: rule.message,
      at: rule.at ?? null,
    })),
    autoNumbers: [...fields.values()].filter((field) => field.definition.type === 'auto_number'),
    history: entity.history ?? true,
    parent: links.parents.get(entity.name) ?? null,
    referrers: links.referrers.get(entity.name) ?? [],
  };
}

function firstTextField(fields: ReadonlyMap<string, CompiledField>): string {
  for (const field of fields.values()) if (!field.system && field.type.searchable) return field.name;
  return 'id';
}

/** The title, where the entity does not say what else. */
function searchTarget(
  entity: Entity,
  fields: ReadonlyMap<string, CompiledField>,
  title: CompiledField | undefined,
): SearchTarget | null {
  const names = entity.search ?? (title && title.type.searchable ? [title.name] : []);
  const searched = names.flatMap((name) => fields.get(name) ?? []).filter((field) => field.column !== null);
  return searched.length ? { fields: searched } : null;
}
