// The part of an address after `?`, as plain texts: what stands there can be read, typed and sent to a colleague.

type Texts<Name extends string> = { [K in Name]?: string };

/** Keeps the named members that are texts and drops everything else. */
export function textsOf<Name extends string>(
  ...names: readonly Name[]
): (search: Record<string, unknown>) => Texts<Name> {
  return (search) => {
    const texts: Texts<Name> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') texts[name] = value;
    }
    return texts;
  };
}

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
