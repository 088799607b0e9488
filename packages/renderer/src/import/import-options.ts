// What an import is asked to do, as the wizard builds it up and the server reads it.
import type { ImportInspection } from '@trellis/client/wire';

export type ImportMode = 'create' | 'update' | 'upsert';

export type DateOrder = 'dmy' | 'mdy';

type ByHeader<Value> = Readonly<Record<string, Value>>;

export interface ImportOptions {
  /** Header → field, or `field.member`; null leaves the column out. */
  readonly mapping: ByHeader<string | null>;
  readonly mode: ImportMode;
  /** Fields by which a row finds its record. */
  readonly key: readonly string[];
  /** Header of a look-up → the field of its target that the cells name; absent: the title. */
  readonly match: ByHeader<string>;
  /** Header → cell → what to read instead; an empty text is blank. */
  readonly values: ByHeader<Readonly<Record<string, string>>>;
  /** Cells of exactly this text are blank. */
  readonly null_texts: readonly string[];
  /** What 03/01/2017 means; absent: as each column shows. */
  readonly date_order?: DateOrder;
}

export function proposedOptions(inspection: ImportInspection): ImportOptions {
  const matches = inspection.headers.flatMap(({ header, match }) => (match ? [[header, match] as const] : []));
  return {
    mapping: Object.fromEntries(inspection.headers.map(({ header, field }) => [header, field])),
    mode: 'create',
    key: [],
    match: Object.fromEntries(matches),
    values: {},
    null_texts: inspection.null_texts,
    ...(inspection.date_order && { date_order: inspection.date_order }),
  };
}

/** A field is filled by one column: taking it for one header takes it from the other. */
export function withMapping(options: ImportOptions, header: string, field: string | null): ImportOptions {
  const others = Object.entries(options.mapping).map(([other, target]) => [other, target === field ? null : target]);
  const { [header]: _match, ...match } = options.match;
  const { [header]: _values, ...values } = options.values;
  const mapping = { ...Object.fromEntries(others), [header]: field };
  const mapped = new Set(Object.values(mapping));
  return { ...options, mapping, match, values, key: options.key.filter((name) => mapped.has(name)) };
}

export function withMatch(options: ImportOptions, header: string, field: string | undefined): ImportOptions {
  const { [header]: _old, ...others } = options.match;
  return { ...options, match: field === undefined ? others : { ...others, [header]: field } };
}

/** Undefined leaves it to what each column shows. */
export function withDateOrder(options: ImportOptions, order: DateOrder | undefined): ImportOptions {
  const { date_order: _old, ...others } = options;
  return order === undefined ? others : { ...others, date_order: order };
}

/** Undefined takes the decision back. */
export function withValue(
  options: ImportOptions,
  header: string,
  cell: string,
  instead: string | undefined,
): ImportOptions {
  const { [cell]: _old, ...others } = options.values[header] ?? {};
  const values = instead === undefined ? others : { ...others, [cell]: instead };
  return { ...options, values: { ...options.values, [header]: values } };
}

/** What still stands in the way of a check; null: nothing does. */
export function missingFrom(options: ImportOptions): 'mapping' | 'key' | null {
  if (Object.values(options.mapping).every((field) => field === null)) return 'mapping';
  return options.mode !== 'create' && options.key.length === 0 ? 'key' : null;
}
