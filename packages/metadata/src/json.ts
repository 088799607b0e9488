// JSON values as this package handles them: safe for members called __proto__ or constructor, never changed in place.

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The order of members does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, index) => sameJson(element, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
  );
}

/** Whether lists and objects stand in each other more than `limit` deep; looks no deeper than that itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((member) => isDeeperThan(member, limit - 1));
}

/** A deep copy that nobody can change. */
export function frozenCopy<T>(value: T): T;
export function frozenCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map((element: unknown) => frozenCopy(element)));
  if (!isObject(value)) return value;
  const copy: { [name: string]: unknown } = {};
  for (const name of Object.keys(value)) {
    // Assigning to __proto__ would change what the copy is instead of giving it a member.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: frozenCopy(value[name]), enumerable: true });
    else copy[name] = frozenCopy(value[name]);
  }
  return Object.freeze(copy);
}

/** A JSON Pointer (RFC 6901) below another one. */
export function pointer(base: string, ...tokens: readonly (string | number)[]): string {
  let path = base;
  for (const token of tokens) path += `/${typeof token === 'string' && special.test(token) ? escaped(token) : token}`;
  return path;
}

const special = /[~/]/;

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The tokens of a JSON Pointer, unescaped. */
export function pointerTokens(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
