// Replaces the names of formulas and looked-up fields by what they stand for, so that both interpreters, permissions and
// dependencies see nothing but stored fields, look-ups and roll-ups. Circles were refused when the metadata was validated.
import type { Expression } from '@trellis/expressions/ast';
import { rewriteNames, type NamePlace } from './rewrite-names.ts';

export interface ExpandableField {
  readonly relation: { readonly kind: string; readonly entity?: string } | null;
  readonly computed: { readonly kind: 'expression'; readonly written: Expression } | { readonly kind: 'rollup' } | null;
}

/** What expansion needs to know of the entities: those of metadata, of a model, or of one that is being compiled. */
export interface Expandable {
  get(name: string): { readonly fields: { get(name: string): ExpandableField | undefined } } | undefined;
}

type Path = readonly string[];

/** Of all that names are replaced by, in each level of them: two names of fields that name two fields each are soon a million. */
const mostParts = 20_000;
/** Of computed fields that name computed fields. */
const mostLevels = 30;

/** How much more may be put in the place of names; nothing is below zero. */
interface Room {
  parts: number;
  levels: number;
}

/** The expression over a record of `entity`; the very same where it names nothing computed; null where it would be too long. */
export function expand(entities: Expandable, entity: string, expression: Expression): Expression | null {
  const room = { parts: mostParts, levels: mostLevels };
  const meant = expandWithin(room, entities, entity, expression);
  return room.parts < 0 ? null : meant;
}

function expandWithin(room: Room, entities: Expandable, entity: string, expression: Expression): Expression {
  return rewriteNames(expression, {
    entity,
    rowsAt: (from, path) => rowsAt(entities, from, path),
    name: (path, place) => {
      const { head, names, subject } = partsOf(path, place, entity);
      return subject === null || room.parts < 0 ? undefined : expandPath(room, entities, { head, names, subject });
    },
  });
}

/** What a computed field stands for; undefined where there is no room for it. */
function meaningOf(room: Room, entities: Expandable, entity: string, written: Expression): Expression | undefined {
  room.levels--;
  const own = room.levels < 0 ? null : expandWithin(room, entities, entity, written);
  room.levels++;
  room.parts = own === null ? -1 : room.parts - sizeOf(own);
  return own === null || room.parts < 0 ? undefined : own;
}

function sizeOf(expression: Expression): number {
  const parts = expression.kind === 'list' ? expression.items : expression.kind === 'call' ? expression.args : [];
  return parts.reduce((size, part) => size + sizeOf(part), 1);
}

interface Parts {
  /** What the name begins with before its fields. */
  readonly head: Path;
  readonly names: Path;
  /** The entity that they begin at; null beside a member of a list, which has none. */
  readonly subject: string | null;
}

/** Undefined where there is nothing to replace. */
function expandPath(
  room: Room,
  entities: Expandable,
  { head, names, subject }: Parts & { readonly subject: string },
): Expression | undefined {
  let at: string | undefined = subject;
  for (const [index, name] of names.entries()) {
    const field: ExpandableField | undefined = at === undefined ? undefined : entities.get(at)?.fields.get(name);
    if (!field || at === undefined) return undefined;
    if (field.computed?.kind === 'expression') {
      const own = meaningOf(room, entities, at, field.computed.written);
      if (own === undefined) return undefined;
      const meant = prefixed(entities, at, own, [...head, ...names.slice(0, index)]);
      const rest = names.slice(index + 1);
      if (rest.length === 0 || meant.kind !== 'var') return meant;
      // A looked-up look-up leads on.
      const further: Path = [...meant.path, ...rest];
      const parts = { head, names: further.slice(head.length), subject };
      return expandPath(room, entities, parts) ?? { kind: 'var', path: further };
    }
    at = field.relation?.kind === 'one' ? field.relation.entity : undefined;
  }
  return undefined;
}

/** An expression about a record of `entity`, asked of the one that the path `prefix` leads to; it may stand within rows. */
function prefixed(entities: Expandable, entity: string, expression: Expression, prefix: Path): Expression {
  // From within its own rows: what the clock, `$old` and `$user` begin is the same everywhere.
  const away = prefix[0]?.startsWith('$') ? prefix : ['$record', ...prefix];
  return rewriteNames(expression, {
    entity,
    rowsAt: (from, path) => rowsAt(entities, from, path),
    name: (path, { plain, plainIsTop, recordIsTop, isTop }) => {
      const [first, ...rest] = path;
      if (first === '$record') {
        if (!recordIsTop) return undefined;
        // Beside a member `$record` is the row that the list is of: nothing leads further out from there, and this means nothing.
        const isOut = prefix[0] === '$record' && plain === null;
        return { kind: 'var', path: [...(isTop ? prefix : isOut ? ['$record', ...away] : away), ...rest] };
      }
      return plainIsTop && !first?.startsWith('$') ? { kind: 'var', path: [...prefix, ...path] } : undefined;
    },
  });
}

/** Where a name begins: at the record at hand, the one that `$record` leads to, the record as it was, or who asks. */
function partsOf(path: Path, { plain, record }: NamePlace, entity: string): Parts {
  const [first = '', ...rest] = path;
  if (first === '$user') return { head: ['$user'], names: rest, subject: 'user' };
  if (first === '$record') return { head: ['$record'], names: rest, subject: record };
  if (first === '$old') return { head: ['$old'], names: rest, subject: entity };
  return { head: [], names: path, subject: plain };
}

/** The entity of the rows that a path of fields leads to; null where it leads to none. */
function rowsAt(entities: Expandable, entity: string, path: Path): string | null {
  let at: string | undefined = entity;
  for (const [index, name] of path.entries()) {
    const relation: ExpandableField['relation'] | undefined =
      at === undefined ? undefined : entities.get(at)?.fields.get(name)?.relation;
    if (relation?.kind === 'children') return index === path.length - 1 ? (relation.entity ?? null) : null;
    at = relation?.kind === 'one' ? relation.entity : undefined;
  }
  return null;
}
