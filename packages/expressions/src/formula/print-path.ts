// A path as formulas write it, by labels or by names, so that it is read as the same path again.
import type { Language } from '../messages.ts';
import { resolve, type Segment, type Surroundings } from './fields.ts';
import { allFunctions, isReserved, old } from './functions.ts';

export interface PathPrinting extends Surroundings {
  readonly language: Language;
  readonly labels: boolean;
}

/** The whole path in backticks where `isExact`, which nothing is read into. */
export function printPath(path: readonly string[], printing: PathPrinting, isExact = false): string {
  const [first, ...rest] = path;
  if (first === undefined) return '@';
  const { language, record } = printing;
  const word = allFunctions().find(({ means }) => means !== 'old' && 'path' in means && isSame(means.path, path));
  if (word !== undefined) return `${word.names[language]}()`;
  if (first === '$old' && rest.length > 0) {
    const here = record?.find(({ name }) => name === first)?.fields?.() ?? record;
    return `${old.names[language]}(${printPath(rest, { ...printing, here })})`;
  }
  const segments: Segment[] = [];
  for (const name of path) segments.push(segmentFor(name, segments, { printing, path, isExact }));
  return segments.map(writeSegment).join('.');
}

export function writeSegment({ kind, text }: Segment): string {
  if (kind === 'label') return `[${text.replaceAll(']', ']]')}]`;
  return kind === 'name' ? `\`${text}\`` : text;
}

interface Whole {
  readonly printing: PathPrinting;
  readonly path: readonly string[];
  readonly isExact: boolean;
}

/** The first way of writing the name that is read as this path. */
export function segmentFor(name: string, before: readonly Segment[], { printing, path, isExact }: Whole): Segment {
  const exact: Segment = { kind: 'name', text: name };
  if (isExact) return exact;
  const label = printing.labels ? labelOf([...before, exact], printing) : undefined;
  const word: Segment = { kind: 'word', text: name };
  const ways = label === undefined || label === '' ? [word] : [{ kind: 'label' as const, text: label }, word];
  return ways.find((way) => !isKeyword(way, before) && means([...before, way], path, printing)) ?? exact;
}

function labelOf(segments: readonly Segment[], printing: PathPrinting): string | undefined {
  const resolved = resolve(segments, printing);
  return resolved.ok ? resolved.field?.label : undefined;
}

function isKeyword({ kind, text }: Segment, before: readonly Segment[]): boolean {
  return kind === 'word' && before.length === 0 && isReserved(text);
}

function means(segments: readonly Segment[], path: readonly string[], printing: PathPrinting): boolean {
  const resolved = resolve(segments, printing);
  return resolved.ok && isSame(resolved.path, path.slice(0, segments.length));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
