// all some none filter map reduce merge: on lists of texts and numbers, and conditions on rows.
import type { ValueType } from '../../types.ts';
import { pathOf } from './path.ts';
import { allOf, certain, type Call, type Names, type Node, type Translations } from './node.ts';

export const lists: Translations = {
  all: (call) => condition('all', call),
  some: (call) => condition('some', call),
  none: (call) => condition('none', call),
  filter: (call) => {
    const { list, asked } = listIn(call, 'condition') ?? {};
    return list && asked && certain({ filter: [list.json, asked.json] }, list.type);
  },
  map: (call) => {
    const { list, asked } = listIn(call, 'value') ?? {};
    const type = asked && listOf(asked);
    return list && type && certain({ map: [list.json, asked.json] }, type);
  },
  reduce: reduced,
  merge: ({ operands, inStrict }) => {
    const nodes = allOf(operands.map((operand) => inStrict(operand)));
    const [first] = nodes ?? [];
    const isList = first?.type === 'text[]' || first?.type === 'number[]';
    if (nodes === undefined || !isList || !nodes.every(({ type }) => type === first.type)) return undefined;
    return nodes.some(({ isNullable }) => isNullable)
      ? undefined
      : certain({ merge: nodes.map(({ json }) => json) }, first.type);
  },
};

/** Members of a list may be null in the data, though the list itself is there. */
function memberNames(item: ValueType): Names {
  return besides(new Map([['', { type: item, isNullable: true }]]));
}

function besides(known: ReadonlyMap<string, { readonly type: ValueType; readonly isNullable: boolean }>): Names {
  return { typeOf: (path) => known.get(path.join('.')), rowsOf: () => undefined };
}

function condition(operator: 'all' | 'some' | 'none', call: Call): Node | undefined {
  const [source, asked] = call.operands;
  const path = pathOf(source);
  const rows = path && call.names.rowsOf(path);
  if (rows !== undefined) {
    const inside = call.asCondition(asked ?? null, rows);
    return inside && certain({ [operator]: [{ var: path?.join('.') ?? '' }, inside.json] }, 'boolean');
  }
  const found = listIn(call, 'condition');
  return found && certain({ [operator]: [found.list.json, found.asked.json] }, 'boolean');
}

/** A list that is there; where it may be null, that is an error or no list, as the operator has it. */
function listIn(
  { operands: [source, asked], inStrict, asCondition }: Call,
  as: 'condition' | 'value',
): { readonly list: Node; readonly asked: Node } | undefined {
  const list = inStrict(source ?? null);
  const item = list && itemOf(list);
  if (list === undefined || item === undefined || list.isNullable || asked === undefined || asked === null)
    return undefined;
  const inside = (as === 'condition' ? asCondition : inStrict)(asked, memberNames(item));
  return inside && { list, asked: inside };
}

function reduced({ operands: [source, step, start = null], inStrict }: Call): Node | undefined {
  const [list, initial] = [inStrict(source ?? null), inStrict(start)];
  const item = list && itemOf(list);
  if (list === undefined || item === undefined || list.isNullable || initial === undefined || initial.type === 'null')
    return undefined;
  const { type } = initial;
  const names = besides(
    new Map([
      ['current', { type: item, isNullable: true }],
      ['accumulator', { type, isNullable: true }],
    ]),
  );
  const next = inStrict(step ?? null, names);
  if (next?.type !== type) return undefined;
  return { json: { reduce: [list.json, next.json, initial.json] }, type, isNullable: next.isNullable };
}

function itemOf({ type }: Node): ValueType | undefined {
  if (type === 'text[]') return 'text';
  return type === 'number[]' ? 'number' : undefined;
}

function listOf({ type }: Node): ValueType | undefined {
  return type === 'text' || type === 'number' ? `${type}[]` : undefined;
}
