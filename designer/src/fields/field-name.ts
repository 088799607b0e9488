// A name for a new field, proposed from its label: snake_case, English letters, free among the fields that are there.

const longest = 50;

export function proposeName(label: string, type: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  // A label without a Latin letter, such as a Chinese one, gives no word to start from.
  const stem = (words === '' ? type : words).slice(0, longest).replace(/_+$/, '');
  if (!taken.has(stem)) return stem;
  for (let count = 2; ; count++) {
    const ending = `_${count}`;
    const name = stem.slice(0, longest - ending.length) + ending;
    if (!taken.has(name)) return name;
  }
}

export type NameProblem = 'missing' | 'malformed' | 'taken';

export function nameProblem(name: string, taken: ReadonlySet<string>): NameProblem | null {
  if (name === '') return 'missing';
  if (name.length > longest || !/^[a-z][a-z0-9_]*$/.test(name)) return 'malformed';
  return taken.has(name) ? 'taken' : null;
}
