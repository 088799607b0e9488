// SQL as text and bindings, legible as SQL: sql`select ${identifier('name')} from book where price > ${10}`.
// A nested fragment is spliced; everything else becomes a parameter, so a value can never become text.
// Fragments carry a symbol that no JSON can hold: a value that only looks like a fragment is a parameter.

const fragment = Symbol('sql');

export interface Sql {
  /** One more than there are values: text, value, text, value, … text. */
  readonly chunks: readonly string[];
  readonly values: readonly unknown[];
  readonly [fragment]: true;
}

export interface RenderedSql {
  readonly text: string;
  readonly values: unknown[];
}

export function sql(texts: TemplateStringsArray, ...inserts: readonly unknown[]): Sql {
  return splice(texts, inserts);
}

/** Text that we wrote ourselves. Never anything that came from outside. */
export function raw(text: string): Sql {
  return make([text], []);
}

/** `identifier('book', 'title')` is `"book"."title"`. PostgreSQL cuts names at 63 bytes in silence, so longer ones are refused. */
export function identifier(...names: readonly string[]): Sql {
  return raw(names.map(quote).join('.'));
}

export function join(parts: readonly Sql[], separator: string): Sql {
  const texts = parts.map((_, index) => (index === 0 ? '' : separator));
  return splice([...texts, ''], parts);
}

/** Text with `$1`, `$2`, … and the values in that order, as `pg` takes them. An object that stands in it twice is one parameter. */
export function render(statement: Sql): RenderedSql {
  const values: unknown[] = [];
  const numbers = new Map<object, number>();
  const numberOf = (value: unknown): number => {
    const known = isObject(value) ? numbers.get(value) : undefined;
    if (known !== undefined) return known;
    const number = values.push(value);
    if (isObject(value)) numbers.set(value, number);
    return number;
  };
  let text = statement.chunks[0] ?? '';
  statement.values.forEach((value, index) => {
    text += `$${numberOf(value)}${statement.chunks[index + 1]}`;
  });
  return { text, values };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * The same with its constants in the text: for expressions that have to be recognised as that of an index, and for functions,
 * which take no parameters. What is known only when the statement runs stays a parameter.
 */
export function inlined(statement: Sql): Sql {
  const parts = statement.values.map((value) => literalOf(value) ?? make(['', ''], [value]));
  return splice(statement.chunks, parts);
}

function literalOf(value: unknown): Sql | null {
  if (value === null) return raw('null');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return raw(constant(value));
  if (!Array.isArray(value)) return null;
  const items = value.map(itemOf);
  return items.every((item) => item !== null) ? raw(constant(`{${items.join(',')}}`)) : null;
}

function itemOf(value: unknown): string | null {
  if (value === null) return 'null';
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? `"${String(value).replaceAll(/["\\]/g, '\\$&')}"` : null;
}

/** As PostgreSQL reads it with `standard_conforming_strings`, which it has been since 9.1: a backslash is one. */
function constant(value: string | number | boolean): string {
  const text = String(value);
  if (text.includes('\0')) throw new Error('SQL text holds no zero byte.');
  return `'${text.replaceAll("'", "''")}'`;
}

export function isSql(value: unknown): value is Sql {
  return isObject(value) && fragment in value;
}

function splice(texts: readonly string[], inserts: readonly unknown[]): Sql {
  const chunks: string[] = [];
  const values: unknown[] = [];
  let open = texts[0] ?? '';
  inserts.forEach((insert, index) => {
    const after = texts[index + 1] ?? '';
    if (isSql(insert)) {
      insert.values.forEach((value, position) => {
        chunks.push(open + (insert.chunks[position] ?? ''));
        values.push(value);
        open = '';
      });
      open += (insert.chunks.at(-1) ?? '') + after;
    } else {
      chunks.push(open);
      values.push(insert);
      open = after;
    }
  });
  return make([...chunks, open], values);
}

function make(chunks: readonly string[], values: readonly unknown[]): Sql {
  return { chunks, values, [fragment]: true };
}

/** Quoting the same few names again and again was a third of the cost of planning a statement. */
const quoted = new Map<string, string>();
const mostQuoted = 20_000;

function quote(name: string): string {
  let text = quoted.get(name);
  if (text === undefined) {
    text = checkedQuote(name);
    if (quoted.size >= mostQuoted) quoted.clear();
    quoted.set(name, text);
  }
  return text;
}

function checkedQuote(name: string): string {
  if (name === '' || name.includes('\0')) throw new Error('An SQL name is neither empty nor holds a zero byte.');
  if (new TextEncoder().encode(name).length > 63) throw new Error(`The SQL name "${name}" is longer than 63 bytes.`);
  return `"${name.replaceAll('"', '""')}"`;
}
