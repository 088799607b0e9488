// The fields that a formula may name, as whoever writes it knows them: by name and by label. Tells what a written path means, and
// among which fields a part of it that means nothing was looked for.
import type { ValueType } from '../types.ts';

export interface FormulaField {
  readonly name: string;
  readonly label: string;
  /** Absent for what only leads further, such as `$user`. */
  readonly type?: ValueType;
  /** All the values that it may have, those no longer offered among them. */
  readonly options?: readonly FormulaOption[];
  /** What may stand behind a dot; asked for only then, since look-ups lead round in circles. */
  readonly fields?: () => readonly FormulaField[];
  /** Of a child table: the fields of its rows. */
  readonly rows?: () => readonly FormulaField[];
}

export interface FormulaOption {
  readonly value: string | number;
  readonly label: string;
  /** In all languages, where they are known. */
  readonly labels?: readonly string[];
}

export type Fields = readonly FormulaField[];

/** A part of a path as it is written: bare, a label in brackets, a name in backticks. */
export interface Segment {
  readonly kind: 'word' | 'label' | 'name';
  readonly text: string;
}

/** What plain names mean at a place: fields of the record, or within rows of the row. Undefined where nothing is known of fields. */
export interface Surroundings {
  readonly record: Fields | undefined;
  readonly here: Fields | undefined;
}

export interface Resolved {
  readonly ok: true;
  readonly path: readonly string[];
  /** It leads to the rows of a child table, or through them: how many names do, and the fields of a row. */
  readonly rows?: { readonly names: number; readonly fields: Fields };
  /** The field at its end, where that is known. */
  readonly field?: FormulaField;
  /** The first name that is not known. */
  readonly unknown?: { readonly segment: number; readonly among: Fields };
}

export interface Unresolved {
  readonly ok: false;
  readonly segment: number;
  readonly among: Fields;
  /** Several fields have the label. */
  readonly meant: readonly FormulaField[];
}

export function resolve(segments: readonly Segment[], surroundings: Surroundings): Resolved | Unresolved {
  const path: string[] = [];
  let among = fieldsAt(segments[0], surroundings);
  let field: FormulaField | undefined;
  let rows: Resolved['rows'];
  let unknown: Resolved['unknown'];
  for (const [index, segment] of segments.entries()) {
    const found = find(segment, among);
    if (found.length > 1 || (found.length === 0 && !mayBeName(segment, index)))
      return { ok: false, segment: index, among: among ?? [], meant: found };
    [field] = found;
    if (field === undefined && among !== undefined) unknown ??= { segment: index, among };
    path.push(field?.name ?? segment.text);
    const inner = field?.rows?.();
    if (inner !== undefined) rows ??= { names: path.length, fields: inner };
    among = inner ?? field?.fields?.();
  }
  return { ok: true, path, ...(rows && { rows }), ...(field && { field }), ...(unknown && { unknown }) };
}

/** The fields that a path may begin with: those at hand, and the words of the context. */
export function namesAt({ record, here }: Surroundings): Fields {
  return [...(here ?? []).filter(isPlain), ...contextOf(record)];
}

/** A word of the context means the same everywhere. */
function fieldsAt(first: Segment | undefined, surroundings: Surroundings): Fields | undefined {
  const { record, here } = surroundings;
  if (record === undefined) return undefined;
  if (first?.kind !== 'label') return first?.text.startsWith('$') ? contextOf(record) : here;
  return find(first, here).length > 0 ? here : namesAt(surroundings);
}

function contextOf(record: Fields = []): Fields {
  const words = record.filter(({ name }) => name.startsWith('$'));
  const own: FormulaField = { name: '$record', label: '$record', fields: () => record.filter(isPlain) };
  return words.some(({ name }) => name === own.name) ? words : [...words, own];
}

/** A word is a name before it is a label, and what stands in brackets a label before it is a name. */
function find({ kind, text }: Segment, among: Fields = []): Fields {
  const byName = among.filter(({ name }) => name === text).slice(0, 1);
  if (kind === 'name' || (kind === 'word' && byName.length > 0)) return byName;
  const byLabel = among.filter(({ label }) => label === text);
  return byLabel.length > 0 ? byLabel : byName;
}

function isPlain({ name }: FormulaField): boolean {
  return !name.startsWith('$');
}

/** As names are in metadata; only the first may be a word of the context. */
function mayBeName({ kind, text }: Segment, index: number): boolean {
  return kind !== 'label' && (index === 0 ? /^\$?[A-Za-z_]\w*$/ : /^[A-Za-z_]\w*$/).test(text);
}
