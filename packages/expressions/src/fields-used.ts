// The fields that an expression reads, each path once: for dependencies, and for the question whether somebody may ask this at
// all. `$record.x` and `$old.x` are x; $user, $now and $today are no fields. What is asked of the rows of a child table goes by its
// path: `lines.amount`.
import type { Expression } from './ast.ts';
import { findOperator } from './operators/registry.ts';

type Path = readonly string[];

/** Whether a path leads to the rows of a child table. */
export type IsRows = (path: Path) => boolean;

/**
 * Without `isRows` the first operand of an operator that goes through something is taken to be rows; where that operator also takes
 * single values (`average`), it is not.
 */
export function fieldsUsed(expression: Expression, isRows?: IsRows): readonly Path[] {
  return [...collected(expression, isRows).fields.values()];
}

/** Those of the paths that lead to rows, or to a list, of which each is asked something. */
export function rowsUsed(expression: Expression, isRows?: IsRows): readonly Path[] {
  return [...collected(expression, isRows).rows.values()];
}

interface Found {
  readonly fields: Map<string, Path>;
  readonly rows: Map<string, Path>;
}

interface Place {
  /** What plain names begin with here; null beside a member of a list, where there are none. */
  readonly prefix: Path | null;
  /** What those after `$record` begin with. */
  readonly record: Path;
  readonly isRows: IsRows | undefined;
  readonly found: Found;
}

function collected(expression: Expression, isRows: IsRows | undefined): Found {
  const found: Found = { fields: new Map(), rows: new Map() };
  collect(expression, { prefix: [], record: [], isRows, found });
  return found;
}

function collect(expression: Expression, place: Place): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'list':
      for (const item of expression.items) collect(item, place);
      return;
    case 'call': {
      const within = placeWithin(expression, place);
      for (const [index, arg] of expression.args.entries()) collect(arg, within(index));
      return;
    }
    case 'var':
      note(place.found.fields, fieldAt(expression.path, place));
  }
}

/** Where the operand at an index stands. */
function placeWithin(
  { op, args: [first, ...asked] }: Extract<Expression, { kind: 'call' }>,
  place: Place,
): (index: number) => Place {
  const { each, signatures = [] } = findOperator(op) ?? {};
  if (each === undefined) return () => place;
  const isAlone = signatures.length === 0;
  const path = first?.kind === 'var' ? fieldAt(first.path, place) : null;
  const leadsToRows = each !== 'fold' && path !== null && (place.isRows?.(path) ?? isAlone);
  // Where an operator takes single values too, only its operands tell that they are asked of members.
  const goesThrough = leadsToRows || isAlone || asked.some(namesMember);
  if (!goesThrough) return () => place;
  if (path !== null) note(place.found.rows, path);
  const leadsOut = first?.kind === 'var' && first.path[0] === '$record';
  const record = leadsOut && leadsToRows ? place.record : (place.prefix ?? place.record);
  const inside: Place = { ...place, prefix: leadsToRows ? path : null, record };
  return (index) => (index === 0 || (each === 'fold' && index === 2) ? place : inside);
}

function namesMember(expression: Expression): boolean {
  if (expression.kind === 'var') return expression.path.length === 0;
  if (expression.kind === 'list') return expression.items.some(namesMember);
  return expression.kind === 'call' && expression.args.some(namesMember);
}

function fieldAt(path: Path, { prefix, record }: Place): Path | null {
  const [first = '', ...rest] = path;
  if (first === '$record') return [...record, ...rest];
  if (first === '$old') return rest;
  if (first.startsWith('$') || prefix === null || path.length === 0) return null;
  return [...prefix, ...path];
}

function note(paths: Map<string, Path>, path: Path | null): void {
  if (path !== null && path.length > 0) paths.set(path.join('.'), path);
}
