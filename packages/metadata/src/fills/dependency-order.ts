// Puts what depends on one another in order: each after what it reads, and otherwise as it came. Circles were refused when the
// metadata was validated; where there is one all the same, it is cut where it was entered.

export function inDependencyOrder(
  names: Iterable<string>,
  readsOf: (name: string) => Iterable<string>,
): readonly string[] {
  const all = new Set(names);
  const ordered = new Set<string>();
  const entered = new Set<string>();
  const enter = (name: string): void => {
    if (entered.has(name)) return;
    entered.add(name);
    for (const read of readsOf(name)) if (all.has(read)) enter(read);
    ordered.add(name);
  };
  for (const name of all) enter(name);
  return [...ordered];
}
