// Reads the path of a field: names, labels in brackets and names in backticks with points between them.
import type { Expression } from '../ast.ts';
import { suggest } from '../suggest.ts';
import { resolve, type Resolved, type Segment, type Unresolved } from './fields.ts';
import { isMark, make, peek, rangeOf, take, tell, unread, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

export function readPath(reading: Reading): Expression {
  const parts = readParts(reading);
  const [first] = parts;
  if (first === undefined) return unread(reading);
  const resolved = resolve(parts.map(segmentOf), reading);
  if (resolved.ok) return make(reading, { kind: 'var', path: resolved.path }, first.offset, asWritten(resolved, parts));
  tellUnresolved(reading, parts, resolved);
  return make(reading, { kind: 'literal', value: null }, first.offset);
}

export function isPathPart({ kind }: Token): boolean {
  return kind === 'word' || kind === 'label' || kind === 'name';
}

export function segmentOf({ kind, text }: Token): Segment {
  return { kind: kind === 'label' || kind === 'name' ? kind : 'word', text };
}

/** How a field is best written among others. */
export function writtenLike(kind: Segment['kind'], name: string): string {
  return kind === 'label' ? `[${name.replaceAll(']', ']]')}]` : name;
}

/** A path with a name in backticks is never taken apart into rows and what is asked of each. */
function asWritten({ rows, ...resolved }: Resolved, parts: readonly Token[]): Resolved {
  const isWhole = rows !== undefined && (rows.names === parts.length || parts.every(({ kind }) => kind !== 'name'));
  return isWhole ? { ...resolved, rows } : resolved;
}

function readParts(reading: Reading): readonly Token[] {
  const parts = [take(reading)];
  while (isMark(peek(reading), '.')) {
    const point = take(reading);
    if (!isPathPart(peek(reading))) {
      tell(reading, { range: rangeOf(point), code: 'missing_behind', params: { token: '.' } });
      break;
    }
    parts.push(take(reading));
  }
  return parts;
}

function tellUnresolved(reading: Reading, parts: readonly Token[], { segment, among, meant }: Unresolved): void {
  const part = parts[segment];
  if (part === undefined) return;
  const { text: name } = part;
  const [one] = meant;
  if (one !== undefined) {
    tell(reading, { range: rangeOf(part), code: 'ambiguous_label', params: { name, suggestion: one.name } });
    return;
  }
  const near = suggest(
    name,
    among.map(({ label }) => label),
  );
  const suggestion =
    segment === 0 && isOfRecord(reading, name) ? `$record.[${name}]` : near && writtenLike(segmentOf(part).kind, near);
  tell(reading, { range: rangeOf(part), code: 'unknown_name', params: { name, ...(suggestion && { suggestion }) } });
}

/** Within rows, a label that only the record has. */
function isOfRecord({ record, here }: Reading, name: string): boolean {
  return here !== record && record?.some(({ label }) => label === name) === true;
}
