// An entity: its fields, what its records are called and found by, its rules and indexes.
import { pointer } from '../json.ts';
import type { Entity } from '../kinds.ts';
import { fitsTitle, membersOf } from '../members.ts';
import { inspectComputed } from './computed.ts';
import { inspectCondition } from './condition.ts';
import { inspectField } from './field.ts';
import { inspectFills } from './fills.ts';
import { report, type Inspection } from './inspection.ts';
import { named } from './named.ts';
import { inspectFieldName } from './names.ts';
import { referToMember, referToMembers, referToPath } from './refer.ts';

/** PostgreSQL has 1,600 columns to a table, counts those that were taken away for ever, and fits a row into 8 kB. */
const mostFields = 800;

export function inspectEntity(inspection: Inspection, entity: Entity): void {
  const count = membersOf(entity).size;
  if (count > mostFields) report(inspection, '/fields', 'too_many_fields', { count, max: mostFields });
  for (const name of Object.keys(entity.fields)) {
    inspectFieldName(inspection, pointer('/fields', name), name);
    const member = membersOf(entity).get(name);
    if (member?.computed) inspectComputed(inspection, entity, name, member.computed);
    else if (member?.origin === 'declared') inspectField(inspection, entity, member);
  }
  inspectCompanions(inspection, entity);
  inspectTitle(inspection, entity);
  inspectFills(inspection, entity);
  inspectRules(inspection, entity);
  inspectIndexes(inspection, entity);
}

/** A companion's column may not be one that the entity declares or the system brings. */
function inspectCompanions(inspection: Inspection, entity: Entity): void {
  for (const { name, field, type } of membersOf(entity).values()) {
    for (const column of Object.keys(type.companions?.(name, field) ?? {})) {
      const taken = Object.hasOwn(entity.fields, column) || membersOf(entity).get(column)?.origin === 'system';
      if (taken) report(inspection, pointer('/fields', name), 'duplicate_column', { field: name, column });
    }
  }
}

function inspectTitle(inspection: Inspection, entity: Entity): void {
  if (entity.title !== undefined) {
    const title = referToMember(inspection, '/title', entity.name, entity.title);
    if (title && !fitsTitle(title)) report(inspection, '/title', 'unfit_title', named(title));
  }
  if (entity.subtitle !== undefined) referToPath(inspection, '/subtitle', entity.name, entity.subtitle.split('.'));
  const searched = referToMembers(inspection, '/search', entity.name, entity.search);
  for (const [index, member] of searched.entries()) {
    if (member && (member.computed || !member.type.searchable)) {
      report(inspection, pointer('/search', index), 'not_searchable', named(member));
    }
  }
}

function inspectRules(inspection: Inspection, entity: Entity): void {
  for (const [name, rule] of Object.entries(entity.rules ?? {})) {
    const path = pointer('/rules', name);
    inspectCondition(inspection, `${path}/when`, rule.when, entity.name);
    inspectCondition(inspection, `${path}/check`, rule.check, entity.name);
    if (rule.at !== undefined) referToMember(inspection, `${path}/at`, entity.name, rule.at);
  }
}

function inspectIndexes(inspection: Inspection, entity: Entity): void {
  for (const [name, index] of Object.entries(entity.indexes ?? {})) {
    const path = pointer('/indexes', name, 'fields');
    for (const [place, member] of referToMembers(inspection, path, entity.name, index.fields).entries()) {
      const stored = !member || (!member.computed && member.type.column(member.field) !== null);
      if (!stored) report(inspection, pointer(path, place), 'not_stored', named(member));
    }
  }
}
