// Other expressions in the place of names, with what a name means where it stands: plain names are those of the record, of a row
// where rows are gone through, and of nothing beside the members of a list.
import type { Expression } from '@trellis/expressions/ast';
import { findOperator } from '@trellis/expressions/operators';

type Path = readonly string[];

export interface NamePlace {
  /** The entity of plain names; null beside a member of a list. */
  readonly plain: string | null;
  /** The entity of what `$record` leads to. */
  readonly record: string;
  /** The names are those of the record that the whole expression is about: outside of rows and lists, plain ones, those after `$record`. */
  readonly isTop: boolean;
  readonly plainIsTop: boolean;
  readonly recordIsTop: boolean;
}

export interface Rewriting {
  readonly entity: string;
  /** The entity of the rows that fields from one entity on lead to; null where they lead to none. */
  rowsAt(from: string, path: Path): string | null;
  /** What stands in the place of a name; undefined: the name stays. */
  name(path: Path, place: NamePlace): Expression | undefined;
}

/** The very same where nothing is replaced. */
export function rewriteNames(expression: Expression, to: Rewriting): Expression {
  const top = { plain: to.entity, record: to.entity, isTop: true, plainIsTop: true, recordIsTop: true };
  return rewrite(expression, top, to);
}

function rewrite(expression: Expression, place: NamePlace, to: Rewriting): Expression {
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'var':
      return to.name(expression.path, place) ?? expression;
    case 'list': {
      const items = expression.items.map((item) => rewrite(item, place, to));
      return isSame(items, expression.items) ? expression : { ...expression, items };
    }
    case 'call': {
      const within = placeWithin(expression, place, to);
      const args = expression.args.map((arg, index) => rewrite(arg, within(index), to));
      return isSame(args, expression.args) ? expression : { ...expression, args };
    }
  }
}

/** Where the operand at an index stands. */
function placeWithin(
  { op, args }: Extract<Expression, { kind: 'call' }>,
  place: NamePlace,
  to: Rewriting,
): (index: number) => NamePlace {
  const { each, signatures = [] } = findOperator(op) ?? {};
  if (each === undefined) return () => place;
  const [first, ...asked] = args;
  const rows = first?.kind === 'var' ? rowsOf(first.path, place, to) : null;
  // Where an operator takes single values too, only its operands tell that they are asked of members.
  const isOfMembers = signatures.length === 0 || asked.some(namesMember);
  if (rows === null && !isOfMembers) return () => place;
  const inside = rows ?? besideMember(place);
  return (index) => (index === 0 || (each === 'fold' && index === 2) ? place : inside);
}

function rowsOf(path: Path, place: NamePlace, to: Rewriting): NamePlace | null {
  const leadsOut = path[0] === '$record';
  const from = leadsOut ? place.record : path[0] === '$old' ? to.entity : place.plain;
  const fields = path[0]?.startsWith('$') ? path.slice(1) : path;
  const rows = from === null ? null : to.rowsAt(from, fields);
  if (rows === null) return null;
  const { record, recordIsTop } = leadsOut ? place : besideMember(place);
  return { plain: rows, record, isTop: false, plainIsTop: false, recordIsTop };
}

function besideMember({ plain, record, plainIsTop, recordIsTop }: NamePlace): NamePlace {
  return plain === null
    ? { plain, record, isTop: false, plainIsTop: false, recordIsTop }
    : { plain: null, record: plain, isTop: false, plainIsTop: false, recordIsTop: plainIsTop };
}

function namesMember(expression: Expression): boolean {
  if (expression.kind === 'var') return expression.path.length === 0;
  if (expression.kind === 'list') return expression.items.some(namesMember);
  return expression.kind === 'call' && expression.args.some(namesMember);
}

function isSame(left: readonly Expression[], right: readonly Expression[]): boolean {
  return left.every((each, index) => each === right[index]);
}
