// Which field a column is probably meant for, by its header alone: names and labels in every language, without case, blanks
// and underscores; `publisher_id` and `Publisher name` for a look-up `publisher`; `City` for a part of an address.
import type { Label } from '@trellis/field-types/contract';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from '../records/judgement.ts';
import { membersOf, takesText } from './columns.ts';
import { folded } from './headers.ts';

export type Mapping = Readonly<Record<string, string | null>>;

/** Every header, with the field or `field.member` proposed for it; each field is proposed once. */
export function proposeMapping(judge: Judgement, entity: CompiledEntity, headers: readonly string[]): Mapping {
  const proposals = new Map<string, string>();
  const taken = new Set<string>();
  for (const names of namings(judge, entity))
    for (const header of headers) {
      const target = names.get(folded(header));
      if (!target || proposals.has(header) || taken.has(target) || taken.has(wholeOf(target))) continue;
      proposals.set(header, target);
      taken.add(target);
    }
  return Object.fromEntries(headers.map((header) => [header, proposals.get(header) ?? null]));
}

/** Every name by which a field of the entity may be called, for telling headers from data. */
export function knownNames(judge: Judgement, entity: CompiledEntity): ReadonlySet<string> {
  return new Set(namings(judge, entity).flatMap((names) => [...names.keys()]));
}

/** From the surest way of naming to the loosest. */
function namings(judge: Judgement, entity: CompiledEntity): ReadonlyMap<string, string>[] {
  const fields = [...entity.fields.values()].filter((field) => takesText(field) && mayBeSet(judge, field));
  const own = [entity.name, ...textsOf(entity.label)].map(folded);
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  const members = new Map<string, string>();
  const add = (names: Map<string, string>, name: string, target: string): void => {
    if (name !== '' && !names.has(name)) names.set(name, target);
  };
  // A column called like the entity holds what its records are called.
  if (fields.includes(entity.title)) for (const name of own) add(loose, name, entity.title.name);
  for (const field of fields) {
    const names = [field.name, ...textsOf(field.label)].map(folded);
    for (const name of names) {
      add(exact, name, field.name);
      for (const prefix of own) add(loose, prefix + name, field.name);
      if (field.relation)
        for (const suffix of ['id', 'name', 'code', 'no', '名称', '编号']) add(loose, name + suffix, field.name);
    }
    for (const member of membersOf(field))
      for (const prefix of ['', ...names]) add(members, prefix + folded(member), `${field.name}.${member}`);
  }
  return [exact, loose, members];
}

function mayBeSet(judge: Judgement, { entity, name }: CompiledField): boolean {
  const { access } = judge;
  return (
    access.field(entity, name, 'read') !== 'never' &&
    (['create', 'update'] as const).some((action) => access.field(entity, name, action) !== 'never')
  );
}

/** `address` for `address.city`: a field is filled as a whole or in parts. */
function wholeOf(target: string): string {
  return target.split('.')[0] ?? target;
}

function textsOf(label: Label): readonly string[] {
  return typeof label === 'string' ? [label] : Object.values(label);
}
