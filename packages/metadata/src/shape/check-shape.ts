// The first look at an item: does its JSON have the shape of its kind? A raw body in; its problems out, and what of it has the
// right shape, so that the rest of the item is looked into all the same.
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { fieldTypeNames, isFieldTypeName } from '@trellis/field-types/registry';
import { suggest } from '@trellis/expressions/suggest';
import { isObject, pointer, pointerTokens, type JsonObject } from '../json.ts';
import type { Body, Kind } from '../kinds.ts';
import { problem, type Problem } from '../problems/problem.ts';
import type { Steps } from '../steps.ts';
import { chooseBranches } from './choose-branch.ts';
import { errorProblem } from './error-problem.ts';
import { commonFieldValidator, fieldValidator, kindValidator } from './validators.ts';

export interface Shaped<K extends Kind> {
  readonly problems: readonly Problem[];
  /** Without the members that have problems; undefined where too little is left. */
  readonly body: Body<K> | undefined;
  /** Names of the members (fields, rules …) that were left out. */
  readonly broken: ReadonlySet<string>;
}

/** `path` is the item's file; problems are at `<path>#/…`. */
export function* checkShape<K extends Kind>(kind: K, body: unknown, path: string): Steps<Shaped<K>> {
  const root = `${path}#`;
  const problems = yield* problemsOf(kind, body, root);
  if (problems.length === 0) return { problems, body: trusted(body), broken: new Set() };
  const bad = problems.map(({ path: at }) => pointerTokens(at.slice(root.length)));
  const rest = isObject(body) ? bad.reduce(without, body) : body;
  const broken = new Set(bad.flatMap(([, name]) => name ?? []));
  const left = yield* problemsOf(kind, rest, root);
  return { problems, body: left.length === 0 ? trusted(rest) : undefined, broken };
}

/** The parsing door: JSON of which its schema holds. */
function trusted<K extends Kind>(body: unknown): Body<K> {
  return body as Body<K>;
}

/** Field by field: the first of a type has its schema compiled. */
function* problemsOf(kind: Kind, body: unknown, root: string): Steps<Problem[]> {
  const problems = run(kindValidator(kind), body, root);
  if (kind !== 'entity' || !isObject(body) || !isObject(body['fields'])) return problems;
  for (const [name, field] of Object.entries(body['fields'])) {
    yield;
    problems.push(...fieldProblems(field, pointer(`${root}/fields`, name)));
  }
  return problems;
}

/** The schema of the field's own type is chosen first: one mistake, one problem. */
function fieldProblems(field: unknown, path: string): Problem[] {
  if (!isObject(field)) return run(fieldValidator('text'), field, path);
  const { type } = field;
  if (type === undefined) return [problem(path, 'missing_member', { member: 'type' })];
  if (typeof type === 'string' && isFieldTypeName(type))
    return [...run(fieldValidator(type), field, path), ...run(commonFieldValidator(), field, path)];
  const params = { type: String(type), known: fieldTypeNames.join(', ') };
  return [problem(pointer(path, 'type'), 'unknown_field_type', params, suggest(params.type, fieldTypeNames))];
}

function run(validate: ValidateFunction, value: unknown, path: string): Problem[] {
  if (validate(value)) return [];
  return chooseBranches(validate.errors ?? []).map((error) => errorProblem(error, path));
}

/** Without the smallest named part that a problem lies in: a field, a rule, else a member of the item. */
function without(body: JsonObject, [member, name]: readonly string[]): JsonObject {
  if (member === undefined || !Object.hasOwn(body, member)) return body;
  const value = body[member];
  if (name !== undefined && isObject(value)) return { ...body, [member]: omit(value, name) };
  return omit(body, member);
}

function omit(object: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== member));
}
