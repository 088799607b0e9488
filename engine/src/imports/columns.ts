// Which column of a file goes into which field: the mapping, judged once by the asker's rights before any row is read.
import type { JsonSchema, TextContext } from '@trellis/field-types/contract';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { authoriseWrite } from '../records/authorise.ts';
import { comparableField, type Judgement } from '../records/judgement.ts';
import type { ImportOptions } from './options.ts';

export interface ImportPlan {
  readonly judge: Judgement;
  readonly entity: CompiledEntity;
  readonly options: ImportOptions;
  readonly headers: readonly string[];
  readonly columns: readonly ImportColumn[];
  readonly key: readonly CompiledField[];
}

export interface ImportColumn {
  /** Its place in the row. */
  readonly index: number;
  readonly header: string;
  readonly field: CompiledField;
  /** The part of a structured value that the cells hold, such as the city of an address. */
  readonly member: string | null;
  readonly lookup: LookupColumn | null;
  /** Cell → what to read instead. */
  readonly values: ReadonlyMap<string, string>;
  readonly context: TextContext;
  /** Finds the record, but is not written: its field is the engine's own. */
  readonly keyOnly: boolean;
}

export interface LookupColumn {
  readonly target: CompiledEntity;
  /** The field of the target that the cells name. */
  readonly match: CompiledField;
  /** Into the entity that is being imported: its record may stand further down in the file. */
  readonly self: boolean;
}

/** What the rows of one file have in common. */
export interface ImportShape {
  readonly entity: string;
  readonly options: ImportOptions;
  readonly headers: readonly string[];
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly dateOrders: Readonly<Record<string, 'dmy' | 'mdy'>>;
}

/** @throws forbidden, unknown_field, unknown_header or malformed_request: what is wrong with the mapping as a whole. */
export function planImport(judge: Judgement, shape: ImportShape): ImportPlan {
  const { options, headers, mapping } = shape;
  const entity = importedEntity(judge, shape.entity, options);
  for (const header of [...Object.keys(mapping), ...Object.keys(options.match), ...Object.keys(options.values)])
    if (!headers.includes(header)) throw new Refusal('unknown_header', { name: header });
  const columns = headers.flatMap((header, index) => {
    const target = Object.hasOwn(mapping, header) ? mapping[header] : null;
    return target ? [columnOf(judge, entity, shape, { header, index, target })] : [];
  });
  if (columns.length === 0) throw malformed('mapping: no column goes into a field');
  refuseTwice(columns);
  authoriseFields(judge, entity, options, columns);
  return { judge, entity, options, headers, columns, key: keyFields(entity, options, columns) };
}

/** @throws unknown_entity or forbidden. */
export function importedEntity(judge: Judgement, name: string, { mode }: Pick<ImportOptions, 'mode'>): CompiledEntity {
  const actions =
    mode === 'create'
      ? (['create'] as const)
      : mode === 'update'
        ? (['update'] as const)
        : (['create', 'update'] as const);
  const entities = actions.map((action) => authoriseWrite(judge, requestOf(action, name, {})).entity);
  if (!judge.access.may(name, 'import')) throw new Refusal('forbidden');
  const [entity] = entities;
  if (!entity) throw new Refusal('unknown_entity', { name });
  return entity;
}

/** A field that cells of text can be read into. */
export function takesText(field: CompiledField): boolean {
  return field.writable && field.column !== null && field.relation?.kind !== 'any' && field.type.group !== 'file';
}

/** The members of a structured type, as its schema names them. */
export function membersOf(field: CompiledField): readonly string[] {
  const { properties } = field.type.schema(field.definition, field.context) as {
    properties?: Readonly<Record<string, JsonSchema>>;
  };
  return field.relation || !properties ? [] : Object.keys(properties);
}

function columnOf(
  judge: Judgement,
  entity: CompiledEntity,
  { options, dateOrders }: ImportShape,
  { header, index, target }: { header: string; index: number; target: string },
): ImportColumn {
  const [name = '', member = null, ...rest] = target.split('.');
  const field = entity.fields.get(name);
  if (!field || rest.length || judge.access.field(entity.name, name, 'read') === 'never')
    throw new Refusal('unknown_field', { name: target });
  if (member !== null && !membersOf(field).includes(member)) throw new Refusal('unknown_field', { name: target });
  const isKey = options.key.includes(name);
  if (!takesText(field) && !(isKey && field.column !== null))
    throw malformed(`mapping: ${target} cannot be imported from a column`);
  const dateOrder = options.date_order ?? (Object.hasOwn(dateOrders, header) ? dateOrders[header] : undefined);
  const values = Object.hasOwn(options.values, header) ? options.values[header] : {};
  return {
    index,
    header,
    field,
    member,
    lookup: lookupOf(
      judge,
      entity,
      field,
      Object.hasOwn(options.match, header) ? (options.match[header] ?? null) : null,
    ),
    values: new Map(Object.entries(values ?? {}).map(([cell, instead]) => [cell.trim(), instead])),
    context: {
      ...field.context,
      language: judge.asker.language,
      timeZone: judge.asker.actor.timeZone,
      ...(dateOrder ? { dateOrder } : {}),
    },
    keyOnly: isKey && !field.writable,
  };
}

function lookupOf(
  judge: Judgement,
  entity: CompiledEntity,
  field: CompiledField,
  match: string | null,
): LookupColumn | null {
  if (field.relation?.kind !== 'one') {
    if (match !== null) throw malformed(`match: ${field.name} is no look-up`);
    return null;
  }
  const target = judge.model.entities.get(field.relation.entity);
  if (!target) throw new Refusal('unknown_entity', { name: field.relation.entity });
  return { target, match: matchField(judge, target, match), self: target === entity };
}

/** `name` and `title` mean the title, unless the target has a field of that name. */
export function matchField(judge: Judgement, target: CompiledEntity, match: string | null): CompiledField {
  const alias = match === null || ((match === 'name' || match === 'title') && !target.fields.has(match));
  const field = comparableField(judge, target, [alias ? target.title.name : match]);
  if (!field.column || field.relation) throw malformed(`match: ${target.name} cannot be found by ${field.name}`);
  return field;
}

/** A field is filled as a whole by one column, or member by member by several. */
function refuseTwice(columns: readonly ImportColumn[]): void {
  const filled = new Map<string, (string | null)[]>();
  for (const { field, member } of columns) {
    const others = filled.get(field.name) ?? [];
    if (others.includes(member) || others.includes(null) || (member === null && others.length > 0))
      throw malformed(`mapping: two columns go into ${field.name}`);
    filled.set(field.name, [...others, member]);
  }
}

/** As if one record with all these fields were written: the same names are refused, for the same reasons. */
function authoriseFields(
  judge: Judgement,
  entity: CompiledEntity,
  { mode }: ImportOptions,
  columns: readonly ImportColumn[],
): void {
  const values = Object.fromEntries(columns.filter((column) => !column.keyOnly).map(({ field }) => [field.name, null]));
  if (mode !== 'update') authoriseWrite(judge, requestOf('create', entity.name, values));
  if (mode !== 'create') authoriseWrite(judge, requestOf('update', entity.name, values));
}

function requestOf(action: 'create' | 'update', entity: string, values: Readonly<Record<string, null>>) {
  return action === 'create' ? { action, entity, values } : { action, entity, values, id: '', version: null };
}

function keyFields(entity: CompiledEntity, options: ImportOptions, columns: readonly ImportColumn[]): CompiledField[] {
  return options.key.map((name) => {
    const column = columns.find(({ field, member }) => field.name === name && member === null);
    if (!column) throw malformed(`key: no column goes into ${name} of ${entity.name}`);
    return column.field;
  });
}

function malformed(reason: string): Refusal {
  return new Refusal('malformed_request', { reason });
}
