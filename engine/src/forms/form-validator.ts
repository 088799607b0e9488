// The validator of a form as a JavaScript module, compiled here because the browser's policy forbids compiling there.
// Modules are served by the hash of their schema: a browser keeps one for ever.
import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '@trellis/field-types/contract';

const modules = new Map<string, string>();
const schemas = new Map<string, JsonSchema>();
const mostModules = 2_000;

/** Remembers the schema; its module is made when a browser asks for it. @returns the hash to ask by, the same in every language. */
export function registerValidator(form: JsonSchema): string {
  const schema = withoutTitles(form);
  const hash = createHash('sha256').update(JSON.stringify(schema)).digest('base64url').slice(0, 22);
  if (schemas.size >= mostModules) {
    schemas.clear();
    modules.clear();
  }
  if (!schemas.has(hash)) schemas.set(hash, schema);
  return hash;
}

export function isRegistered(hash: string): boolean {
  return schemas.has(hash);
}

/** null for a hash that this node has not met: the form has changed since, and the client asks for it again. */
export function validatorModule(hash: string): string | null {
  const schema = schemas.get(hash);
  if (!schema) return null;
  let code = modules.get(hash);
  if (code === undefined) {
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      ownProperties: true,
      code: { source: true, esm: true, lines: true },
    });
    addFormats.default(ajv);
    code = withoutRequire(standaloneCode.default(ajv, ajv.compile(schema)));
    modules.set(hash, code);
  }
  return code;
}

/** Titles are in the asker's language, and nothing to a validator. */
function withoutTitles({ title: _shown, ...schema }: JsonSchema): JsonSchema {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(isSchema(properties) ? { properties: mapped(properties) } : {}),
    ...(isSchema(items) ? { items: withoutTitles(items) } : {}),
  };
}

function mapped(properties: JsonSchema): JsonSchema {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, each]) => [name, isSchema(each) ? withoutTitles(each) : each]));
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** ajv's standalone code asks for its runtime by `require`; a browser has none, so the few parts it uses stand in the module. */
function withoutRequire(code: string): string {
  return code
    .replaceAll(`require("ajv/dist/runtime/ucs2length").default`, `(text) => [...text].length`)
    .replaceAll(`require("ajv/dist/runtime/equal").default`, deepEqual)
    .replaceAll(
      /require\("ajv-formats\/dist\/formats"\)\.fullFormats(\.[\w-]+|\["[\w-]+"\])/g,
      (_whole, member: string) => formatSource(member.replace(/^[.[]"?|"?\]$/g, '')),
    );
}

const deepEqual = `(function same(a, b) { if (a === b) return true; if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false; const k = Object.keys(a); return k.length === Object.keys(b).length && k.every((n) => Object.hasOwn(b, n) && same(a[n], b[n])); })`;

/** Formats are a convenience in the browser; the server judges them again. Plain patterns are taken over, the rest accepted. */
function formatSource(name: string): string {
  const format = new Ajv({ strict: false });
  addFormats.default(format);
  const known = format.formats[name];
  if (known instanceof RegExp) return String(known);
  // ajv asks `validate` of the formats that can also be compared, such as dates.
  return typeof known === 'object' ? '({ validate: () => true, compare: () => 0 })' : '/^/';
}
