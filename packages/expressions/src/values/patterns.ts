// What regular expressions find in a text, and the text with it replaced, as PostgreSQL's `~` and `regexp_replace` have it.
import { finderOf, finds, type Finder } from '../pattern/finder.ts';
import { locate } from '../pattern/locate.ts';
import { parsePattern } from '../pattern/parse-pattern.ts';
import { programOf } from '../pattern/program.ts';
import { characters, textLimit } from './text.ts';

/** In characters: where finds overlap, the time to replace them grows with the square of the text. */
export const replacedLimit = 2_000;

export function matchesPattern(text: string, pattern: string): boolean {
  return finds(finderFor(pattern), text);
}

/** Null for a text beyond the limit, or one that could grow beyond that of all texts. */
export function replacePattern(text: string, pattern: string, replacement: string): string | null {
  const all = characters(text);
  const couldGrowTo = (all.length + 1) * characters(replacement).length + all.length;
  if (all.length > replacedLimit || couldGrowTo > textLimit) return null;
  const { program } = finderFor(pattern);
  const codes = all.map((character) => character.codePointAt(0) ?? 0);
  let replaced = '';
  let copied = 0;
  for (let from = 0; from <= codes.length;) {
    const found = locate(program, codes, from);
    if (found === undefined) break;
    replaced += all.slice(copied, found.start).join('') + replacement;
    copied = found.end;
    // After nothing, a character is left alone, or the same nothing would be found for ever.
    from = found.end === found.start ? found.end + 1 : found.end;
  }
  return replaced + all.slice(copied).join('');
}

const finders = new Map<string, Finder>();
const remembered = 500;

function finderFor(pattern: string): Finder {
  const known = finders.get(pattern);
  if (known !== undefined) return known;
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error('A pattern has to be readable.');
  const finder = finderOf(programOf(parsed.pattern));
  if (finders.size >= remembered) finders.clear();
  finders.set(pattern, finder);
  return finder;
}
