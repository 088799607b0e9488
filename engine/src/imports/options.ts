// What an import is asked to do, as it comes with the file: read through one schema, with what is not said filled in.
import { Ajv, type ValidateFunction } from 'ajv';
import { Refusal } from '../problems/problem.ts';
import { delimiters, type Delimiter } from './delimiter.ts';
import { encodings, type Encoding } from './encoding.ts';

export type ImportMode = 'create' | 'update' | 'upsert';

type ByHeader<T> = Readonly<Record<string, T>>;

export interface ImportOptions {
  /** Header → field, or `field.member` of a structured one; null leaves the column out. Absent: as `inspect` proposes. */
  readonly mapping?: ByHeader<string | null>;
  readonly mode: ImportMode;
  /** The fields by which a row finds its record: needed to update; with `create`, rows whose record exists are skipped. */
  readonly key: readonly string[];
  /** Header of a look-up → the field of its target that the cells name; absent: the title, or an id. */
  readonly match: ByHeader<string>;
  /** Header → cell → what to read instead; an empty text is blank. */
  readonly values: ByHeader<Readonly<Record<string, string>>>;
  readonly dry_run: boolean;
  /** What a blank cell does to a record that exists. */
  readonly blank: 'keep' | 'clear';
  /** Cells of exactly this text are blank. */
  readonly null_texts: readonly string[];
  readonly date_order?: 'dmy' | 'mdy';
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly has_header?: boolean;
}

const text = { type: 'string', maxLength: 1000 };
const byHeader = (value: object): object => ({ type: 'object', additionalProperties: value });

/** Also a part of the OpenAPI document. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mapping: byHeader({ ...text, type: ['string', 'null'] }),
    mode: { enum: ['create', 'update', 'upsert'] },
    key: {
      anyOf: [
        { ...text, type: ['string', 'null'] },
        { type: 'array', items: text, maxItems: 5 },
      ],
    },
    match: byHeader(text),
    values: byHeader(byHeader(text)),
    dry_run: { type: 'boolean' },
    blank: { enum: ['keep', 'clear'] },
    null_texts: { type: 'array', items: text, maxItems: 20 },
    date_order: { enum: ['dmy', 'mdy'] },
    encoding: { enum: encodings },
    delimiter: { enum: delimiters },
    has_header: { type: 'boolean' },
  },
};

type Given = Partial<Omit<ImportOptions, 'key'>> & { readonly key?: string | readonly string[] | null };

let validate: ValidateFunction<Given> | undefined;

/** @throws malformed_request with the place that is wrong. */
export function readOptions(json: string | null): ImportOptions {
  const given = parsed(json);
  validate ??= new Ajv({ allowUnionTypes: true }).compile<Given>(optionsSchema);
  if (!validate(given)) {
    const [fault] = validate.errors ?? [];
    throw new Refusal('malformed_request', {
      reason: `options${fault?.instancePath ?? ''} ${fault?.message ?? ''}`.trim(),
    });
  }
  const { key, ...rest } = given;
  const keys = typeof key === 'string' ? [key] : (key ?? []);
  const mode = rest.mode ?? 'create';
  if (mode !== 'create' && keys.length === 0)
    throw new Refusal('malformed_request', { reason: `options: mode ${mode} needs a key` });
  return { match: {}, values: {}, dry_run: false, blank: 'keep', null_texts: [], ...rest, mode, key: keys };
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json || '{}');
  } catch {
    throw new Refusal('malformed_request', { reason: 'options: not JSON' });
  }
}
