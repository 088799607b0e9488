// What the names at a place in an expression mean: of the record; within rows of the row; beside a member of a list it alone.
// `$record`, `$user` and the clock are the same everywhere.
import type { MemberName } from './each.ts';
import { mostRowLevels } from './limits.ts';
import type { Scope } from './scope.ts';
import type { TypedExpression } from './typed.ts';
import type { ValueType } from './types.ts';

export interface Names {
  /** Of the record that the whole expression is about. */
  readonly scope: Scope;
  readonly inside: null | { readonly row: Scope; readonly level: number } | { readonly members: Members };
}

type Members = { readonly [name in MemberName]?: ValueType };

/** Undefined where the name means nothing. */
export function typeVar(path: readonly string[], names: Names): TypedExpression | undefined {
  const { scope, inside } = names;
  const [first, second] = path;
  const clock = second === undefined && first !== undefined ? contextTypes.get(first) : undefined;
  if (clock !== undefined) return { kind: 'var', path, type: clock };
  if (first === '$record') return briefly(ofRecord(path, names), names);
  if (first?.startsWith('$')) return briefly(variable(path, scope), names);
  if (inside === null) return first === undefined ? undefined : variable(path, scope);
  return 'row' in inside ? variable(path, inside.row) : member(path, inside.members);
}

export interface Rows {
  /** Plain, from the record or the row at hand. */
  readonly path: readonly string[];
  readonly names: Names;
}

/** The rows that a path leads to; `too_deep` where there are none because of where it stands. */
export function rowsAt(path: readonly string[], { scope, inside }: Names): Rows | 'too_deep' | undefined {
  if (inside === null) {
    const plain = path[0] === '$record' ? path.slice(1) : path;
    return rowsOf(scope.rowsOf?.(plain), { path: plain, scope, level: 1 });
  }
  if (!('row' in inside) || path[0]?.startsWith('$')) return undefined;
  const level = inside.level + 1;
  const rows = rowsOf(inside.row.rowsOf?.(path), { path, scope, level });
  return rows !== undefined && level > mostRowLevels ? 'too_deep' : rows;
}

export function besideMember(members: Members, { scope }: Names): Names {
  return { scope, inside: { members } };
}

export function isBesideMember({ inside }: Names): boolean {
  return inside !== null && 'members' in inside;
}

/** A name of the record under which a name that means nothing here is found from here; undefined where there is none. */
export function meantName(path: readonly string[], { scope, inside }: Names): string | undefined {
  const isField = inside !== null && !path[0]?.startsWith('$') && scope.typeOf(path) !== undefined;
  return isField ? ['$record', ...path].join('.') : undefined;
}

const contextTypes: ReadonlyMap<string, ValueType> = new Map([
  ['$now', 'datetime'],
  ['$today', 'date'],
]);

function ofRecord(path: readonly string[], { scope, inside }: Names): TypedExpression | undefined {
  const plain = path.slice(1);
  if (inside === null) return plain.length === 0 ? undefined : typeVar(plain, { scope, inside });
  const type = plain.length === 0 ? undefined : scope.typeOf(plain);
  return type === undefined ? undefined : { kind: 'var', path, type };
}

/** Beside the members of a list nothing else may be long. */
function briefly(variable: TypedExpression | undefined, names: Names): TypedExpression | undefined {
  const mayBeLong = variable?.type === 'text' || variable?.type.endsWith('[]') === true;
  return mayBeLong && variable?.kind === 'var' && isBesideMember(names) ? { ...variable, brief: true } : variable;
}

function variable(path: readonly string[], scope: Scope): TypedExpression | undefined {
  const type = scope.typeOf(path);
  return type === undefined ? undefined : { kind: 'var', path, type };
}

/** The member itself is what the empty name means. */
function member(path: readonly string[], members: Members): TypedExpression | undefined {
  const [first, second] = path;
  const name = first === undefined ? 'member' : foldNames.find((known) => known === first && second === undefined);
  const type = name === undefined ? undefined : members[name];
  return name === undefined || type === undefined ? undefined : { kind: 'member', name, type };
}

const foldNames: readonly MemberName[] = ['current', 'accumulator'];

function rowsOf(
  row: Scope | undefined,
  { path, scope, level }: { readonly path: readonly string[]; readonly scope: Scope; readonly level: number },
): Rows | undefined {
  return row === undefined ? undefined : { path, names: { scope, inside: { row, level } } };
}
