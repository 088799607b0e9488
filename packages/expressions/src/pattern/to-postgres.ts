// Pattern → the advanced regular expression of PostgreSQL that means the same, for `~`. Everything but letters, digits and what
// is beyond ASCII goes by its number, so that nothing is taken for an option or a class of the database's own language.
import type { CharacterPattern, Pattern, Range } from './pattern.ts';

export function toPostgres(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'character':
      return character(pattern);
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'sequence':
      return pattern.parts.map((part) => (part.kind === 'choice' ? group(part) : toPostgres(part))).join('');
    case 'choice':
      return pattern.options.map(toPostgres).join('|');
    case 'repeat':
      return (pattern.part.kind === 'character' ? toPostgres(pattern.part) : group(pattern.part)) + count(pattern);
  }
}

function group(pattern: Pattern): string {
  return `(?:${toPostgres(pattern)})`;
}

function count({ least, most }: { readonly least: number; readonly most: number }): string {
  if (most === Infinity && least <= 1) return least === 0 ? '*' : '+';
  if (least === 0 && most === 1) return '?';
  return most === Infinity ? `{${least},}` : `{${least},${most}}`;
}

function character({ ranges, negated }: CharacterPattern): string {
  const [range, another] = ranges;
  if (range === undefined) return '.';
  if (another === undefined && !negated && range[0] === range[1]) return write(range[0]);
  return `[${negated ? '^' : ''}${ranges.map(writeRange).join('')}]`;
}

function writeRange([from, to]: Range): string {
  return from === to ? write(from) : `${write(from)}-${write(to)}`;
}

function write(code: number): string {
  const text = String.fromCodePoint(code);
  if (/^[0-9A-Za-z]$/.test(text)) return text;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
