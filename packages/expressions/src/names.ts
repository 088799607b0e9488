// What the names at a place in an expression mean: of the record; within rows of the row; beside a member of a list it alone.
// `$record` leads from rows to the record that they were named from, and from a list to the record at hand.
import type { MemberName } from './each.ts';
import { mostRowLevels } from './limits.ts';
import type { Option, Scope } from './scope.ts';
import { suggest } from './suggest.ts';
import type { TypedExpression } from './typed.ts';
import type { ValueType } from './types.ts';

export interface Names {
  /** Of the record that the whole expression is about; who asks and the clock are the same everywhere. */
  readonly scope: Scope;
  /** What `$record` leads to. */
  readonly record: Scope;
  /** Those that are written plainly; null beside a member. */
  readonly plain: Scope | null;
  readonly members?: Members;
  /** Those of the field whose members are gone through. */
  readonly memberOptions?: readonly Option[];
  /** How many rows there are around. */
  readonly level: number;
}

type Members = { readonly [name in MemberName]?: ValueType };

export function namesOf(scope: Scope): Names {
  return { scope, record: scope, plain: scope, level: 0 };
}

/** Undefined where the name means nothing. */
export function typeVar(path: readonly string[], names: Names): TypedExpression | undefined {
  const { scope, record, plain, members = {} } = names;
  const [first, second] = path;
  const clock = second === undefined && first !== undefined ? contextTypes.get(first) : undefined;
  if (clock !== undefined) return { kind: 'var', path, type: clock };
  if (first === '$record') {
    const rest = path.slice(1);
    return isOutermost(names) ? typeVar(rest, names) : briefly(variable(path, record.typeOf(rest)), names);
  }
  if (first?.startsWith('$')) return briefly(variable(path, scope.typeOf(path)), names);
  if (plain === null) return member(path, members);
  return first === undefined ? undefined : variable(path, plain.typeOf(path));
}

/** The values that what a path leads to may have; undefined where any may be. */
export function optionsAt(path: readonly string[], names: Names): readonly Option[] | undefined {
  const { scope, record, plain, memberOptions } = names;
  const [first] = path;
  if (first === '$record') {
    const rest = path.slice(1);
    return isOutermost(names) ? optionsAt(rest, names) : record.optionsOf?.(rest);
  }
  if (first === undefined) return memberOptions;
  return (first.startsWith('$') ? scope : plain)?.optionsOf?.(path);
}

export interface Rows {
  /** As it is looked up where the rows are named. */
  readonly path: readonly string[];
  readonly names: Names;
}

/** The rows that a path leads to; `too_deep` where there are none because of where it stands. */
export function rowsAt(path: readonly string[], names: Names): Rows | 'too_deep' | undefined {
  const { scope, record, plain, level } = names;
  const leadsOut = path[0] === '$record';
  if (leadsOut && isOutermost(names)) return rowsAt(path.slice(1), names);
  const from = leadsOut ? record : path[0]?.startsWith('$') ? scope : plain;
  const row = from?.rowsOf?.(leadsOut ? path.slice(1) : path);
  if (row === undefined) return undefined;
  if (level === mostRowLevels) return 'too_deep';
  return { path, names: { scope, record: leadsOut ? record : atHand(names), plain: row, level: level + 1 } };
}

export function besideMember(members: Members, names: Names): Names {
  return { scope: names.scope, record: atHand(names), plain: null, members, level: names.level };
}

export function isBesideMember({ plain }: Names): boolean {
  return plain === null;
}

/** What was meant by a name that means nothing here: it leads to something by `$record`, or another one is spelt much the same. */
export function meantName(path: readonly string[], names: Names): string | undefined {
  const isPlain = path.length > 0 && !path[0]?.startsWith('$');
  const isField = isPlain && !isOutermost(names) && names.record.typeOf(path) !== undefined;
  return isField ? ['$record', ...path].join('.') : nearName(path, names);
}

function nearName(path: readonly string[], { plain }: Names): string | undefined {
  const at = path.findIndex((_, index) => plain?.typeOf(path.slice(0, index + 1)) === undefined);
  const [before, misspelt] = [path.slice(0, Math.max(at, 0)), path[at]];
  if (misspelt === undefined || misspelt.startsWith('$')) return undefined;
  const near = suggest(misspelt.slice(0, 60), plain?.namesBehind?.(before) ?? []);
  const meant = near === undefined ? [] : [...before, near, ...path.slice(at + 1)];
  return plain?.typeOf(meant) === undefined ? undefined : meant.join('.');
}

const contextTypes: ReadonlyMap<string, ValueType> = new Map([
  ['$now', 'datetime'],
  ['$today', 'date'],
]);

function isOutermost({ scope, plain }: Names): boolean {
  return plain === scope;
}

function atHand({ plain, record }: Names): Scope {
  return plain ?? record;
}

/** Beside the members of a list nothing else may be long. */
function briefly(variable: TypedExpression | undefined, names: Names): TypedExpression | undefined {
  const mayBeLong = variable?.type === 'text' || variable?.type.endsWith('[]') === true;
  return mayBeLong && variable?.kind === 'var' && isBesideMember(names) ? { ...variable, brief: true } : variable;
}

function variable(path: readonly string[], type: ValueType | undefined): TypedExpression | undefined {
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
