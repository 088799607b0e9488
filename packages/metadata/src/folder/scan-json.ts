// What JSON.parse does not tell: where a text stops being JSON, and which members stand in their object twice.

export interface Scan {
  /** Offset of the first character that cannot stand where it stands; the length of the text where it ends too early. */
  readonly error: number | undefined;
  /** The names on the way to each member that is there already, and the offset of its second name. */
  readonly repeated: readonly { readonly path: readonly (string | number)[]; readonly offset: number }[];
}

/** A container that is not closed yet: the names in it (an object) or the number of elements before this one (a list). */
type Open = { readonly names: Set<string>; name: string } | { readonly names: undefined; name: number };

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const blank = /[ \t\r\n]*/y;

/** Without recursion, so that no depth of nesting is too much. */
export function scanJson(text: string): Scan {
  const open: Open[] = [];
  const repeated: { path: (string | number)[]; offset: number }[] = [];
  let expected: 'value' | 'element' | 'member' | 'name' | 'colon' | 'more' | 'end' = 'value';
  let offset = after(blank, text, 0);
  while (offset < text.length) {
    token.lastIndex = offset;
    const [whole, mark, quoted] = token.exec(text) ?? [];
    const inner = open.at(-1);
    if (whole === undefined) return { error: offset, repeated };
    if (mark === '}' || mark === ']') {
      const closes: readonly string[] = mark === '}' ? ['member', 'more'] : ['element', 'more'];
      if (!inner || (inner.names !== undefined) !== (mark === '}') || !closes.includes(expected)) {
        return { error: offset, repeated };
      }
      open.pop();
      expected = open.length > 0 ? 'more' : 'end';
    } else if (mark === ',') {
      if (expected !== 'more' || !inner) return { error: offset, repeated };
      if (inner.names === undefined) inner.name += 1;
      expected = inner.names === undefined ? 'value' : 'name';
    } else if (mark === ':') {
      if (expected !== 'colon') return { error: offset, repeated };
      expected = 'value';
    } else if (expected === 'member' || expected === 'name') {
      if (quoted === undefined || inner?.names === undefined) return { error: offset, repeated };
      inner.name = String(JSON.parse(quoted));
      if (inner.names.has(inner.name)) repeated.push({ path: open.map(({ name }) => name), offset });
      inner.names.add(inner.name);
      expected = 'colon';
    } else if (expected === 'value' || expected === 'element') {
      if (mark === '{') open.push({ names: new Set(), name: '' });
      else if (mark === '[') open.push({ names: undefined, name: 0 });
      expected = mark === '{' ? 'member' : mark === '[' ? 'element' : open.length > 0 ? 'more' : 'end';
    } else return { error: offset, repeated };
    offset = after(blank, text, offset + whole.length);
  }
  return { error: expected === 'end' ? undefined : text.length, repeated };
}

function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return offset + (pattern.exec(text)?.[0].length ?? 0);
}
