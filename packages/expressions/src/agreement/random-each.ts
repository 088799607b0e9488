// Random JSONLogic that goes through chapters (rows with the names of a book, see ./rows) or through lists. What is asked of a
// member is made from an expression over the record, with some of its names led out to it and others turned into the member.
import fc, { type Arbitrary } from 'fast-check';
import type { ValueType } from '../types.ts';

/** How expressions of a type and depth are made. */
export interface Make {
  value(type: ValueType, depth: number): Arbitrary<unknown>;
  condition(depth: number): Arbitrary<unknown>;
}

type ListType = 'text[]' | 'number[]' | 'id[]';

/** The name of the record that becomes the member of a list of its type. */
const stands: { readonly [type in ListType]: { readonly item: ValueType; readonly name: string } } = {
  'text[]': { item: 'text', name: 'title' },
  'number[]': { item: 'number', name: 'price' },
  'id[]': { item: 'id', name: 'owner' },
};

const listTypes: readonly ListType[] = ['text[]', 'number[]', 'id[]'];
const chapters = { var: 'chapters' };
const conditions = ['all', 'some', 'any', 'none'];

export function eachOf(type: ValueType, depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const inner = Math.min(depth, 1);
  switch (type) {
    case 'boolean':
      return [ofRows(conditions, inner, make), ofMembers(conditions, inner, make), folded(type, inner, make)];
    case 'number':
      return [
        ofRows(['count'], inner, make),
        ofMembers(['count'], inner, make),
        operation(['count'], fc.constantFrom([chapters], [{ var: 'tags' }])),
        ...reckoned(['sum', 'average', 'minimum', 'maximum'], 'number', inner, make),
        ...overNumbers(inner, make),
        folded('number', inner, make),
      ];
    case 'date':
    case 'datetime':
    case 'time':
      return [...reckoned(['minimum', 'maximum'], type, inner, make), folded(type, inner, make)];
    case 'text[]':
    case 'number[]':
    case 'id[]':
      return [filtered(type, inner, make), mapped(stands[type], inner, make), merged(type, inner, make)];
    case 'json':
    case 'null':
      return [];
    default:
      return [folded(type, inner, make)];
  }
}

function ofRows(names: readonly string[], depth: number, make: Make): Arbitrary<unknown> {
  return operation(names, fc.tuple(fc.constant(chapters), make.condition(depth)));
}

function ofMembers(names: readonly string[], depth: number, make: Make): Arbitrary<unknown> {
  const members = listed(depth, make, (list) =>
    make.condition(depth).map((json) => besideMember(json, stands[list].name, '')),
  );
  return operation(names, members);
}

function reckoned(names: readonly string[], type: ValueType, depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const value = make.value(type, depth);
  return [
    operation(names, fc.tuple(fc.constant(chapters), value)),
    operation(names, fc.tuple(fc.constant(chapters), value, make.condition(depth))),
  ];
}

function overNumbers(depth: number, make: Make): readonly Arbitrary<unknown>[] {
  const names = ['sum', 'average', 'minimum', 'maximum'];
  const list = make.value('number[]', depth);
  const beside = (json: unknown) => besideMember(json, 'price', '');
  const value = make.value('number', depth).map(beside);
  return [
    operation(names, fc.tuple(list)),
    operation(names, fc.tuple(list, value)),
    operation(names, fc.tuple(list, value, make.condition(depth).map(beside))),
  ];
}

function filtered(type: ListType, depth: number, make: Make): Arbitrary<unknown> {
  const condition = make.condition(depth).map((json) => besideMember(json, stands[type].name, ''));
  return operation(['filter'], fc.tuple(make.value(type, depth), condition));
}

/** Often of the member itself: what the record alone decides is the same for every member, in whatever order they come. */
function mapped({ item, name }: (typeof stands)[ListType], depth: number, make: Make): Arbitrary<unknown> {
  const value = fc.oneof(make.value(item, depth), fc.constant({ var: name }));
  const members = listed(depth, make, (list) => value.map((json) => besideMember(json, stands[list].name, '')));
  return operation(['map'], members);
}

function merged(type: ListType, depth: number, make: Make): Arbitrary<unknown> {
  const part = fc.oneof(make.value(type, depth), make.value(stands[type].item, depth));
  return fc.tuple(make.value(type, depth), fc.array(part, { maxLength: 3 })).map(([first, rest]) => ({
    merge: [first, ...rest],
  }));
}

/** The step takes what has been made so far for a field of its type, and the member for another. */
function folded(type: ValueType, depth: number, make: Make): Arbitrary<unknown> {
  const name = accumulates[type] ?? 'code';
  return operation(
    ['reduce'],
    listed(depth, make, (list) =>
      make
        .value(type, depth + 1)
        .map((json) => besideMember(besideMember(json, name, 'accumulator'), stands[list].name, 'current')),
    ).chain(([list, step]) =>
      fc.tuple(
        fc.constant(list),
        fc.constant(step),
        make.value(type, 0).filter((json) => json !== null),
      ),
    ),
  );
}

const accumulates: { readonly [type in ValueType]?: string } = {
  text: 'code',
  number: 'pages',
  boolean: 'rare',
  date: 'printed',
  datetime: 'made_at',
  time: 'opens',
  id: 'shelf',
};

/** A list of any type, and something asked beside each of its members. */
function listed(
  depth: number,
  make: Make,
  asked: (list: ListType) => Arbitrary<unknown>,
): Arbitrary<readonly [unknown, unknown]> {
  return fc.constantFrom(...listTypes).chain((list) => fc.tuple(make.value(list, depth), asked(list)));
}

/**
 * Names of the record with the given one as `member`, all others led out. What has been asked of other members within names
 * nothing of the record, what is asked of its rows goes on being asked of them. Names alone, as in `missing`, are no operands there.
 */
function besideMember(json: unknown, name: string, member: string): unknown {
  if (Array.isArray(json)) return json.map((item: unknown) => besideMember(item, name, member));
  if (typeof json !== 'object' || json === null) return json;
  const [op = '', operands]: [string, unknown] = Object.entries(json)[0] ?? ['', null];
  if (op === 'var') return typeof operands === 'string' ? { var: nameBeside(operands, name, member) } : json;
  const list: readonly unknown[] = Array.isArray(operands) ? operands : [operands];
  if (isChapters(list[0])) return { [op]: [{ var: '$record.chapters' }, ...list.slice(1)] };
  if (op === 'missing' || op === 'missing_some') return { merge: [['a']] };
  return { [op]: list.map((item) => besideMember(item, name, member)) };
}

function isChapters(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'var' in json && json.var === 'chapters';
}

function nameBeside(path: string, name: string, member: string): string {
  if (path === name) return member;
  const isPlain = path !== '' && !path.startsWith('$') && path !== 'current' && path !== 'accumulator';
  return isPlain ? `$record.${path}` : path;
}

function operation(names: readonly string[], operands: Arbitrary<readonly unknown[]>): Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...names), operands).map(([name, list]) => ({ [name]: list }));
}
