// Whether two values of a field are the same, as far as people can tell: blank is blank however it is said, members come in any
// order, and a relation is what it leads to, whatever that is called.

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return isBlank(value) ? 'null' : JSON.stringify(value, comparable);
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function comparable(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const isReference = typeof value['id'] === 'string' && typeof value['title'] === 'string';
  const members = Object.entries(value).filter(([name]) => !(isReference && name === 'title'));
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
