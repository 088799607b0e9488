// Text with headings, lists, tables and links, stored as HTML that cannot carry scripts.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { words } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures } from '../operators.ts';
import { refuseCharacters, refuseLength } from '../text/characters.ts';
import { linesOf, paragraphs, plainText, plainTextSql } from './plain-text.ts';
import { sanitize } from './sanitize.ts';

const options = Type.Object({
  max_length: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, default: 200_000, description: 'In characters, tags included.' }),
  ),
});

const defaultMaxLength = 200_000;

export const richText = defineFieldType<'rich_text', typeof options, string>({
  name: 'rich_text',
  label: { en: 'Rich text', 'zh-CN': '富文本' },
  icon: 'FileText',
  group: 'text',
  options,
  column: () => ({ type: 'text', natural: true }),
  valueType: () => 'text',
  schema: ({ max_length = defaultMaxLength }) => ({ type: 'string', maxLength: max_length }),
  normalize: (value, field) => normalize(value, field.max_length),
  scalar: { fromWire: plainText, sql: plainTextSql },
  parse: (text, field) => parse(text, field.max_length),
  format: (value) => {
    const lines = linesOf(value);
    return lines === undefined || isHtml(lines) ? value : lines;
  },
  operators: ['contains', 'is_blank'],
  sortable: false,
  groupable: false,
  searchable: true,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => `<p>${words(random, 6)}</p><p><strong>${words(random, 2)}</strong></p>`,
});

/** Without text, picture or line it is blank. */
function normalize(value: unknown, max = defaultMaxLength) {
  if (typeof value !== 'string') return refuse('not_a_text');
  const refusal = refuseCharacters(value) ?? refuseLength(value, 0, max);
  if (refusal !== undefined) return refusal;
  const html = inBlocks(sanitize(value));
  if (plainText(html).trim() === '' && !/<(?:img|hr)\b/.test(html)) return blank;
  return refuseLength(html, 0, max) ?? ok(html);
}

/** Text before the first block becomes a paragraph, so that the whole begins with a tag. */
function inBlocks(html: string): string {
  if (html === '' || isHtml(html)) return html;
  const block = html.search(/<(?:p|h[1-4]|ul|ol|blockquote|pre|table|hr)\b/);
  const end = block === -1 ? html.length : block;
  return sanitize(`<p>${html.slice(0, end)}</p>${html.slice(end)}`);
}

/** Text that does not look like HTML is taken literally, line by line. */
function parse(text: string, max = defaultMaxLength) {
  return refuseLength(text, 0, max) ?? normalize(isHtml(text) ? text : paragraphs(text), max);
}

function isHtml(text: string): boolean {
  return /^\s*<[a-z][^>]*>/i.test(text);
}
