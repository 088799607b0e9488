// Replaces the names of formulas and looked-up fields by what they stand for, so that both interpreters, permissions and
// dependencies see nothing but stored fields, look-ups and roll-ups. Circles were refused when the metadata was validated.
import type { Expression } from '@trellis/expressions/ast';

export interface ExpandableField {
  readonly relation: { readonly kind: string; readonly entity?: string } | null;
  readonly computed: { readonly kind: 'expression'; readonly written: Expression } | { readonly kind: 'rollup' } | null;
}

/** What expansion needs to know of the entities: those of metadata, of a model, or of one that is being compiled. */
export interface Expandable {
  get(name: string): { readonly fields: { get(name: string): ExpandableField | undefined } } | undefined;
}

type Path = readonly string[];

/** The expression over a record of `entity`; the very same where it names nothing computed. */
export function expand(entities: Expandable, entity: string, expression: Expression): Expression {
  return rewrite(expression, {
    name: (path) => expandPath(entities, entity, path),
    rowsAt: (path) => rowsAt(entities, entity, path),
    inRows: (rows, inner) => expand(entities, rows, inner),
  });
}

/** Undefined where there is nothing to replace. */
function expandPath(entities: Expandable, entity: string, path: Path): Expression | undefined {
  const { head, names, subject } = partsOf(path, entity);
  let at: string | undefined = subject;
  for (const [index, name] of names.entries()) {
    const field: ExpandableField | undefined = at === undefined ? undefined : entities.get(at)?.fields.get(name);
    if (!field || at === undefined) return undefined;
    if (field.computed?.kind === 'expression') {
      const own = expand(entities, at, field.computed.written);
      const meant = prefixed(entities, at, own, [...head, ...names.slice(0, index)]);
      const rest = names.slice(index + 1);
      if (rest.length === 0 || meant.kind !== 'var') return meant;
      // A looked-up look-up leads on.
      const further: Path = [...meant.path, ...rest];
      return expandPath(entities, entity, further) ?? { kind: 'var', path: further };
    }
    at = field.relation?.kind === 'one' ? field.relation.entity : undefined;
  }
  return undefined;
}

/** An expression about a record of `entity`, asked of the one that the path `prefix` leads to. */
function prefixed(entities: Expandable, entity: string, expression: Expression, prefix: Path): Expression {
  if (prefix.length === 0) return expression;
  const named = (path: Path): Expression | undefined => {
    if (path[0] === '$record') return { kind: 'var', path: [...prefix, ...path.slice(1)] };
    return path[0]?.startsWith('$') ? undefined : { kind: 'var', path: [...prefix, ...path] };
  };
  return rewrite(expression, {
    name: named,
    rowsAt: (path) => rowsAt(entities, entity, path),
    // Within rows plain names are the row's; `$record` leads out to the record.
    inRows: (_, inner) => outwards(inner, prefix),
  });
}

function outwards(expression: Expression, prefix: Path): Expression {
  const away = prefix[0] === '$record' ? prefix : ['$record', ...prefix];
  return rewrite(expression, {
    name: (path) => (path[0] === '$record' ? { kind: 'var', path: [...away, ...path.slice(1)] } : undefined),
    rowsAt: () => null,
    inRows: (_, inner) => inner,
  });
}

interface Rewriting {
  /** What stands in the place of a name; undefined: the name stays. */
  name(path: Path): Expression | undefined;
  /** The entity of the rows that a path leads to; null where it leads to none. */
  rowsAt(path: Path): string | null;
  /** What is asked of each row. */
  inRows(entity: string, inner: Expression): Expression;
}

function rewrite(expression: Expression, to: Rewriting): Expression {
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'var':
      return to.name(expression.path) ?? expression;
    case 'list': {
      const items = expression.items.map((item) => rewrite(item, to));
      return isSame(items, expression.items) ? expression : { ...expression, items };
    }
    case 'call': {
      const [first] = expression.args;
      const rows = first?.kind === 'var' ? to.rowsAt(first.path) : null;
      const args = expression.args.map((arg, index) =>
        rows === null || index === 0 ? rewrite(arg, to) : to.inRows(rows, arg),
      );
      return isSame(args, expression.args) ? expression : { ...expression, args };
    }
  }
}

function isSame(left: readonly Expression[], right: readonly Expression[]): boolean {
  return left.every((each, index) => each === right[index]);
}

/** Where a name begins: at the record as it is or was, or at who asks. */
function partsOf(path: Path, entity: string): { readonly head: Path; readonly names: Path; readonly subject: string } {
  const [first = '', ...rest] = path;
  if (first === '$user') return { head: ['$user'], names: rest, subject: 'user' };
  if (first === '$record') return { head: [], names: rest, subject: entity };
  if (first === '$old') return { head: ['$old'], names: rest, subject: entity };
  return { head: [], names: path, subject: entity };
}

function rowsAt(entities: Expandable, entity: string, path: Path): string | null {
  const { names, subject } = partsOf(path, entity);
  let at: string | undefined = subject;
  for (const [index, name] of names.entries()) {
    const relation: ExpandableField['relation'] | undefined =
      at === undefined ? undefined : entities.get(at)?.fields.get(name)?.relation;
    if (relation?.kind === 'children') return index === names.length - 1 ? (relation.entity ?? null) : null;
    at = relation?.kind === 'one' ? relation.entity : undefined;
  }
  return null;
}
