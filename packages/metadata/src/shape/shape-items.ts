// Every raw item through the check of its shape: what is sound goes into the metadata, what is not is remembered by its name,
// so that those who refer to it are not blamed.
import { suggest } from '@trellis/expressions/suggest';
import { withResults } from '../computed/results.ts';
import { frozenCopy, isObject } from '../json.ts';
import { itemNameProblem } from '../inspect/names.ts';
import { surroundingsOf, type Surroundings } from '../inspect/inspection.ts';
import { fileOf, isKind, kindNames, type Body, type Kind, type RawItem } from '../kinds.ts';
import { metadataOf } from '../metadata.ts';
import { problem, type Problem } from '../problems/problem.ts';
import type { Steps } from '../steps.ts';
import { checkShape } from './check-shape.ts';

export interface ShapedItems {
  readonly surroundings: Surroundings;
  readonly problems: readonly Problem[];
}

type Growing = { readonly [K in Kind]: Map<string, Body<K>> };

export function* shapeItems(items: readonly RawItem[]): Steps<ShapedItems> {
  const found: Growing = {
    template: new Map(),
    option_set: new Map(),
    calendar: new Map(),
    exchange_rate: new Map(),
    entity: new Map(),
    form: new Map(),
    view: new Map(),
    page: new Map(),
    app: new Map(),
    role: new Map(),
    sample_data: new Map(),
  };
  const broken = new Map<string, ReadonlySet<string>>();
  const problems: Problem[] = [];
  for (const item of items) {
    if (isKind(item.kind)) problems.push(...(yield* shapeItem(item.kind, item, found, broken)));
    else problems.push(unknownKind(item));
    yield;
  }
  return { surroundings: surroundingsOf(withResults(metadataOf(found)), broken), problems };
}

function* shapeItem<K extends Kind>(
  kind: K,
  { name, body: raw }: RawItem,
  found: Growing,
  broken: Map<string, ReadonlySet<string>>,
): Steps<readonly Problem[]> {
  const path = fileOf(kind, name);
  const { body, problems, broken: parts } = yield* checkShape(kind, raw, path);
  if (problems.length > 0) broken.set(`${kind}/${name}`, parts);
  const items: Map<string, Body<K>> = found[kind];
  if (body) items.set(name, frozenCopy(body));
  return [...problems, ...nameProblems(path, kind, name, raw)];
}

function nameProblems(path: string, kind: Kind, name: string, body: unknown): readonly Problem[] {
  const own = isObject(body) && typeof body['name'] === 'string' ? body['name'] : name;
  if (own !== name) return [problem(`${path}#/name`, 'name_differs', { name: own, expected: name })];
  const unfit = itemNameProblem(`${path}#/name`, kind, name);
  return unfit ? [unfit] : [];
}

function unknownKind({ kind, name }: RawItem): Problem {
  return problem(fileOf(kind, name), 'unknown_kind', { kind, known: kindNames.join(', ') }, suggest(kind, kindNames));
}
