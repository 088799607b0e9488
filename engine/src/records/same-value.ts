// When two canonical values are the same, and when one is blank.

/** Canonical JSON values; object members in any order. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || left === undefined) return right === null || right === undefined;
  if (typeof left === 'number' || typeof right === 'number')
    return typeof right !== 'object' && Number(left) === Number(right);
  if (typeof left !== 'object' || typeof right !== 'object' || right === null) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => sameValue(member(left, name), member(right, name)));
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function member(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}
