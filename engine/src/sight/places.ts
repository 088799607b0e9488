// The places of an item that can be taken out without the rest losing its sense. A reference to something out of sight takes the
// innermost such place around it along, or where there is none, the item.
import type { Kind } from '@trellis/metadata/kinds';

/** `*` is any one token. */
const removable: { readonly [K in Kind]?: readonly string[] } = {
  entity: [
    '/title',
    '/subtitle',
    '/search/*',
    '/rules/*',
    '/indexes/*',
    '/fields/*',
    ...['visible', 'required', 'read_only', 'default', 'filter', 'offers', 'entities/*'].map(
      (member) => `/fields/*/${member}`,
    ),
    '/fills/*',
    '/fills/*/set/*',
  ],
  form: [
    '/sections/*/visible',
    '/sections/*/fields/*',
    ...['visible', 'required', 'read_only', 'columns/*'].map((member) => `/sections/*/fields/*/${member}`),
  ],
  view: ['/columns/*', '/sort/*', '/group', '/board/card/*', '/board/total'],
  page: ['/highlights/*', '/progress', '/tabs/*/visible', ...blocks('/tabs/*/blocks/*'), ...blocks('/side/*')],
  app: ['/home', '/groups/*/items/*', '/groups/*/items/*/view'],
};

function blocks(block: string): string[] {
  return [block, ...['visible', 'form', 'columns/*', 'sort/*', 'body', 'kind'].map((member) => `${block}/${member}`)];
}

const patterns = new Map<Kind, readonly RegExp[]>();

/** @returns the place to take out for what stands at `path`; empty: the item itself. */
export function placeAround(kind: Kind, path: string): string {
  const found = patternsOf(kind).map((pattern) => pattern.exec(path)?.[0] ?? '');
  return found.reduce((longest, place) => (place.length > longest.length ? place : longest), '');
}

/** Whether records are sorted, filtered, grouped or summed by what stands here. */
export function asksRows(path: string): boolean {
  return /^\/(sort|filter|group|board\/(by|total))(\/|$)|^\/(tabs\/\d+\/blocks|side)\/\d+\/(sort|filter)\/|^\/fields\/\w+\/filter\//.test(
    path,
  );
}

/** RFC 6901. */
export function pointer(base: string, token: string): string {
  return `${base}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function patternsOf(kind: Kind): readonly RegExp[] {
  let known = patterns.get(kind);
  if (!known) {
    known = (removable[kind] ?? []).map((place) => new RegExp(`^${place.replaceAll('*', '[^/]+')}(?=/|$)`));
    patterns.set(kind, known);
  }
  return known;
}
