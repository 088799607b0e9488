// The names that `var` or `val` lead through; undefined where they are worked out, lead to another level, or are no names of fields.
const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function pathOf(rule: unknown): readonly string[] | undefined {
  if (typeof rule !== 'object' || rule === null) return undefined;
  if (Object.keys(rule).length !== 1) return undefined;
  if ('var' in rule) return byDots(rule.var);
  return 'val' in rule ? byNames(rule.val) : undefined;
}

function byDots(operands: unknown): readonly string[] | undefined {
  const path: unknown = Array.isArray(operands) ? operands[0] : operands;
  if (path === '' || path === null || path === undefined) return [];
  const names = typeof path === 'string' ? path.split('.') : [];
  return names.length > 0 && names.every((one) => name.test(one)) ? names : undefined;
}

function byNames(operands: unknown): readonly string[] | undefined {
  const names: readonly unknown[] = Array.isArray(operands) ? operands : [operands];
  return names.every((one): one is string => typeof one === 'string' && name.test(one)) ? names : undefined;
}
