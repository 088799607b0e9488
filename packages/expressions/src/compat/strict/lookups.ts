// var val missing missing_some, by names that are written out and known.
import { pathOf } from './path.ts';
import { certain, type Call, type Names, type Node, type Translations } from './node.ts';

export const lookups: Translations = {
  /** A field that is known is there, if only as null: its default never stands for it. */
  var: ({ operands, names }) => field(pathOf({ var: operands }), names),
  val: ({ operands, names }) => field(pathOf({ val: operands }), names),
  missing: ({ operands, names }) => {
    const paths = known(operands, names);
    return paths && certain({ missing: paths }, 'text[]');
  },
  missing_some: ({ operands: [least, paths], names }: Call) => {
    const found = Array.isArray(paths) ? known(paths, names) : undefined;
    return found && typeof least === 'number' ? certain({ missing_some: [least, ...found] }, 'text[]') : undefined;
  },
};

function field(path: readonly string[] | undefined, names: Names): Node | undefined {
  const found = path && names.typeOf(path);
  return found && { json: { var: path.join('.') }, ...found };
}

/** Lists are left out: an empty one is blank in the strict language, and there in the untyped one. */
function known(paths: readonly unknown[], names: Names): readonly string[] | undefined {
  const isKnown = (path: unknown): path is string => {
    const type = typeof path === 'string' && path !== '' ? field(pathOf({ var: path }), names)?.type : undefined;
    return type !== undefined && !type.endsWith('[]') && type !== 'json';
  };
  return paths.every(isKnown) ? paths : undefined;
}
