// Untyped JSONLogic → the strict language, where the types of the data are known: it can then be kept as metadata and run in SQL. What
// comes out gives the same value for every record for which the untyped rule gives one; where that cannot be had, nothing comes out.
import { check } from '../../check.ts';
import { parseExpression } from '../../parse.ts';
import type { Scope } from '../../scope.ts';
import type { TypedExpression } from '../../typed.ts';
import type { Value, ValueType } from '../../types.ts';
import { depthLimit, sizeLimit } from '../read-rule.ts';
import { arithmetic } from './arithmetic.ts';
import { comparison } from './comparison.ts';
import { conditions, control } from './control.ts';
import { lists } from './lists.ts';
import { lookups } from './lookups.ts';
import { certain, commonType, nothing, type Names, type Node } from './node.ts';
import { text } from './text.ts';

export interface UntypedScope extends Scope {
  /** Whether a field is never null; absent: each may be. */
  isNeverNull?(path: readonly string[]): boolean;
  rowsOf?(path: readonly string[]): UntypedScope | undefined;
}

export interface Strict {
  readonly json: Value;
  readonly typed: TypedExpression;
}

export function toStrict(rule: unknown, scope: UntypedScope): Strict | undefined {
  const node = translate(rule, { names: namesOf(scope), depth: 1, room: { left: sizeLimit } }, translations);
  const parsed = node && parseExpression(node.json);
  const checked = parsed?.ok ? check(parsed.value, scope) : undefined;
  return node && checked?.ok ? { json: node.json, typed: checked.value } : undefined;
}

const translations = { ...arithmetic, ...comparison, ...control, ...lists, ...lookups, ...text };
const ofConditions = { ...translations, ...conditions };

interface Place {
  readonly names: Names;
  readonly depth: number;
  readonly room: { left: number };
}

function translate(rule: unknown, place: Place, known: typeof translations): Node | undefined {
  place.room.left -= 1;
  if (place.depth > depthLimit || place.room.left < 0) return undefined;
  const inner = { ...place, depth: place.depth + 1 };
  const inStrict = (part: unknown, names = place.names) => translate(part, { ...inner, names }, translations);
  const asCondition = (part: unknown, names = place.names) => translate(part, { ...inner, names }, ofConditions);
  if (Array.isArray(rule)) return listOf(rule.map((item: unknown) => inStrict(item)));
  if (typeof rule !== 'object' || rule === null) return literal(rule);
  const [member, another] = Object.entries(rule);
  if (member === undefined || another !== undefined) return undefined;
  const [name, given]: [string, unknown] = member;
  const operands: readonly unknown[] = Array.isArray(given) ? given : [given];
  // A lone operand that is worked out may come to a list of operands.
  const isWorkedOut = !Array.isArray(given) && typeof given === 'object' && given !== null;
  if ((isWorkedOut && !oneOperand.has(name)) || (!Array.isArray(given) && onlyLists.has(name))) return undefined;
  return Object.hasOwn(known, name)
    ? known[name]?.({ operands, names: place.names, inStrict, asCondition })
    : undefined;
}

const oneOperand: ReadonlySet<string> = new Set(['!', '!!', 'log']);
const onlyLists: ReadonlySet<string> = new Set(['if', '?:', 'and', 'or']);

function literal(value: unknown): Node | undefined {
  if (value === null || value === undefined) return nothing;
  if (typeof value === 'string') return { ...certain(value, 'text'), isConstant: true };
  if (typeof value === 'number') return { ...certain(value, 'number'), isConstant: true };
  return typeof value === 'boolean' ? { ...certain(value, 'boolean'), isConstant: true } : undefined;
}

/** Of texts, or of numbers, none of them null. */
function listOf(items: readonly (Node | undefined)[]): Node | undefined {
  const nodes = items.filter((item) => item !== undefined);
  const type = commonType(nodes);
  const isFine = nodes.length === items.length && nodes.every(({ isNullable }) => !isNullable);
  if (!isFine || (type !== 'text' && type !== 'number')) return undefined;
  return { json: nodes.map(({ json }) => json), type: `${type}[]`, isNullable: false };
}

function namesOf(scope: UntypedScope): Names {
  return {
    typeOf: (path) => {
      const type: ValueType | undefined = path.length === 0 ? undefined : scope.typeOf(path);
      return type && { type, isNullable: scope.isNeverNull?.(path) !== true };
    },
    rowsOf: (path) => {
      const rows = path.length === 0 ? undefined : scope.rowsOf?.(path);
      return rows && namesOf(rows);
    },
  };
}
