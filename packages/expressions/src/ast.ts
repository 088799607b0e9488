// The expression tree as written: what parse gives, what to-json writes, what the formula bar and the builders edit.
// It knows no types; check turns it into a typed tree.

export type Expression =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'var'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly op: string; readonly args: readonly Expression[] };

/** Where something stands: a JSON pointer, or a step further inside. Only a problem needs it written out. */
export type Place = string | { readonly within: Place; readonly key: string | number };

export function inside(within: Place, key: string | number): Place {
  return { within, key };
}

/** As RFC 6901 writes it. */
export function pointer(place: Place): string {
  if (typeof place === 'string') return place;
  return `${pointer(place.within)}/${String(place.key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
